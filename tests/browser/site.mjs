// The built site (or another folder), served from this machine, and Chromium to look at it with.

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { extname } from 'node:path';

// The packages live beside the page's package.json.
const { chromium } = createRequire(new URL('../../web/package.json', import.meta.url))('playwright-core');

export const site = new URL('../../build/site/', import.meta.url);
const types = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};

/**
 * @param {(path: string, body: Buffer) => { body: Buffer, headers?: Record<string, string> }} [prepare] what is sent of
 *   a file; the file itself by default
 * @param {{ root?: URL, folder?: string, files?: Record<string, string> }} [where] what is served, and under which
 *   path; `files` are there besides
 * @returns {Promise<{ address: string, close: () => void }>}
 */
export async function serve(
  prepare = (_, body) => ({ body }),
  { root = site, folder = '', files = {} } = {},
) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    try {
      if (!pathname.startsWith(`/${folder}`)) throw new Error('outside of the folder');
      const path = pathname.slice(1 + folder.length) || 'index.html';
      const { body, headers } = prepare(path, files[path] ?? (await readFile(new URL(path, root))));
      const type = types[extname(path)] ?? 'application/octet-stream';
      response.writeHead(200, { 'content-type': type, ...headers }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, 'localhost', resolve));
  return {
    address: `http://localhost:${server.address().port}/${folder}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

export const chromiumOptions = {
  executablePath: '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    // Tests go to more addresses in a second than a visitor.
    '--disable-ipc-flooding-protection',
  ],
};

export const launch = () => chromium.launch(chromiumOptions);

/** The lab shows its first run. */
export const shown = (page) =>
  page.waitForFunction(() => document.querySelector('#spike-count')?.textContent.trim());

/** The lab, or the first figure on a page of somebody's, shows its first run. */
export async function shownInside(page) {
  const figure = page.locator('iaf-neuron').first();
  if (!(await figure.count())) return shown(page);
  await figure.scrollIntoViewIfNeeded();
  const frame = await (await figure.locator('iframe').elementHandle()).contentFrame();
  return shown(frame);
}
