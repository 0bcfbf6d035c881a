// What is handed out on paper: one page, dark ink on white, whatever the screen is like.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';

import { close, open } from './lab.mjs';

after(close);

test('an experiment prints on one page, in the colours of paper', async () => {
  const page = await open();
  await page.emulateMedia({ colorScheme: 'dark' });
  const pdf = await page.pdf({ format: 'A4', margin: { top: '12mm', bottom: '12mm' } });
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g);
  assert.equal(pages.length, 1);
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
