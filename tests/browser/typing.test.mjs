// Numbers that are typed and stepped: what is meant arrives, and what cannot be read is named.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';

import { close, frame, hooks, open } from './lab.mjs';

after(close);

const inLink = (page, key) => page.evaluate((of) => new URLSearchParams(location.hash.slice(1)).get(of), key);
const message = (page, key) => page.textContent(`#message-${key}`);

/** @returns what the link says once a text was typed into a field, and what the field then shows */
async function typed(page, key, text) {
  await page.click(`#number-${key}`, { clickCount: 3 });
  await page.keyboard.insertText(text);
  await page.keyboard.press('Enter');
  await frame(page);
  await page.waitForTimeout(400); // the address follows after a moment
  return [await inLink(page, key), await page.inputValue(`#number-${key}`)];
}

test('a comma, a typographic minus, a power and a unit are read as they are meant', async () => {
  const page = await open();
  for (const [key, text, value] of [
    ['amplitude', '7,5', '7.5'],
    ['amplitude', '750 pA', '0.75'],
    ['amplitude', '1e-3', '0.001'],
    ['u_rest', '−3', '-3'],
    ['duration', '0,2 s', '200'],
  ])
    assert.deepEqual(await typed(page, key, text), [value, value], text);
  assert.deepEqual(page.complaints, []);
  await page.close();
});

test('what cannot be read is named beside the field; the last picture and the text stay', async () => {
  const page = await open();
  const before = await hooks(page);
  for (const [text, words] of [
    ['7;5', /^Current: “7;5” is no number/],
    ['1,000', /“1,000” may be 1\.000 or 1000/],
    ['3 mV', /“mV” is no unit of it; write the number in nA/],
    ['1e999', /“1e999” is beyond/],
  ]) {
    const [link, shown] = await typed(page, 'amplitude', text);
    assert.equal(shown, text);
    assert.equal(link, null, text);
    assert.match(await message(page, 'amplitude'), words);
    assert.equal(await page.getAttribute('#number-amplitude', 'aria-invalid'), 'true');
    assert.deepEqual((await hooks(page)).table, before.table);
    await page.focus('#slider-R'); // where it is left
    await frame(page);
    assert.equal(await page.inputValue('#number-amplitude'), text);
  }
  await page.click('[data-key="amplitude"] .back');
  await frame(page);
  assert.equal(await page.inputValue('#number-amplitude'), '0.8');
  assert.equal(await message(page, 'amplitude'), '');
  assert.equal(await page.locator('[aria-invalid="true"]').count(), 0);
  await page.close();
});

test('arrow and Page keys step a field between the ends of its slider', async () => {
  const page = await open({ hash: '#R=1.05' });
  const field = '#number-R';
  const state = () =>
    page.$eval(field, (node) =>
      ['valuenow', 'valuemin', 'valuemax'].map((each) => node.getAttribute(`aria-${each}`)),
    );
  assert.equal(await page.getAttribute(field, 'role'), 'spinbutton');
  assert.deepEqual(await state(), ['1.05', '1', '10']);
  await page.focus(field);
  for (const [key, value] of [
    ['ArrowUp', '1.1'],
    ['ArrowDown', '1'],
    ['ArrowDown', '1'],
    ['PageUp', '2'],
    ['PageUp', '3'],
    ['PageDown', '2'],
  ]) {
    await page.keyboard.press(key);
    assert.equal(await page.inputValue(field), value, key);
    await frame(page);
    assert.equal(await page.inputValue('#slider-R'), value, key);
  }
  assert.deepEqual(await state(), ['2', '1', '10']);
  assert.equal(await page.getAttribute(field, 'aria-valuetext'), '2 MΩ');
  await page.close();
});

test('a slider steps from the value a link set onto the next of its stops', async () => {
  for (const [value, key, next] of [
    ['1.05', 'ArrowRight', '1.1'],
    ['1.05', 'ArrowLeft', '1'],
    ['1.01', 'ArrowRight', '1.1'],
    ['1.01', 'ArrowLeft', '1'],
  ]) {
    const page = await open({ hash: `#amplitude=${value}&R=${value}` });
    for (const name of ['amplitude', 'R']) {
      assert.equal(await page.inputValue(`#slider-${name}`), value);
      await page.focus(`#slider-${name}`);
      await page.keyboard.press(key);
      await frame(page);
      assert.equal(await page.inputValue(`#number-${name}`), next, `${name} = ${value}, ${key}`);
    }
    await page.close();
  }
});

test('assistive technology, which moves a slider by less than a step, moves it on', async () => {
  const page = await open({ hash: '#u_rest=0.51' });
  await page.$eval('#slider-u_rest', (slider) => {
    slider.value = '0.52';
    slider.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await frame(page);
  assert.equal(await page.inputValue('#number-u_rest'), '0.55');
  await page.close();
});

test('a typed value beyond the slider widens it, and its ends are printed', async () => {
  const page = await open();
  const ends = () =>
    page.$$eval('[data-key="amplitude"] :is(.least, .most)', (all) =>
      all.filter((end) => end.checkVisibility()).map((end) => end.textContent),
    );
  assert.deepEqual(await ends(), []);
  await typed(page, 'amplitude', '14');
  assert.deepEqual(await ends(), ['0', '20']);
  assert.equal(await page.inputValue('#slider-amplitude'), '14');
  await page.focus('#slider-amplitude');
  await page.keyboard.press('ArrowRight');
  await frame(page);
  assert.equal(await page.inputValue('#number-amplitude'), '14.1');
  await page.keyboard.press('Home');
  await frame(page);
  assert.deepEqual(await ends(), ['0', '20'], 'the ends stay under the hand');
  await typed(page, 'amplitude', '-2');
  assert.deepEqual(await ends(), ['-2', '10']);
  await page.click('[data-key="amplitude"] .back');
  await frame(page);
  assert.deepEqual(await ends(), []);
  await page.close();
});

test('sliders and fields are named in words, with their unit', async () => {
  const page = await open({ hash: '#experiment=time' });
  const names = () =>
    page.$$eval('.control input', (all) => all.map((input) => input.getAttribute('aria-label')));
  for (const name of await names()) assert.match(name, /^[A-Z][^_]* in (nA|Hz|rad|ms|MΩ|nF|mV)$/, name);
  assert.ok((await names()).includes('Rest u rest in mV'));
  await page.selectOption('#choice-waveform', 'ramp');
  await frame(page);
  assert.ok((await names()).includes('Amplitude I 0 in nA/ms'), String(await names()));
  await page.close();
});
