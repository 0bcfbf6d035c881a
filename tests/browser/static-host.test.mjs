// Any static host will do: the site asks for its own files alone, by relative paths, from whatever folder.

import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { after, test } from 'node:test';

import { launch, serve, shownInside, site } from './site.mjs';

const host = await serve(undefined, { folder: 'a/b/' });
const browser = await launch();
const files = await readdir(site);

after(async () => {
  await browser.close();
  host.close();
});

// What makes a browser fetch something; a link that a visitor may follow does not.
const loads = {
  html: [/<[a-z]+\b[^>]*\ssrc="([^"]*)"/g, /<link\b[^>]*\shref="([^"]*)"/g],
  css: [/url\(\s*["']?([^"')]*)/g, /@import\s+["']([^"']*)/g],
  js: [
    /\bimport\s*\(?\s*["']([^"']*)/g,
    /\bfrom\s*["']([^"']*)["'];/g,
    /\bfetch\(\s*["'`]([^"'`]*)/g,
    /\bnew (?:URL|Worker|SharedWorker)\(\s*["'`]([^"'`]*)/g,
  ],
};

for (const [extension, patterns] of Object.entries(loads)) {
  test(`paths in .${extension} are relative`, async () => {
    for (const file of files.filter((name) => name.endsWith(`.${extension}`))) {
      const text = await readFile(new URL(file, site), 'utf8');
      for (const [, path] of patterns.flatMap((pattern) => [...text.matchAll(pattern)])) {
        assert.doesNotMatch(path, /^\/|^(?!data:)[a-z]+:/i, `${path} in ${file}`);
      }
    }
  });
}

for (const file of files.filter((name) => name.endsWith('.html'))) {
  test(`${file} loads from a folder of a host`, async () => {
    const page = await browser.newPage();
    const failures = [];
    page.on('pageerror', (error) => failures.push(String(error)));
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(host.address) && !url.startsWith('data:')) failures.push(`${url} lies outside`);
    });
    page.on('requestfailed', (request) => failures.push(`${request.url()} failed`));
    page.on('response', (response) => {
      if (!response.ok()) failures.push(`${response.url()}: ${response.status()}`);
    });
    await page.goto(host.address + file, { waitUntil: 'networkidle' });
    await shownInside(page);
    for (const panel of await page.locator('#panels button:visible').all()) await panel.click();
    await page.waitForLoadState('networkidle');
    assert.deepEqual(failures, []);
    await page.close();
  });
}
