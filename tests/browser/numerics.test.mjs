import assert from 'node:assert/strict';
import { after, test } from 'node:test';

import { close, frame, hooks, open } from './lab.mjs';

after(close);

const row = (page, n) =>
  page.evaluate((index) => {
    const cells = document.querySelectorAll('#numerics-table tbody tr')[index].querySelectorAll('td');
    return [...cells].map((cell) => cell.textContent.trim());
  }, n);

test('scenario 3 with Euler at 0.01 ms finds 229 of 232 spikes', async () => {
  const page = await open({ hash: '#experiment=intensity&method=euler&dt=0.01&panel=numerics' });
  await page.waitForSelector('#numerics-table tbody tr');
  assert.equal((await hooks(page)).count, '30 · 0 · 229 · 0');
  const [found, missed, largest, last] = await row(page, 2);
  assert.match(found, /229 of 232/);
  assert.match(missed, /3 missed/);
  // The 229th spike of each: Euler's at 98.72 ms, the true one 1.9 ms before (make accuracy).
  assert.ok(Math.abs(Math.abs(Number(largest.replace('−', '-'))) - 1.9) < 0.05, largest);
  assert.ok(Math.abs(Math.abs(Number(last.replace('−', '-'))) - 1.9) < 0.05, last);
  assert.deepEqual(page.complaints, []);
  await page.close();
});

test('method and step can be chosen; the exact run is the start', async () => {
  const page = await open();
  await page.click('#open-numerics');
  await page.waitForSelector('#method-exact');
  assert.ok(await page.isChecked('#method-exact'));
  await page.check('#method-euler', { force: true });
  await page.fill('#number-dt', '2');
  const { count, regime } = await hooks(page);
  assert.equal(count, '5');
  assert.match(regime, /Euler at dt = 2 ms finds 5 instead of 4 spikes/);
  assert.match((await row(page, 0))[1], /1 invented/);
  await page.check('#method-exact', { force: true });
  assert.equal((await hooks(page)).count, '4');
  await page.close();
});

test('past the limit of stability the page says so', async () => {
  const page = await open({ hash: '#R=1&C=0.5&method=euler&dt=1.5&panel=numerics' });
  await page.waitForSelector('#stability.unstable'); // dt > 2 tau_m = 1 ms
  assert.match(await page.textContent('#stability'), /2 τm = 1 ms|2 τ_m = 1 ms/);
  await page.fill('#number-dt', '0.75');
  await frame(page);
  assert.match(await page.getAttribute('#stability', 'class'), /rings/);
  await page.close();
});

test('the convergence plot is computed off the main thread, and shows the orders', async () => {
  // Subthreshold and smooth: 0.5 nA lies below the rheobase.
  const page = await open({ hash: '#amplitude=0.5&duration=20&panel=numerics&method=rk4' });
  await page.waitForFunction(() =>
    /Order seen/.test(document.querySelector('#convergence-status')?.textContent),
  );
  await page.waitForFunction(() => document.querySelector('#convergence-progress').hidden);
  const status = await page.textContent('#convergence-status');
  const [euler, rk4] = [/Euler (\d+\.\d+)/, /RK4 (\d+\.\d+)/].map((order) => Number(order.exec(status)[1]));
  assert.ok(Math.abs(euler - 1) < 0.15, status);
  assert.ok(Math.abs(rk4 - 4) < 0.3, status);
  assert.ok((await page.getAttribute('svg.convergence', 'aria-label')).length > 20);
  await page.close();
});

test('without its worker the panel says so and the rest goes on', async () => {
  const page = await open();
  await page.route('**/worker.js', (route) => route.abort());
  await page.click('#open-numerics');
  await page.waitForFunction(() =>
    /could not|failed|cannot/i.test(document.querySelector('#convergence-status')?.textContent),
  );
  await page.fill('#number-amplitude', '4');
  assert.equal((await hooks(page)).count, '86');
  await page.close();
});

test('a link brings the whole state; bad parts of it are named', async () => {
  const page = await open({ hash: '#experiment=two&amplitude_1=2&theta=6&colour=red&R=many' });
  assert.equal(await page.getAttribute('#tab-two', 'aria-selected'), 'true');
  assert.equal(await page.inputValue('#number-amplitude_1'), '2');
  assert.equal(await page.inputValue('#number-theta'), '6');
  assert.equal(await page.inputValue('#number-R'), '3.3');
  const notice = await page.textContent('#notice');
  assert.match(notice, /colour/);
  assert.match(notice, /R/);
  await page.fill('#number-theta', '5');
  await page.waitForFunction(
    () => location.hash.includes('theta=5') && location.hash.includes('amplitude_1=2'),
  );
  assert.doesNotMatch(await page.evaluate(() => location.hash), /colour|duration/);
  await page.close();
});
