// A slice of `make hostile` in Chromium.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';

import { runInBrowser } from '../hostile/run-browser.mjs';
import { close, hooks, open } from './lab.mjs';

after(close);

test('300 hostile links, values, files, attributes and messages', async () => {
  const { faults, count } = await runInBrowser(300, 20_000);
  assert.deepEqual(faults, []);
  assert.ok(count >= 300);
});

test('a link that leads to another experiment, but to no neuron, leaves no picture of the one before', async () => {
  const page = await open();
  await page.evaluate(() => (location.hash = '#experiment=two&theta=-5'));
  await page.waitForFunction(() => document.querySelector('#notice').textContent);
  const { count, table } = await hooks(page);
  assert.deepEqual([count, table], ['', []]);
  assert.doesNotMatch(await page.textContent('#notice'), /last valid/);
  const inked = await page.evaluate(() => {
    const canvas = document.querySelector('#plots canvas');
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    return data.filter((_, at) => at % 4 === 3).some((alpha) => alpha > 0);
  });
  assert.equal(inked, false);
  assert.deepEqual(page.complaints, []);
});
