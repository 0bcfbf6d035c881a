// Pages of somebody else, on an origin of their own, with figures of the lab in them.

import { createServer } from 'node:http';

import { address, blank } from './lab.mjs';

/** @type {Map<string, { body: string, type: string }>} */
const files = new Map();
const server = createServer((request, response) => {
  const file = files.get(request.url);
  if (!file) return response.writeHead(404).end();
  return response.writeHead(200, { 'content-type': file.type }).end(file.body);
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const home = `http://127.0.0.1:${server.address().port}/`;

export const closeHost = () => server.close();

/** The site's script. */
export const script = `<script src="${address}iaf-neuron.js" async></script>`;

/**
 * A page of the host's.
 * @param {string} body HTML
 * @param {Parameters<typeof blank>[0] & { style?: string, others?: Record<string, string> }} [how] `others`: style
 *   sheets by name
 */
export async function host(body, { style = '', others = {}, ...how } = {}) {
  const page = await blank({ viewport: { width: 800, height: 900 }, home, ...how });
  const html = body.startsWith('<!doctype')
    ? body
    : `<!doctype html><html lang="en"><link rel="icon" href="data:,"><style>body { margin: 0 } ${style}</style>${body}</html>`;
  files.set('/post.html', { body: html, type: 'text/html' });
  for (const [name, text] of Object.entries(others)) files.set(`/${name}`, { body: text, type: 'text/css' });
  await page.goto(`${home}post.html`);
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
