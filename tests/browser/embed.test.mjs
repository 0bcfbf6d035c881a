import assert from 'node:assert/strict';
import { after, test } from 'node:test';

import { close, frame, hooks, open, slide } from './lab.mjs';

after(close);

const embed = (hash, how) =>
  open({ path: 'embed.html', hash, viewport: { width: 640, height: 900 }, ...how });
const visible = (page, selector) => page.locator(selector).first().isVisible();
const keys = (page) =>
  page
    .locator('#controls .control:visible, #controls .choice:visible')
    .evaluateAll((all) => all.map(({ dataset }) => dataset.key));

for (const experiment of ['constant', 'time', 'two', 'intensity']) {
  test(`the embed of ${experiment} says what the lab says`, async () => {
    const hash = `#experiment=${experiment}&theta=4.5`;
    const [lab, page] = await Promise.all([open({ hash }), embed(hash)]);
    assert.deepEqual(await hooks(page), await hooks(lab));
    for (const part of ['canvas', '#firing-rate', '#regime']) assert.ok(await visible(page, part), part);
    assert.ok((await keys(page)).length >= 2);
    assert.deepEqual(page.complaints, []);
    await Promise.all([lab.close(), page.close()]);
  });
}

test('no control of an embed needs the lab', async () => {
  const page = await embed('#experiment=time&waveform=own&controls=all');
  assert.ok(await visible(page, '#draw'));
  assert.equal(await page.locator('#open-current').count(), 0);
  await page.close();
});

test('show and controls choose parts; the rest keeps its values', async () => {
  const page = await embed('#experiment=two&R=4&show=plots,fi,spikes&controls=theta,C');
  assert.deepEqual(await keys(page), ['C', 'theta']);
  assert.ok(await visible(page, 'canvas'));
  for (const part of ['#regime', '#spike-count', '#summary', '#open-map'])
    assert.ok(!(await visible(page, part)), part);
  await page.waitForSelector('#fi-plot');
  await page.click('#open-spikes');
  assert.ok(await visible(page, '#spike-table'));
  await slide(page, 'theta', 7);
  const lab = await open({ hash: '#experiment=two&R=4&theta=7' });
  assert.deepEqual(await hooks(page), await hooks(lab));
  assert.equal(await page.textContent('#notice'), '');
  await Promise.all([lab.close(), page.close()]);
});

test('all controls, and none', async () => {
  const page = await embed('#controls=all');
  assert.equal((await keys(page)).length, 8);
  await page.evaluate(() => (location.hash = '#controls=none&show=regime'));
  await frame(page);
  assert.deepEqual(await keys(page), []);
  assert.ok(!(await visible(page, 'canvas')));
  assert.equal((await hooks(page)).count, '4');
  await page.close();
});

test('names that are not known are named, and the others hold', async () => {
  const page = await embed('#show=plots,zork&controls=R,<b>nope</b>&theme=mauve&colour=red&r=7');
  const notice = await page.textContent('#notice');
  for (const word of ['zork', '<b>nope</b>', 'mauve', 'colour']) assert.ok(notice.includes(word), notice);
  assert.doesNotMatch(notice, /plots|\bR\b/);
  assert.deepEqual(await keys(page), ['R']);
  assert.equal(await page.inputValue('#number-R'), '7');
  await slide(page, 'R', 6);
  assert.equal(await page.textContent('#notice'), '');
  await page.close();
});

test("the link to the lab carries the state as it is, without the figure's own keys", async () => {
  const page = await embed('#experiment=time&method=rk4&dt=0.5&show=plots&controls=tau_m&theme=dark');
  await slide(page, 'tau_m', 5);
  const href = await page.getAttribute('#lab-link', 'href');
  assert.equal(href, 'index.html#v=1&experiment=time&tau_m=5&method=rk4&dt=0.5');
  const shown = await hooks(page);
  const [lab] = await Promise.all([page.waitForEvent('popup'), page.click('#lab-link')]);
  await lab.waitForFunction(() => document.querySelector('#spike-count')?.textContent.trim());
  assert.deepEqual(await hooks(lab), shown);
  assert.equal(await lab.evaluate(() => window.opener), null);
  await Promise.all([lab.close(), page.close()]);
});

