// Nothing clipped, on top of another or too small to hit; nothing moves by itself; the focus is always in sight.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';

import { close, frame, open, slide } from './lab.mjs';
import { layoutFaults } from './layout.mjs';
import { views } from './views.mjs';

const sizes = [
  { width: 320, height: 640 },
  { width: 768, height: 1024 },
  { width: 1440, height: 900 },
];

after(close);

for (const viewport of sizes) {
  test(`all is in its place at ${viewport.width} px`, async () => {
    const page = await open({ viewport });
    const faults = [];
    for await (const view of views(page)) {
      await frame(page);
      for (const fault of await page.evaluate(layoutFaults)) faults.push(`${view}: ${fault}`);
    }
    assert.deepEqual(faults, []);
    await page.close();
  });

  test(`nothing shifts by itself at ${viewport.width} px`, async () => {
    const page = await open({ viewport });
    await page.evaluate(() => {
      window.shifts = [];
      new PerformanceObserver((list) => {
        for (const { hadRecentInput, value, sources } of list.getEntries())
          if (!hadRecentInput)
            window.shifts.push({ value, moved: sources.map(({ node }) => node?.outerHTML?.slice(0, 80)) });
      }).observe({ type: 'layout-shift', buffered: true });
    });
    for (const value of [0, 0.5, 1, 5, 10]) await slide(page, 'amplitude', value);
    for (const panel of ['statistics', 'fi', 'map', 'numerics']) {
      await page.click(`#open-${panel}`);
      await page.waitForTimeout(600); // what shifts half a second after an input counts
      for (const value of [0.9, 4]) await slide(page, 'amplitude', value);
    }
    const shifts = await page.evaluate(() => window.shifts);
    const sum = shifts.reduce((total, { value }) => total + value, 0);
    assert.ok(sum <= 0.01, JSON.stringify(shifts));
    await page.close();
  });
}

test('no line ends between a number and its unit, at any width', async () => {
  const page = await open();
  for (let width = 320; width <= 1200; width += 55) {
    await page.setViewportSize({ width, height: 800 });
    const torn = await page.evaluate(() => {
      const range = document.createRange();
      return [...document.querySelectorAll('#regime .quantity')]
        .filter((node) => {
          range.selectNodeContents(node);
          const tops = [...range.getClientRects()].map(({ bottom }) => bottom);
          return Math.max(...tops) - Math.min(...tops) > 12;
        })
        .map((node) => node.textContent);
    });
    assert.deepEqual(torn, [], `${width} px`);
  }
  const whole = await page.$$eval('#regime .quantity', (all) => all.map((node) => node.textContent));
  assert.deepEqual(whole, ['u_rest = 5.12 mV', 'θ = 5 mV', '47.3 Hz', '0.781 nA']);
  await page.close();
});

test('a number field shows all of a number that it holds', async () => {
  const page = await open({ hash: '#experiment=time&theta=1000000000&u_rest=0.000123457' });
  for (const key of ['theta', 'u_rest']) {
    const [text, room] = await page.$eval(`#number-${key}`, (field) => {
      const { font, paddingLeft, paddingRight } = getComputedStyle(field);
      const pen = document.createElement('canvas').getContext('2d');
      pen.font = font;
      const inside = field.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
      return [pen.measureText(field.value).width, inside];
    });
    assert.ok(text <= room, `${key}: ${text} px in ${room} px`);
  }
  await page.close();
});

test('all tabs are in sight at any width', async () => {
  const page = await open();
  for (let width = 320; width < 1200; width += 20) {
    await page.setViewportSize({ width, height: 800 });
    await frame(page);
    const hidden = await page.evaluate(() => {
      const tabs = document.getElementById('tabs');
      return tabs.scrollWidth - tabs.clientWidth;
    });
    assert.ok(hidden <= 0, `${hidden} px at ${width}`);
  }
  await page.close();
});

// The second is 1280 × 1024 at 400 %.
for (const viewport of [...sizes, { width: 320, height: 256 }]) {
  for (const key of ['Tab', 'Shift+Tab']) {
    test(`nothing covers the focus that ${key} moves at ${viewport.width} × ${viewport.height}`, async () => {
      const page = await open({ viewport, hash: '#experiment=time&panel=numerics' });
      await page.waitForSelector('#numerics-table td');
      const covered = [];
      let visited = 0;
      for (;;) {
        await page.keyboard.press(key);
        await frame(page);
        const focus = await page.evaluate(nextFocus);
        if (!focus) break;
        visited += 1;
        if (focus.over) covered.push(`${focus.over} over ${focus.name}`);
      }
      assert.ok(visited > 40, `only ${visited} had the focus`);
      assert.deepEqual(covered, []);
      await page.close();
    });
  }
}

/** What has the focus, unless it had it before, and what lies over the middle of it or of its label. */
function nextFocus() {
  const focused = document.activeElement;
  window.visited ??= new Set([document.body]);
  if (window.visited.has(focused)) return null;
  window.visited.add(focused);
  const target = focused.closest('label') ?? focused;
  const { left, right, top, bottom } = target.getBoundingClientRect();
  const over = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  const name = (node) => node?.id || node?.className || node?.tagName || 'the edge of the window';
  return { name: name(focused), over: target.contains(over) ? null : name(over) };
}
