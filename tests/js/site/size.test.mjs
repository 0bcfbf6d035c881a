import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';

const site = new URL('../../../build/site/', import.meta.url);

// Chart.js alone is 40 kB of this and the C++ core with embind 53 kB; a change that outgrows the
// budget should know why.
const budget = { bytes: 120_000, requests: 8 };

test('the first visit stays within its budget', async () => {
  const html = await readFile(new URL('index.html', site), 'utf8');
  const linked = [...html.matchAll(/(?:src|href)="([^"#:]+\.(?:js|css))"/g)].map((match) => match[1]);
  const files = new Set([
    'index.html',
    'iaf.js',
    'iaf.wasm',
    ...linked.map((path) => path.replace(/^\.\//, '')),
  ]);
  const sizes = await Promise.all(
    [...files].map(async (file) => [
      file,
      gzipSync(await readFile(new URL(file, site)), { level: 9 }).length,
    ]),
  );
  const total = sizes.reduce((sum, [, bytes]) => sum + bytes, 0);
  assert.ok(
    total <= budget.bytes,
    `${total} bytes gzip: ${sizes.map((entry) => entry.join(' ')).join(', ')}`,
  );
  assert.ok(files.size <= budget.requests, `${files.size} requests`);
});

test('nothing on the page comes from elsewhere', async () => {
  const html = await readFile(new URL('index.html', site), 'utf8');
  assert.doesNotMatch(html, /(?:src|href)="(?:https?:)?\/\//);
});

test('the element is one small script', async () => {
  const script = await readFile(new URL('iaf-neuron.js', site), 'utf8');
  assert.ok(gzipSync(script, { level: 9 }).length < 3200);
  assert.doesNotMatch(script, /\b(?:import|export)\b/);
});
