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

const tabs = ['constant', 'time', 'two', 'intensity'];

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

for (const [width, height] of [
  [740, 360],
  [844, 390],
  [853, 480],
])
  test(`nothing is wider than a phone on its side: ${width} × ${height}`, async () => {
    const page = await open({ viewport: { width, height } });
    for (const tab of tabs) {
      await page.click(`#tab-${tab}`);
      await frame(page);
      assert.deepEqual(await page.evaluate(layoutFaults), [], tab);
      await page.focus('#plots canvas');
      for (const key of ['+', '+', 'PageUp']) await page.keyboard.press(key);
      await frame(page);
      assert.deepEqual(await page.evaluate(layoutFaults), [], `${tab}, a spike under the cursor`);
      await page.click('#zoom-reset');
    }
    await page.close();
  });

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
for (const [viewport, experiment] of [
  ...sizes.flatMap((size) => [
    [size, 'time'],
    [size, 'intensity'],
  ]),
  [{ width: 320, height: 256 }, 'time'],
  [{ width: 740, height: 360 }, 'intensity'],
]) {
  for (const key of ['Tab', 'Shift+Tab']) {
    const where = `${viewport.width} × ${viewport.height}, ${experiment}`;
    test(`nothing covers the focus that ${key} moves at ${where}`, async () => {
      const page = await open({ viewport, hash: `#experiment=${experiment}&panel=numerics` });
      await page.waitForSelector('#numerics-table td');
      await page.click('#zoom-in');
      await page.click('#listen');
      await page.waitForSelector('#play');
      await page.click('#play'); // a cursor that runs takes every frame
      await page.evaluate(
        (start) => {
          document.body.tabIndex = -1;
          document.querySelector(start).focus();
        },
        key === 'Tab' ? 'body' : 'footer a',
      );
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

for (const path of ['', 'embed.html'])
  for (const width of [320, 360, 740, 1100, 1280, 1440])
    for (const experiment of tabs)
      test(`the plots hold still under the cursor: ${path || 'lab'}, ${experiment}, ${width} px`, async () => {
        const page = await open({
          path,
          hash: `#experiment=${experiment}`,
          viewport: { width, height: 800 },
        });
        const places = new Set();
        const note = async () => {
          await frame(page);
          places.add(await page.evaluate(placeOfPlots));
        };
        for (const press of [0, 1]) {
          if (press) await page.click('#zoom-in');
          await page.mouse.move(2, 2);
          await note();
          const box = await page.locator('#plots canvas').last().boundingBox();
          for (const part of [0.31, 0.5, 0.617]) {
            await page.mouse.move(box.x + part * box.width, box.y + box.height / 2);
            await note();
          }
          await page.focus('#plots canvas');
          await page.keyboard.press('PageUp'); // onto a spike
          await note();
        }
        assert.deepEqual([...places].length, 1, [...places].join('; '));
        await page.close();
      });

/** Where the plots begin and end, and what is written above them but does not fit there. */
function placeOfPlots() {
  const { top, bottom } = document.getElementById('plots').getBoundingClientRect();
  const line = document.getElementById('reading').getBoundingClientRect();
  const out = [...document.querySelectorAll('.values > span, .hint')].filter((node) => {
    const box = node.getBoundingClientRect();
    return (
      box.height && (box.top < line.top - 1 || box.bottom > line.bottom + 1 || box.right > line.right + 1)
    );
  });
  const from = Math.round(top + scrollY);
  return `${from} to ${Math.round(bottom + scrollY)}${out.map((node) => `, cut: ${node.textContent}`)}`;
}

for (const width of [320, 360, 768, 1280, 1440])
  for (const experiment of tabs)
    test(`no slider moves what lies under the finger: ${experiment}, ${width} px`, async () => {
      const page = await open({ hash: `#experiment=${experiment}`, viewport: { width, height: 800 } });
      const moved = await page.evaluate(async () => {
        const found = [];
        const places = () =>
          ['controls', 'panels'].map((id) =>
            Math.round(document.getElementById(id).getBoundingClientRect().top + scrollY),
          );
        const before = places().join();
        for (const slider of document.querySelectorAll('#controls input[type="range"]')) {
          if (!slider.checkVisibility()) continue;
          const { value, min, max } = slider;
          for (const next of [
            min,
            Number(min) + 0.1 * (max - min),
            (Number(min) + Number(max)) / 2,
            max,
            value,
          ]) {
            slider.value = next;
            slider.dispatchEvent(new Event('input', { bubbles: true }));
            await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
            if (places().join() !== before)
              found.push(`${slider.id} at ${slider.value}: ${before} to ${places()}`);
          }
        }
        return found;
      });
      assert.deepEqual(moved, []);
      await page.close();
    });

test('a pointer that closes the explanation leaves the page where it is', async () => {
  const page = await open({ viewport: { width: 360, height: 740 } });
  const before = await page.evaluate(() => {
    scrollBy(0, document.getElementById('about-close').getBoundingClientRect().bottom + 20 - innerHeight);
    return scrollY;
  });
  assert.ok(before > 100);
  await page.click('#about-close');
  await frame(page);
  assert.equal(await page.evaluate(() => scrollY), before);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'help');
  await page.close();
});

test('on a phone on its side the plots are in sight beside the sliders', async () => {
  const page = await open({ viewport: { width: 740, height: 360 } });
  for (const key of ['amplitude', 'u_rest', 'duration']) {
    const [plots, slider] = await page.evaluate((id) => {
      document.getElementById(id).scrollIntoView({ block: 'center' });
      return ['plots', id].map((each) => document.getElementById(each).getBoundingClientRect().toJSON());
    }, `slider-${key}`);
    if (key !== 'amplitude')
      assert.ok(plots.top >= 0 && plots.bottom <= 360, `${key}: ${plots.top} to ${plots.bottom}`);
    assert.ok(plots.right <= slider.left);
  }
  await page.close();
});

test('the headings of a data table stay on top of it, those of its rows go', async () => {
  const page = await open({ hash: '#panel=fi' });
  await page.click('#panel-fi details.data summary');
  await page.waitForSelector('#fi-data tbody th');
  const tops = await page.evaluate(() => {
    const box = document.querySelector('#panel-fi .scroll');
    box.scrollTop = 150;
    const top = (selector) =>
      document.querySelector(selector).getBoundingClientRect().top - box.getBoundingClientRect().top;
    return { head: top('#fi-data thead th'), row: top('#fi-data tbody th') };
  });
  assert.ok(Math.abs(tops.head) < 2 && tops.row < -50, JSON.stringify(tops));
  await page.close();
});

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
