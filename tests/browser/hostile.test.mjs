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

test('an f-I curve and a map of no input at all', async () => {
  for (const input of ['', 'samples+interval+1+values+0+0', 'constant+amplitude+0']) {
    const page = await open({ hash: `#experiment=time&waveform=own&input=${input}&panel=fi` });
    await page.waitForFunction(() => /Hz/.test(document.querySelector('#fi-status')?.textContent));
    await page.click('#open-map');
    await page.waitForFunction(() => /Hz/.test(document.querySelector('#map-status')?.textContent));
    assert.deepEqual(page.complaints, []);
    await page.close();
  }
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
