// What a visitor asks of every page is heeded: forced colours, no motion.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';

import { close, open } from './lab.mjs';
import { views } from './views.mjs';

after(close);

test('in forced colours every control stands out, the one in use most', async () => {
  const page = await open();
  await page.emulateMedia({ forcedColors: 'active' });
  const faults = [];
  for await (const view of views(page)) {
    for (const fault of await page.evaluate(unseen)) faults.push(`${view}: ${fault}`);
  }
  assert.deepEqual(faults, []);
  await page.close();
});

/** Runs in the page. @returns {string[]} controls without an edge, selected ones that look like their neighbours */
function unseen() {
  const shown = (selector) =>
    [...document.querySelectorAll(selector)].filter((node) =>
      node.checkVisibility({ visibilityProperty: true }),
    );
  const page = getComputedStyle(document.body).backgroundColor;
  const edge = (node) => {
    const { borderBottomWidth, borderBottomColor } = getComputedStyle(node);
    return borderBottomWidth !== '0px' && borderBottomColor !== page;
  };
  const bare = shown(
    'button:not([role="tab"], .back, .close), select, [role="spinbutton"], .radios span, textarea',
  );
  const marked = shown('[aria-pressed="true"], [aria-expanded="true"], .radios :checked + span');
  return [
    ...bare.filter((node) => !edge(node)).map((node) => `${node.outerHTML} has no edge`),
    // Behind text the browser paints the colour of the page.
    ...bare
      .filter((node) => getComputedStyle(node).color === page)
      .map((node) => `${node.outerHTML} has no text to be seen`),
    ...marked
      .filter((node) => getComputedStyle(node).outlineStyle === 'none')
      .map((node) => `${node.outerHTML} is not marked`),
    ...shown('[role="tab"]')
      .filter((tab) => edge(tab) !== (tab.getAttribute('aria-selected') === 'true'))
      .map((tab) => `${tab.id} does not show whether it is selected`),
  ];
}

test('nothing moves by itself where less motion is asked for', async () => {
  const page = await open();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const moving = [];
  for await (const view of views(page)) {
    const found = await page.evaluate(() => {
      const all = [...document.querySelectorAll('*')].filter((node) => {
        const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(node);
        return transitionDuration !== '0s' || animationName !== 'none' || scrollBehavior === 'smooth';
      });
      return [...all.map(({ tagName }) => tagName), ...document.getAnimations().map(({ id }) => id)];
    });
    for (const what of found) moving.push(`${view}: ${what}`);
  }
  assert.deepEqual(moving, []);
  await page.close();
});
