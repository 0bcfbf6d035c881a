// A slice of `make hostile` in Chromium.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';

import { runInBrowser } from '../hostile/run-browser.mjs';
import { close, hooks, open, picture } from './lab.mjs';

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

test('a link to another experiment, but to no neuron, shows that experiment without what is at fault', async () => {
  const [page, other] = await Promise.all([open(), open({ hash: '#experiment=two&R=4' })]);
  await page.evaluate(() => (location.hash = '#experiment=two&R=4&theta=-5'));
  await page.waitForFunction(() => /Ignored: θ = -5/.test(document.querySelector('#notice').textContent));
  assert.deepEqual(await hooks(page), await hooks(other));
  assert.equal(await picture(page), await picture(other));
  assert.deepEqual(page.complaints, []);
});
