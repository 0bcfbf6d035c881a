// Where spikes are too near to each other for strokes of their own: a pale band, a sentence that says so, and its
// button. And lines in pieces look as in one.

import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { after, test } from 'node:test';

import { blank, close, frame, open, slide } from './lab.mjs';
import { layoutFaults } from './layout.mjs';

const { build } = createRequire(new URL('../../web/package.json', import.meta.url))('esbuild');
const many = '#amplitude=10&duration=1000';

after(close);

const shown = '.crowd:not([hidden])';

/** Darkness of the pixels of a row of the first canvas, 0 … 1, from the left; `from` the bottom, px. */
function across(page, from) {
  return page.evaluate((up) => {
    const canvas = document.querySelector('#plots canvas');
    const { width, height } = canvas;
    const copy = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
    copy.drawImage(canvas, 0, 0);
    const { data } = copy.getImageData(0, Math.round(height - (up * height) / canvas.clientHeight), width, 1);
    return Array.from({ length: width }, (_, x) =>
      data[4 * x + 3] ? (data[4 * x + 3] / 255) * (1 - data[4 * x + 1] / 255) : 0,
    );
  }, from);
}
const RASTER = 55; // above the bottom, px

/** How much is drawn on the canvases under each button: the greatest opacity, 0 … 255. */
function drawnUnder(page) {
  return page.$$eval(shown, (buttons) =>
    buttons.map((button) => {
      const canvas = button.parentNode.querySelector('canvas');
      const [box, own] = [button.getBoundingClientRect(), canvas.getBoundingClientRect()];
      const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d');
      copy.drawImage(canvas, 0, 0);
      const ratio = canvas.width / own.width;
      const [left, top] = [box.left - own.left, box.top - own.top].map((px) => Math.ceil(px * ratio));
      const [right, bottom] = [box.right - own.left, box.bottom - own.top].map((px) =>
        Math.floor(px * ratio),
      );
      const place = [left, top, right - left, bottom - top];
      return copy
        .getImageData(...place)
        .data.reduce((most, value, at) => (at % 4 === 3 && value > most ? value : most), 0);
    }),
  );
}

test('2,312 spikes are a pale band, and the plot says how many they are', async () => {
  const page = await open({ hash: many });
  assert.equal(await page.textContent(shown), '2312 spikes: zoom in to see them');
  const row = await across(page, RASTER);
  const inside = row.slice(200, 800);
  assert.ok(Math.max(...inside) < 0.5, 'no bar of ink');
  assert.ok(Math.min(...inside) > 0.15, 'nor nothing');
  assert.deepEqual(await page.evaluate(layoutFaults), []);
  assert.deepEqual(await drawnUnder(page), [0]);
  assert.deepEqual(page.complaints, []);
  await page.close();
});

test('its button is reached by keyboard, zooms until spikes stand apart, and leaves the focus on the plot', async () => {
  const page = await open({ hash: many });
  await page.focus('#plots canvas');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.className), 'crowd');
  assert.equal(await page.getByRole('button', { name: '2312 spikes: zoom in to see them' }).count(), 1);
  await page.keyboard.press('Enter');
  await frame(page);
  assert.equal(await page.locator(shown).count(), 0);
  assert.match(await page.getAttribute('#plots canvas', 'aria-label'), /zoomed to 4\d\d.* to 5\d\d/);
  assert.equal(await page.evaluate(() => document.activeElement.tagName), 'CANVAS');
  const row = await across(page, RASTER);
  const strokes = row.filter((dark, x) => dark > 0.5 && row[x - 1] <= 0.5).length;
  assert.ok(strokes > 40, `${strokes} strokes`);
  await page.keyboard.press('0');
  await frame(page);
  assert.equal(await page.locator(shown).count(), 1);
  await page.close();
});

test('it zooms about the cursor', async () => {
  const page = await open({ hash: many });
  await page.focus('#plots canvas');
  await page.keyboard.press('Home');
  for (let i = 0; i < 3; i += 1) await page.keyboard.press('PageUp');
  await frame(page);
  await page.click(shown);
  await frame(page);
  assert.match(await page.getAttribute('#plots canvas', 'aria-label'), /zoomed to [01]\.\d+ to /);
  await page.close();
});

