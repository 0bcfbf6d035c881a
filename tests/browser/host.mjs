// Pages of somebody else, on an origin of their own, with figures of the lab in them.

import { createServer } from 'node:http';
import { extname } from 'node:path';

import { address, blank } from './lab.mjs';

const types = { '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript' };
/** @type {Map<string, { body: string, headers?: Record<string, string> }>} */
const files = new Map();
const server = createServer((request, response) => {
  const file = files.get(request.url);
  if (!file) return response.writeHead(404).end();
  return response
    .writeHead(200, { 'content-type': types[extname(request.url)], ...file.headers })
    .end(file.body);
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
export const home = `http://127.0.0.1:${server.address().port}/`;

export const closeHost = () => server.close();

/** The site's script. */
export const script = `<script src="${address}iaf-neuron.js" async></script>`;

/**
 * A page of the host's.
 * @param {string} body HTML
 * @param {Parameters<typeof blank>[0] & { style?: string, others?: Record<string, string>,
 *   headers?: Record<string, string>, prepare?: (page: any) => unknown, waitUntil?: string }} [how] `others`: files by
 *   name; `headers`: the page's; `prepare`: before it is opened; `waitUntil`: as goto has it
 */
export async function host(body, { style = '', others = {}, headers, prepare, waitUntil, ...how } = {}) {
  const page = await blank({ viewport: { width: 800, height: 900 }, home, ...how });
  await prepare?.(page);
  const html = body.startsWith('<!doctype')
    ? body
    : `<!doctype html><html lang="en"><link rel="icon" href="data:,"><style>body { margin: 0 } ${style}</style>${body}</html>`;
  files.set('/post.html', { body: html, headers });
  for (const [name, text] of Object.entries(others)) files.set(`/${name}`, { body: text });
  await page.goto(`${home}post.html`, { waitUntil });
  return page;
}

/** The frame of the page's nth figure, once it shows its first run. */
export async function figure(page, nth = 0) {
  const element = page.locator('iaf-neuron').nth(nth);
  await element.locator('iframe.there').waitFor({ state: 'attached' });
  const handle = await element.locator('iframe').elementHandle();
  const frame = await handle.contentFrame();
  await frame.waitForFunction(() => document.querySelector('#spike-count')?.textContent.trim());
  return frame;
}
