// What the page says to those who do not see it, and where it leaves their focus.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';

import { close, frame, open } from './lab.mjs';

after(close);

const spoken = (page, key) => page.getAttribute(`#slider-${key}`, 'aria-valuetext');

test('every slider has its unit; the one in use says what it does, and none an old value', async () => {
  const page = await open();
  const texts = await page.$$eval('#controls input[type="range"]', (all) =>
    all.map((range) => range.getAttribute('aria-valuetext')),
  );
  assert.deepEqual(texts, ['0.8 nA', '6.4 MΩ', '0.9 nF', '5 mV', '0.4 mV', '0 mV', '0 ms', '100 ms']);
  await page.focus('#slider-R');
  await page.keyboard.press('ArrowRight');
  await frame(page);
  assert.match(await spoken(page, 'R'), /^6\.5 MΩ: \d+ spikes, [\d.]+ Hz$/);
  await page.click('#reset');
  await frame(page);
  assert.equal(await spoken(page, 'R'), '6.4 MΩ');
  await page.close();
});

for (const path of ['index.html', 'embed.html']) {
  test(`${path}: the cursor speaks through its slider alone`, async () => {
    const page = await open({ path });
    const live = await page.$$eval('output, [role="status"], [role="alert"], [aria-live]', (all) =>
      all.map(({ id }) => id),
    );
    assert.deepEqual(live, ['announcer']);
    await page.close();
  });
}

test('at either end of the time axis the button that led there keeps the focus', async () => {
  const page = await open();
  for (let k = 0; k < 2; k += 1) await page.click('#zoom-in');
  for (const [id, axis] of [
    ['#zoom-later', /to=100(&|$)/],
    ['#zoom-earlier', /from=0(&|$)/],
  ]) {
    await page.focus(id);
    for (let k = 0; k < 12; k += 1) {
      await page.keyboard.press('Enter');
      await frame(page);
    }
    await page.waitForFunction((pattern) => new RegExp(pattern).test(location.hash), axis.source);
    assert.ok(await page.$eval(id, (button) => button === document.activeElement), id);
    assert.equal(await page.getAttribute(id, 'aria-disabled'), 'true');
  }
  await page.close();
});

test('what a copy came to is said', async () => {
  const page = await open();
  await page.evaluate(() => {
    const clipboard = {
      writeText: () => (window.refuses ? Promise.reject(new Error('no')) : Promise.resolve()),
    };
    Object.defineProperty(navigator, 'clipboard', { value: clipboard });
  });
  await page.click('#open-cite');
  const take = page.locator('#dialog-cite .take').first();
  const status = take.locator('[role="status"]');
  const button = take.locator('button');
  assert.match(await button.getAttribute('aria-label'), /^Copy: /);
  for (const [refuses, what] of [
    [false, /^Copied/],
    [true, /^Press Ctrl\+C/],
  ]) {
    await page.evaluate((value) => (window.refuses = value), refuses);
    await button.click();
    await frame(page);
    assert.match(await status.textContent(), what);
    assert.match(await button.getAttribute('aria-label'), what);
    await page.waitForFunction(() => !document.querySelector('.take [role="status"]').textContent);
  }
  await page.close();
});

test('that a panel or a dialog did not load is said at once', async () => {
  const page = await open();
  await page.route('**/later-*.js', (route) => route.abort());
  await page.click('#open-statistics');
  await page.waitForSelector('#panel-statistics [role="status"]:has-text("did not load")');
  await page.click('#open-cite');
  await page.waitForSelector('#dialog-cite [role="alert"]:has-text("close it and open it again")');
  await page.close();
});

test('a skip link leads to the controls, and leaves what is set', async () => {
  const page = await open({ hash: '#amplitude=2', viewport: { width: 390, height: 800 } });
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'skip');
  assert.ok(await page.evaluate(() => document.activeElement.getBoundingClientRect().height >= 24));
  await page.keyboard.press('Enter');
  await frame(page);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'slider-amplitude');
  assert.equal(await page.inputValue('#number-amplitude'), '2');
  assert.match(await page.evaluate(() => location.hash), /amplitude=2/);
  await page.close();
});

test('every panel has its heading', async () => {
  const page = await open();
  for (const button of await page.locator('#panels button').all()) {
    await button.click();
    const name = await button.textContent();
    const id = await button.getAttribute('aria-controls');
    assert.equal(await page.locator(`#${id}`).getByRole('heading', { name, exact: true }).count(), 1, name);
  }
  await page.close();
});
