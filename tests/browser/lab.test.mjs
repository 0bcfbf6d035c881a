import assert from 'node:assert/strict';
import { after, test } from 'node:test';

import { close, frame, hooks, open, picture, slide } from './lab.mjs';

after(close);

const starts = {
  constant: { count: '4', first: 21.151136654 },
  time: { count: '4', first: 20.893386929 },
  two: { count: '6', first: 14.546642034 },
  intensity: { count: '30 · 0 · 232 · 0', first: 0.267 },
};

for (const [tab, { count, first }] of Object.entries(starts)) {
  test(`the tab ${tab} starts as the notebook does`, async () => {
    const page = await open();
    await page.click(`#tab-${tab}`);
    const shown = await hooks(page);
    assert.equal(shown.count, count);
    const spikes = count.split(' · ').reduce((sum, part) => sum + Number(part), 0);
    assert.equal(shown.table.length, spikes);
    const times = shown.table[0].map(Number).filter((number) => number % 1 !== 0);
    assert.ok(
      times.some((t) => Math.abs(t - first) < 1e-3),
      shown.table[0].join(),
    );
    assert.match(shown.table[0].join(' '), /\d\.\d{6,}/);
    assert.match(shown.rate, /Hz$/);
    assert.match(shown.regime, /θ = /);
    assert.deepEqual(page.complaints, []);
    await page.close();
  });
}

test('the regime sentence gives drive, threshold, rate and rheobase', async () => {
  const page = await open();
  const { regime } = await hooks(page);
  for (const part of ['5.12 mV', '5 mV', '47.3 Hz', '0.781 nA']) assert.ok(regime.includes(part), regime);
  await page.close();
});

test('a slider redraws all within the same frame, and mirrors its number field', async () => {
  const page = await open();
  const before = await picture(page);
  await page.evaluate(() => {
    const slider = document.getElementById('slider-amplitude');
    slider.value = '4';
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    // Runs after the lab's callback of this very frame.
    requestAnimationFrame(() => {
      window.count = document.getElementById('spike-count').textContent;
      window.drawn = [...document.querySelectorAll('canvas')].map((canvas) => canvas.toDataURL()).join();
    });
  });
  await page.waitForFunction(() => 'count' in window);
  // tau_m ln(25.2/20.6) = 1.161 ms: 86 spikes in 100 ms
  assert.equal(await page.evaluate(() => window.count), '86');
  assert.notEqual(await page.evaluate(() => window.drawn), before);
  assert.equal(await page.inputValue('#number-amplitude'), '4');

  await page.fill('#number-amplitude', '0.9');
  await frame(page);
  assert.equal(await page.inputValue('#slider-amplitude'), '0.9');
  await page.close();
});

test('the keyboard steps a slider; a double click brings its start value back', async () => {
  const page = await open();
  await page.focus('#slider-theta');
  await page.keyboard.press('ArrowLeft');
  await frame(page);
  assert.equal(await page.inputValue('#number-theta'), '4.5');
  assert.equal((await hooks(page)).count, '8');
  await page.dblclick('#slider-theta');
  await frame(page);
  assert.equal(await page.inputValue('#number-theta'), '5');
  assert.equal((await hooks(page)).count, '4');
  await page.close();
});

test('tabs go by the arrow keys and keep their values', async () => {
  const page = await open();
  await slide(page, 'amplitude', 2);
  const { count } = await hooks(page);
  await page.focus('#tab-constant');
  await page.keyboard.press('ArrowRight');
  await frame(page);
  assert.equal(await page.getAttribute('#tab-time', 'aria-selected'), 'true');
  assert.equal((await hooks(page)).count, '4');
  await page.keyboard.press('ArrowLeft');
  assert.equal((await hooks(page)).count, count);
  await page.close();
});

test('Reset all brings the start back', async () => {
  const page = await open();
  const start = await hooks(page);
  await slide(page, 'amplitude', 3);
  await slide(page, 'R', 2);
  assert.notDeepEqual(await hooks(page), start);
  await page.click('#reset');
  assert.deepEqual(await hooks(page), start);
  await page.close();
});

for (const [what, field, value] of [
  ['theta below u_reset', 'theta', '0.2'],
  ['an empty field', 'R', ''],
  ['a capacitance of zero', 'C', '0'],
]) {
  test(`${what} marks the control, says why and keeps the picture`, async () => {
    const page = await open();
    const before = await hooks(page);
    await page.fill(`#number-${field}`, value);
    await page.waitForSelector('[aria-invalid="true"]');
    const marked = await page.evaluate(() => {
      const input = document.querySelector('[aria-invalid="true"]');
      const ids = (input.getAttribute('aria-describedby') ?? '').split(' ');
      return ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
    });
    assert.ok(marked.trim().length > 10, marked);
    const { count, rate, table } = await hooks(page);
    assert.deepEqual({ count, rate, table }, { count: before.count, rate: before.rate, table: before.table });
    await page.fill(`#number-${field}`, field === 'theta' ? '4.5' : '1');
    await frame(page);
    assert.equal(await page.locator('[aria-invalid="true"]').count(), 0);
    assert.deepEqual(page.complaints, []);
    await page.close();
  });
}

test("the notebook's sine panel is a preset of the second tab", async () => {
  const page = await open();
  await page.click('#tab-time');
  await page.click('.presets button:has-text("sine")');
  assert.equal((await hooks(page)).count, '0');
  await slide(page, 'amplitude', 2);
  assert.equal((await hooks(page)).count, '10');
  await page.close();
});

test('a steady state at theta never fires, and the sentence says so', async () => {
  const page = await open();
  await page.fill('#number-amplitude', '0.78125');
  const { count, rate, regime } = await hooks(page);
  assert.equal(count, '0');
  assert.equal(rate, '0 Hz');
  assert.match(regime, /never/);
  await page.close();
});

test('without WebAssembly the page says so in words', async () => {
  const page = await open({ block: '**/*.wasm*' });
  await page.waitForFunction(() => /WebAssembly module did not load/.test(document.body.innerText));
  await page.close();
});
