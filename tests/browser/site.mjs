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
};

/**
 * @param {(path: string, body: Buffer) => { body: Buffer, headers?: Record<string, string> }} [prepare] what is sent of
 *   a file; the file itself by default
 * @param {{ root?: URL, folder?: string }} [where] what is served, and under which path
 * @returns {Promise<{ address: string, close: () => void }>}
 */
export async function serve(prepare = (_, body) => ({ body }), { root = site, folder = '' } = {}) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    try {
      if (!pathname.startsWith(`/${folder}`)) throw new Error('outside of the folder');
      const path = pathname.slice(1 + folder.length) || 'index.html';
      const { body, headers } = prepare(path, await readFile(new URL(path, root)));
      const type = types[extname(path)] ?? 'application/octet-stream';
      response.writeHead(200, { 'content-type': type, ...headers }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, 'localhost', resolve));
  return { address: `http://localhost:${server.address().port}/${folder}`, close: () => server.close() };
}

export const launch = () =>
  chromium.launch({
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
  });

/** The lab shows its first run. */
export const shown = (page) =>
  page.waitForFunction(() => document.querySelector('#spike-count')?.textContent.trim());
