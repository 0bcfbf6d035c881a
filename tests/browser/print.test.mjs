// What is handed out on paper: one page, dark ink on white, whatever the screen is like.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';

import { close, frame, open } from './lab.mjs';

after(close);

const margin = { top: '12mm', bottom: '12mm', left: '12mm', right: '12mm' };

for (const experiment of ['constant', 'time', 'two', 'intensity']) {
  test(`${experiment} prints on one page`, async () => {
    const page = await open({ hash: `#experiment=${experiment}` });
    for (const format of ['A4', 'Letter']) {
      const pdf = await page.pdf({ format, margin });
      const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g);
      assert.equal(pages.length, 1, format);
    }
    await page.close();
  });
}

test('a wrong value prints with what is wrong with it, and over nothing', async () => {
  const page = await open();
  await page.fill('#number-theta', '-5');
  await frame(page);
  await page.emulateMedia({ media: 'print' });
  assert.ok(await page.isVisible('#notice'));
  assert.match(await page.textContent('#notice'), /must lie below .*last valid values/);
  assert.deepEqual(
    await page.$$eval('.message', (all) => all.filter((each) => each.checkVisibility()).length),
    0,
  );
  assert.equal(await page.$eval('#number-theta', (field) => getComputedStyle(field).outlineWidth), '0px');
  await page.close();
});

test('plots are drawn anew for paper, and the map keeps to its axes there', async () => {
  const page = await open({ hash: '#panel=map' });
  await page.waitForSelector('canvas.heat:not([hidden])');
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 700, height: 900 }); // of A4 within its margins
  await page.waitForFunction(() => {
    const { width, height } = document.querySelector('#plots canvas');
    const box = document.querySelector('#plots .chart').getBoundingClientRect();
    return Math.abs(width / height - box.width / box.height) < 0.02 && width >= 2.5 * box.width;
  });
  const [heat, axes, graph] = await page.evaluate(() =>
    ['canvas.heat', '#panel-map .graph.map .axis', '#panel-map .graph.map'].map((selector) => {
      const { left, right, top, bottom } = document.querySelector(selector).getBoundingClientRect();
      return { left, right, top, bottom };
    }),
  );
  for (const side of ['left', 'right', 'top', 'bottom']) {
    assert.ok(Math.abs(heat[side] - axes[side]) < 2, `${side}: ${heat[side]}, ${axes[side]}`);
  }
  assert.ok(graph.right - heat.right > 20);
  await page.close();
});

test('it prints in the colours of paper', async () => {
  const page = await open();
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  // The frame that brings another medium may be the one after the next.
  await page.waitForFunction(() => {
    const canvas = document.querySelector('#plots canvas');
    const { width, height } = canvas;
    const copy = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
    copy.drawImage(canvas, 0, 0);
    const { data } = copy.getImageData(0, 0, width, height);
    let darkest = 765;
    for (let i = 0; i < data.length; i += 4) {
      if (data[i + 3] > 200) darkest = Math.min(darkest, data[i] + data[i + 1] + data[i + 2]);
    }
    return darkest < 200;
  });
  assert.deepEqual(page.complaints, []);
});