for (const [experiment, words, width] of [
  ['', /^\d+ spikes: zoom in to see them$/, 390],
  ['intensity', /^232 spikes \+$/, 390],
  ['intensity', /^232 \+$/, 320],
]) {
  test(`at ${width} px it overlaps nothing and moves nothing: ${experiment || 'constant'}`, async () => {
    const hash = experiment ? `#experiment=${experiment}` : '#amplitude=10';
    const page = await open({ hash, viewport: { width, height: 844 } });
    const texts = await page.locator(shown).allTextContents();
    assert.match(texts.at(-1), words);
    assert.match(
      await page
        .locator(shown)
        .last()
        .evaluate((button) => button.ariaLabel ?? button.textContent),
      /^\d+ spikes: zoom in to see them$/,
    );
    assert.deepEqual(await page.evaluate(layoutFaults), []);
    assert.deepEqual(
      await drawnUnder(page),
      texts.map(() => 0),
    );
    const boxes = () =>
      page.$$eval('#plots canvas, #plots, .card, #regime', (all) =>
        all.map((each) => JSON.stringify(each.getBoundingClientRect())),
      );
    const before = await boxes();
    await slide(page, experiment ? 'amplitude_high' : 'amplitude', 0.5);
    assert.equal(await page.locator(shown).count(), 0);
    assert.deepEqual(await boxes(), before);
    await page.close();
  });
}

test('232 spikes on a wide plot are drawn one by one', async () => {
  const page = await open({ hash: '#amplitude=10' });
  assert.equal(await page.locator(shown).count(), 0);
  await page.close();
});

test('on paper there is no button', async () => {
  const page = await open({ hash: many });
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator(shown).first().isVisible(), false);
  await page.close();
});

test('lines in pieces look as in one path: no seam, no kink, in translucent colours too', async () => {
  const entry = fileURLToPath(new URL('../../web/js/plots/marks/lines.js', import.meta.url));
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'lines',
  });
  const page = await blank();
  await page.addScriptTag({ content: outputFiles[0].text });
  const faults = await page.evaluate(() => {
    const count = 2000;
    const xs = Float64Array.from({ length: count }, (_, i) => 46.3 + 0.45 * i);
    const shapes = {
      charges: (i) => 20 + 150 * Math.exp(-(i % 60) / 20),
      slope: (i) => 20.3 + 0.07 * i,
      'up and down': (i) => (i % 2 ? 30.4 : 160.7),
    };
    const found = [];
    for (const ratio of [1, 1.25, 2, 3]) {
      for (const colour of ['rgb(31, 95, 159)', 'rgba(31, 95, 159, 0.5)']) {
        for (const [name, shape] of Object.entries(shapes)) {
          const points = { xs, ys: xs.map((_, i) => shape(i)) };
          const drawn = (stroke) => {
            const canvas = new OffscreenCanvas(1000 * ratio, 200 * ratio);
            const ctx = canvas.getContext('2d', { willReadFrequently: true });
            ctx.scale(ratio, ratio);
            stroke(ctx);
            return ctx.getImageData(0, 0, canvas.width, canvas.height).data;
          };
          const pieces = drawn((ctx) => window.lines.strokeLine(ctx, points, 0, count - 1, colour, 1.75));
          const one = drawn((ctx) => {
            Object.assign(ctx, { strokeStyle: colour, lineWidth: 1.75, lineJoin: 'round' });
            ctx.beginPath();
            for (let i = 0; i < count; i += 1) ctx.lineTo(points.xs[i], points.ys[i]);
            ctx.stroke();
          });
          let [sum, inked, most] = [0, 0, 0];
          for (let i = 3; i < one.length; i += 4) {
            const difference = Math.abs(one[i] - pieces[i]);
            if (one[i] || pieces[i]) inked += 1;
            sum += difference;
            most = Math.max(most, difference);
          }
          // Long paths are sampled, short ones measured: edges differ by a few of 255, a seam by half of them.
          const limit = name === 'up and down' ? 8 : 2;
          if (sum / inked > limit || most > 110)
            found.push(
              `${name}, ${colour}, ${ratio}: ${(sum / inked).toFixed(2)} on average, ${most} at most`,
            );
        }
      }
    }
    return found;
  });
  assert.deepEqual(faults, []);
  await page.close();
});
