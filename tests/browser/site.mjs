// The built site, served from this machine, and Chromium to look at it with.

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { extname } from 'node:path';

// The packages live beside the page's package.json.
const { chromium } = createRequire(new URL('../../web/package.json', import.meta.url))('playwright-core');

const site = new URL('../../build/site/', import.meta.url);
const types = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.wasm': 'application/wasm',
};

/**
 * @param {(path: string, body: Buffer) => { body: Buffer, headers?: Record<string, string> }} [prepare] what is sent of
 *   a file; the file itself by default
 * @returns {Promise<{ address: string, close: () => void }>}
 */
export async function serve(prepare = (_, body) => ({ body })) {
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, 'http://localhost').pathname.slice(1) || 'index.html';
    try {
      const { body, headers } = prepare(path, await readFile(new URL(path, site)));
      const type = types[extname(path)] ?? 'application/octet-stream';
      response.writeHead(200, { 'content-type': type, ...headers }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, 'localhost', resolve));
  return { address: `http://localhost:${server.address().port}/`, close: () => server.close() };
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
    ],
  });

/** The lab shows its first run. */
export const shown = (page) =>
  page.waitForFunction(() => document.querySelector('#spike-count')?.textContent.trim());
