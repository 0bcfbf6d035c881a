// What is handed out on paper: one page, dark ink on white, whatever the screen is like.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';

import { close, frame, open } from './lab.mjs';

after(close);

test('an experiment prints on one page, in the colours of paper', async () => {
  const page = await open();
  await page.emulateMedia({ colorScheme: 'dark' });
  const pdf = await page.pdf({ format: 'A4', margin: { top: '12mm', bottom: '12mm' } });
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g);
  assert.equal(pages.length, 1);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await frame(page);
  const darkest = await page.evaluate(() => {
    const canvas = document.querySelector('#plots canvas');
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    let least = 765;
    for (let i = 0; i < data.length; i += 4) {
      if (data[i + 3] > 200) least = Math.min(least, data[i] + data[i + 1] + data[i + 2]);
    }
    return least;
  });
  assert.ok(darkest < 200, `the darkest ink is ${darkest} of 765`);
  assert.deepEqual(page.complaints, []);
});
