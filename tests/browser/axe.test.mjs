// axe-core finds nothing against WCAG 2.2 AA or its own best practice. What canvases and SVGs draw it cannot see.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { after, test } from 'node:test';

import { address, blank, close, open } from './lab.mjs';
import { shownInside } from './site.mjs';
import { views } from './views.mjs';

const { resolve } = createRequire(new URL('../../web/package.json', import.meta.url));
const axe = await readFile(resolve('axe-core/axe.min.js'), 'utf8');
const everything = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

after(close);

// Colours are all that a theme changes.
for (const [colorScheme, runOnly] of [
  ['light', everything],
  ['dark', ['color-contrast']],
]) {
  for (const viewport of [
    { width: 1440, height: 900 },
    { width: 360, height: 740 },
  ]) {
    test(`axe, ${colorScheme}, ${viewport.width} px`, async () => {
      const page = await open({ viewport });
      await page.emulateMedia({ colorScheme });
      await page.evaluate(axe);
      const violations = [];
      for await (const view of views(page)) {
        for (const violation of await page.evaluate(violationsOf, runOnly))
          violations.push(`${view}: ${violation}`);
      }
      assert.deepEqual(violations, []);
      await page.close();
    });
  }
}

for (const path of ['embed.html#controls=all&show=summary,plots,readouts,regime,numerics', 'blog.html']) {
  test(`axe, ${path.split('#')[0]}`, async () => {
    for (const colorScheme of ['light', 'dark']) {
      const page = await blank({ viewport: { width: 360, height: 740 }, colorScheme });
      await page.goto(address + path);
      await shownInside(page);
      // An embed shows what is behind it, which axe takes to be white.
      await page.evaluate(() => (document.documentElement.style.background = 'Canvas'));
      await page.evaluate(axe);
      assert.deepEqual(await page.evaluate(violationsOf, everything), [], colorScheme);
      await page.close();
    }
  });
}

/** Runs in the page. @param {string[]} runOnly rules or tags */
async function violationsOf(runOnly) {
  scrollTo(0, 0); // where nothing that sticks covers a target
  const { violations } = await window.axe.run({ runOnly, resultTypes: ['violations'] });
  return violations.map(({ id, nodes }) => `${id} ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}
