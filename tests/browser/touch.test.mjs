// Fingers: one that scrolls changes nothing, and what is to be dragged is large enough for one.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';

import { close, frame, open } from './lab.mjs';

after(close);

const phone = { viewport: { width: 390, height: 700 }, hasTouch: true, isMobile: true };

/** A finger that comes down, moves and leaves. @param {[number, number][]} places px, from the first to the last */
async function finger(page, places) {
  const session = await page.context().newCDPSession(page);
  const points = places.flatMap(([x, y], at) => {
    if (!at) return [[x, y]];
    const [fromX, fromY] = places[at - 1];
    return [1, 2, 3, 4, 5, 6].map((k) => [fromX + ((x - fromX) * k) / 6, fromY + ((y - fromY) * k) / 6]);
  });
  for (const [at, [x, y]] of points.entries()) {
    const type = at ? 'touchMove' : 'touchStart';
    await session.send('Input.dispatchTouchEvent', { type, touchPoints: [{ x, y }] });
    await frame(page);
  }
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await page.waitForTimeout(100);
  await frame(page);
}

const values = (page) =>
  page.$$eval('#controls input', (all) => all.map(({ id, value }) => `${id} ${value}`).join());

/** Where theta's handle is: at the end of the plots, at the height of theta on the axis of u. */
async function handleOf(page) {
  const canvas = page.locator('#plots canvas').last();
  await canvas.scrollIntoViewIfNeeded();
  const box = await canvas.boundingBox();
  // The line is the one dashed in its colour: found where a mouse is offered to drag it.
  for (let y = 20; y < box.height - 20; y += 2) {
    const grabs = await canvas.evaluate((node, at) => {
      const { left, top, width } = node.getBoundingClientRect();
      node.dispatchEvent(
        new PointerEvent('pointermove', {
          clientX: left + width / 2,
          clientY: top + at,
          pointerType: 'mouse',
          bubbles: true,
        }),
      );
      return node.classList.contains('grab');
    }, y);
    if (grabs) return { x: box.x + box.width - 44, y: box.y + y + 5, middle: box.x + box.width / 2 };
  }
  throw new Error('theta is not to be found');
}

test('a finger that scrolls over sliders changes none of them', async () => {
  const page = await open(phone);
  for (const key of ['amplitude', 'theta', 'duration']) {
    const slider = page.locator(`#slider-${key}`);
    await slider.evaluate((node) => node.scrollIntoView({ block: 'center' }));
    const before = await values(page);
    const { x, y, width } = await slider.boundingBox();
    const from = await page.evaluate(() => scrollY);
    for (const [part, slant] of [
      [0.8, 0],
      [0.3, 25],
    ]) {
      const at = x + part * width;
      await finger(page, [
        [at, y + 12],
        [at + slant, y - 150],
      ]);
      assert.equal(await values(page), before, `${key}, ${slant} px aslant`);
    }
    assert.notEqual(await page.evaluate(() => scrollY), from, 'the page scrolls');
  }
  await page.close();
});

test('a finger that only comes down on a slider leaves it; one that moves across takes it', async () => {
  const page = await open(phone);
  const slider = page.locator('#slider-amplitude');
  await slider.evaluate((node) => node.scrollIntoView({ block: 'center' }));
  const before = await values(page);
  const { x, y, width } = await slider.boundingBox();
  await page.touchscreen.tap(x + 0.7 * width, y + 12);
  await page.waitForTimeout(400);
  assert.equal(await values(page), before);
  await finger(page, [
    [x + 0.2 * width, y + 12],
    [x + 0.5 * width, y + 12],
  ]);
  const value = Number(await page.inputValue('#number-amplitude'));
  assert.ok(value > 4 && value < 6, String(value));
  assert.deepEqual(page.complaints, []);
  await page.close();
});

test("theta's line scrolls under a finger, its handle is dragged", async () => {
  const page = await open(phone);
  const theta = () => page.inputValue('#number-theta');
  const { x, y, middle } = await handleOf(page);
  const from = await page.evaluate(() => scrollY);
  await finger(page, [
    [middle, y],
    [middle, y - 120],
  ]);
  assert.equal(await theta(), '5');
  assert.notEqual(await page.evaluate(() => scrollY), from, 'the page scrolls');
  await page.evaluate((top) => scrollTo(0, top), from);
  // 44 px: as far off the middle of the handle as a finger comes down
  for (const [dx, dy] of [
    [-19, 0],
    [19, 19],
    [0, -19],
  ]) {
    await page.click('#reset');
    await frame(page);
    const there = await handleOf(page);
    await finger(page, [
      [there.x + dx, there.y + dy],
      [there.x + dx, there.y + dy + 30],
    ]);
    assert.ok(Number(await theta()) < 5, `${dx}, ${dy}: ${await theta()}`);
  }
  assert.ok(x > middle);
  await page.close();
});

test('a finger that scrolls over the plots moves neither cursor nor window', async () => {
  const page = await open({ ...phone, hash: '#from=20&to=60' });
  const canvas = page.locator('#plots canvas').last();
  await canvas.evaluate((node) => node.scrollIntoView({ block: 'center' }));
  const { x, y, width, height } = await canvas.boundingBox();
  const state = () =>
    page.$$eval('#plots canvas', (all) =>
      all.map((node) => `${node.ariaLabel} ${node.ariaValueText}`).join(),
    );
  const before = await state();
  for (const at of [height - 12, height / 2]) {
    await finger(page, [
      [x + width / 2, y + at],
      [x + width / 2 + 5, y + at - 120],
    ]);
    assert.equal(await state(), before);
  }
  await canvas.evaluate((node) => node.scrollIntoView({ block: 'center' }));
  const place = await canvas.boundingBox();
  await page.touchscreen.tap(place.x + place.width / 2, place.y + place.height / 3);
  await frame(page);
  assert.notEqual(await state(), before, 'a tap reads');
  await page.close();
});
