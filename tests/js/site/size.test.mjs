// What the pages weigh: the lab's first visit, file by file against the sizes of the last release, and what is kept for
// offline.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';

const site = new URL('../../../build/site/', import.meta.url);

// Chart.js alone is 27 kB of this and the C++ core with embind 53 kB; a change that outgrows the
// budget should know why.
const budget = { bytes: 120_000, requests: 7 };

/** Bytes gzip of the first visit, by file; brought up to date by hand when they change for good. */
const last = JSON.parse(await readFile(new URL('sizes.json', import.meta.url), 'utf8'));

/** A file's name without the digest in it. */
const logical = (file) => file.replace(/-[A-Z\d]{8}\./, '.');

test('the first visit stays within its budget', async (t) => {
  const html = await readFile(new URL('index.html', site), 'utf8');
  const linked = [...html.matchAll(/(?:src|href)="([^"#:]+\.(?:js|css))"/g)].map((match) => match[1]);
  const files = new Set([
    'index.html',
    'iaf.js',
    'iaf.wasm',
    ...linked.map((path) => path.replace(/^\.\//, '')),
  ]);
  const sizes = {};
  for (const file of files) {
    const { length } = gzipSync(await readFile(new URL(file, site)), { level: 9 });
    sizes[logical(file)] = (sizes[logical(file)] ?? 0) + length;
  }
  const sum = (of) => Object.values(of).reduce((total, bytes) => total + bytes, 0);
  const line = (name, now, before) => {
    const more = now - before;
    return `${name}: ${now} bytes gzip${more ? `, ${more > 0 ? '+' : '−'}${Math.abs(more)}` : ''}`;
  };
  const names = [...new Set([...Object.keys(last), ...Object.keys(sizes)])];
  const grown = names.map((name) => line(name, sizes[name] ?? 0, last[name] ?? 0));
  const report = [...grown, line('in all', sum(sizes), sum(last))];
  for (const each of report) t.diagnostic(each);
  assert.ok(sum(sizes) <= budget.bytes, report.join('\n'));
  assert.ok(files.size <= budget.requests, `${files.size} requests`);
});

test('what is kept for offline holds each module of the pages once', async (t) => {
  const worker = await readFile(new URL('service-worker.js', site), 'utf8');
  const kept = new Set([...worker.matchAll(/"?url"?:"([^"]+)"/g)].map(([, url]) => url));
  const homes = new Map();
  for (const { outputs } of JSON.parse(await readFile(new URL('../bundles.json', site), 'utf8'))) {
    for (const [path, { inputs }] of Object.entries(outputs)) {
      const file = path.split('/').pop();
      if (!kept.has(file)) continue;
      for (const [input, { bytesInOutput }] of Object.entries(inputs)) {
        if (bytesInOutput) homes.set(input, [...(homes.get(input) ?? []), { file, bytesInOutput }]);
      }
    }
  }
  assert.ok(homes.size > 100);
  // Other sites load the element, and a worker of its own: they stand alone.
  const alone = ['worker.js', 'iaf-neuron.js', 'iaf.js'];
  let twice = 0;
  for (const [input, places] of homes) {
    const shared = places.filter(({ file }) => !alone.includes(file));
    assert.ok(shared.length <= 1, `${input} is in ${shared.map(({ file }) => file).join(' and ')}`);
    for (const { bytesInOutput } of places.slice(1)) twice += bytesInOutput;
  }
  const bytes = await Promise.all(
    [...kept].map(async (file) => (await readFile(new URL(file, site))).length),
  );
  t.diagnostic(`${kept.size} files, ${bytes.reduce((a, b) => a + b)} bytes; ${twice} of them a second time`);
  assert.ok(twice < 13_000, `${twice} bytes a second time, in scripts that stand alone`);
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
