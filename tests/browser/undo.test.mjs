// Undo, redo and the ways back.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';

import { close, frame, open } from './lab.mjs';

after(close);

const value = (page, key) => page.inputValue(`#number-${key}`);
const disabled = (page, id) => page.getAttribute(`#${id}`, 'aria-disabled');

/** A page whose undo is there. */
async function lab(how) {
  const page = await open(how);
  await page.waitForFunction(() =>
    performance
      .getEntriesByType('resource')
      .some(({ name, responseEnd }) => /undo-/.test(name) && responseEnd),
  );
  await page.waitForTimeout(50);
  return page;
}

async function press(page, selector, ...keys) {
  await page.focus(selector);
  for (const key of keys) {
    await page.keyboard.press(key);
    await frame(page);
  }
}

test('keys and buttons undo and redo what was let go', async () => {
  const page = await lab();
  assert.deepEqual([await disabled(page, 'undo'), await disabled(page, 'redo')], ['true', 'true']);
  await press(page, '#slider-amplitude', 'ArrowRight', 'ArrowRight');
  await press(page, '#slider-theta', 'ArrowLeft');
  assert.deepEqual([await value(page, 'amplitude'), await value(page, 'theta')], ['1', '4.5']);
  await page.keyboard.press('Control+z');
  assert.equal(await value(page, 'theta'), '5');
  await page.keyboard.press('Meta+z');
  assert.equal(await value(page, 'amplitude'), '0.9');
  await page.click('#undo');
  assert.equal(await value(page, 'amplitude'), '0.8');
  assert.deepEqual([await disabled(page, 'undo'), await disabled(page, 'redo')], ['true', 'false']);
  await page.keyboard.press('Control+y');
  await page.keyboard.press('Control+Shift+Z');
  await page.click('#redo');
  assert.deepEqual([await value(page, 'amplitude'), await value(page, 'theta')], ['1', '4.5']);
  assert.deepEqual([await disabled(page, 'undo'), await disabled(page, 'redo')], ['false', 'true']);
  await page.click('#redo', { force: true }); // nothing more
  assert.equal(await value(page, 'theta'), '4.5');
  assert.deepEqual(page.complaints, []);
  await page.close();
});

test("a field that is typed in keeps its own Ctrl+Z; one that is entered is the page's", async () => {
  const page = await lab();
  await page.focus('#number-amplitude');
  await page.keyboard.press('End');
  await page.keyboard.type('5');
  await frame(page);
  assert.equal(await value(page, 'amplitude'), '0.85');
  await page.keyboard.press('Control+z');
  await frame(page);
  assert.equal(await value(page, 'amplitude'), '0.8', 'by the field');
  await page.keyboard.press('End');
  await page.keyboard.type('7');
  await page.keyboard.press('Enter');
  await frame(page);
  assert.equal(await value(page, 'amplitude'), '0.87');
  await page.keyboard.press('Control+z');
  await frame(page);
  assert.equal(await value(page, 'amplitude'), '0.8', 'by the page');
  await page.keyboard.press('Control+y');
  await frame(page);
  assert.equal(await value(page, 'amplitude'), '0.87');
  await page.close();
});

test('Reset says so and offers its undo, which brings values and zoom back', async () => {
  const page = await lab();
  await press(page, '#slider-amplitude', 'ArrowRight');
  await page.click('#zoom-in');
  await frame(page);
  const zoomed = await page.getAttribute('#plots canvas', 'aria-label');
  const top = (await page.locator('.card').boundingBox()).y;
  await page.click('#reset');
  await frame(page);
  assert.equal(await value(page, 'amplitude'), '0.8');
  assert.equal(await page.locator('#after-reset').innerText(), 'Reset. Undo');
  assert.match(await page.textContent('#announcer'), /^Reset\. /);
  assert.equal((await page.locator('.card').boundingBox()).y, top, 'nothing moves');
  await page.click('#after-reset button');
  await frame(page);
  assert.equal(await value(page, 'amplitude'), '0.9');
  assert.equal(await page.getAttribute('#plots canvas', 'aria-label'), zoomed);
  assert.equal(await page.isVisible('#after-reset'), false);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'reset');
  await page.click('#reset');
  await press(page, '#slider-R', 'ArrowRight');
  assert.equal(await page.isVisible('#after-reset'), false, 'what follows takes the offer back');
  await page.close();
});

test('the ways back lead to the link one came by, then to the start', async () => {
  const page = await lab({ hash: '#amplitude=2&theta=6.2&method=euler&dt=0.2&from=10&to=60' });
  const back = '[data-key="theta"] .back';
  await press(page, '#slider-theta', 'ArrowRight');
  assert.equal(await value(page, 'theta'), '6.5');
  for (const [title, next] of [
    ['Back to 6.2', '6.2'],
    ['Back to 5', '5'],
    ['Back to 6.2', '6.2'],
  ]) {
    assert.equal(await page.getAttribute(back, 'title'), title);
    await page.click(back);
    await frame(page);
    assert.equal(await value(page, 'theta'), next);
  }
  await press(page, '#slider-amplitude', 'ArrowRight');
  await page.click('#zoom-reset');
  const hash = async () => {
    await page.waitForTimeout(400);
    return page.evaluate(() => location.hash);
  };
  await page.click('#reset');
  assert.equal(
    await hash(),
    '#v=1&experiment=constant&amplitude=2&theta=6.2&method=euler&dt=0.2&from=10&to=60',
  );
  await page.click('#reset');
  assert.equal(await hash(), '#v=1&experiment=constant');
  await page.click('#undo');
  assert.match(await hash(), /amplitude=2&theta=6.2&method=euler&dt=0.2&from=10&to=60$/);
  await page.close();
});

test('a link followed later is a new place to go back to; Back is not', async () => {
  const page = await lab();
  await page.evaluate(() => (location.hash = '#R=7'));
  await frame(page);
  await press(page, '#slider-R', 'ArrowRight');
  await page.click('#tab-two');
  await page.waitForTimeout(400);
  await page.goBack();
  await frame(page);
  assert.equal(await value(page, 'R'), '7.1');
  await page.click('#reset');
  await frame(page);
  assert.equal(await value(page, 'R'), '7');
  await page.click('#reset');
  await frame(page);
  assert.equal(await value(page, 'R'), '6.4');
  await page.close();
});

test('a link that cannot be run is mended, and nothing leads back to it', async () => {
  const page = await lab({ hash: '#R=-4&theta=6' });
  await page.waitForFunction(() => document.querySelector('#number-R').value === '6.4');
  await press(page, '#slider-amplitude', 'ArrowRight');
  for (let k = 0; k < 3; k += 1) await page.click('#undo', { force: true });
  assert.deepEqual([await value(page, 'R'), await value(page, 'amplitude')], ['6.4', '0.8']);
  await page.click('#reset');
  await frame(page);
  assert.deepEqual([await value(page, 'R'), await value(page, 'theta')], ['6.4', '5']);
  await page.close();
});

test('a figure undoes by the same keys', async () => {
  const page = await lab({ path: 'embed.html', hash: '#controls=R' });
  await press(page, '#slider-R', 'ArrowRight');
  await page.keyboard.press('Control+z');
  assert.equal(await value(page, 'R'), '6.4');
  await page.close();
});