test('its address keeps state and options; another one is followed', async () => {
  const page = await embed('#show=plots&controls=R');
  await slide(page, 'R', 7);
  await page.waitForFunction(() => location.hash.includes('R=7'));
  assert.match(await page.evaluate(() => location.hash), /show=plots&controls=R&theme=auto/);
  await page.evaluate(() => (location.hash = '#experiment=two&amplitude_1=2&controls=amplitude_1'));
  await page.waitForSelector('#slider-amplitude_1');
  assert.equal(await page.inputValue('#number-amplitude_1'), '2');
  assert.deepEqual(page.complaints, []);
  await page.close();
});

test('the theme is that of the key, else that of the system; nothing is stored', async () => {
  for (const [key, colorScheme, expected] of [
    ['', 'dark', 'dark'],
    ['', 'light', 'light'],
    ['theme=light', 'dark', 'light'],
    ['theme=dark', 'light', 'dark'],
  ]) {
    const page = await embed(`#${key}`, { colorScheme });
    const ink = await page.evaluate(() => getComputedStyle(document.body).color.match(/\d+/g).map(Number));
    assert.equal(ink[0] > 128 ? 'dark' : 'light', expected, key);
    assert.equal(await page.evaluate(() => localStorage.length), 0);
    await page.close();
  }
});

test('nothing overflows, from 288 px up', async () => {
  for (const width of [288, 320, 400, 768]) {
    for (const experiment of ['constant', 'intensity']) {
      const page = await embed(
        `#experiment=${experiment}&controls=all&show=summary,plots,readouts,regime,numerics`,
        {
          viewport: { width, height: 900 },
        },
      );
      await page.waitForSelector('#numerics-table tbody tr');
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
      const plots = await page.locator('#plots').boundingBox();
      assert.ok(plots.height >= 260 && (width > 699 || plots.height <= 320), `${width}: ${plots.height}`);
      await page.close();
    }
  }
});

test('without WebAssembly the figure says so', async () => {
  const page = await embed('', { block: '**/*.wasm*' });
  await page.waitForFunction(() => /WebAssembly module did not load/.test(document.body.innerText));
  await page.close();
});

test('what a figure leaves out is not spoken either', async () => {
  for (const [show, announced, value] of [
    ['plots', /^$/, /^6\.5 MΩ$/],
    ['plots,readouts', /^\d+ spikes, [\d.]+ Hz$/, /^6\.5 MΩ: \d+ spikes/],
    ['plots,regime', /lies above θ/, /^6\.5 MΩ: \d+ spikes/],
  ]) {
    const page = await embed(`#show=${show}&controls=R`);
    await page.focus('#slider-R');
    await page.keyboard.press('ArrowRight');
    await frame(page);
    assert.match(await page.textContent('#announcer'), announced, show);
    assert.match(await page.getAttribute('#slider-R', 'aria-valuetext'), value, show);
    await page.fill('#number-R', '-1');
    await page.keyboard.press('Enter');
    await frame(page);
    assert.match(await page.textContent('#announcer'), /^R = -1 MΩ: must/, 'what is wrong is always said');
    await page.close();
  }
});

test('theta is dragged only where it is among the controls', async () => {
  for (const [controls, grabs] of [
    ['R', false],
    ['theta', true],
    ['all', true],
    ['none', false],
  ]) {
    const page = await embed(`#controls=${controls}`);
    const box = await page.locator('#plots canvas').boundingBox();
    let grabbed = false;
    for (let y = 10; y < box.height - 10 && !grabbed; y += 4) {
      await page.mouse.move(box.x + box.width / 2, box.y + y);
      grabbed = await page.$eval('#plots canvas', (canvas) => canvas.classList.contains('grab'));
    }
    assert.equal(grabbed, grabs, controls);
    await page.mouse.move(2, 2);
    await frame(page);
    assert.equal(/drag θ/.test(await page.innerText('#reading')), grabs, controls);
    await page.close();
  }
});

test('a show that names nothing there is falls back to the usual parts, and is named', async () => {
  for (const [show, named] of [
    ['zork', /show = zork/],
    ['', /show = {2}\(/],
  ]) {
    const page = await embed(`#show=${show}`);
    for (const part of ['canvas', '#firing-rate', '#regime']) assert.ok(await visible(page, part), part);
    assert.match(await page.textContent('#notice'), named);
    await page.close();
  }
});
