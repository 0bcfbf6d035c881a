// Every tab, panel and dialog of the page, one after the other.

import { frame } from './lab.mjs';

const tabs = ['constant', 'time', 'two', 'intensity'];

/** What a panel shows is there and drawn, and no sweep is under way. */
async function filled(page) {
  await page.waitForFunction(() => {
    const panel = document.querySelector('.more > section:not([hidden])');
    return panel && panel.textContent !== 'Loading …' && !panel.querySelector('progress:not([hidden])');
  });
  await frame(page); // in which graphs learn their width
}

/**
 * @param {import('playwright-core').Page} page of the lab
 * @returns {AsyncGenerator<string>} the names of what is on show meanwhile
 */
export async function* views(page) {
  yield 'a first visit';
  await page.click('#about summary');
  yield 'keys and gestures';
  await page.click('#about-close');
  for (const tab of tabs) {
    await page.click(`#tab-${tab}`);
    await frame(page);
    yield tab;
    yield* panels(page, tab);
  }
  yield* dialogs(page);
  yield* states(page);
}

async function* panels(page, tab) {
  for (const button of await page.locator('#panels button').all()) {
    await button.click();
    await filled(page);
    const panel = `${tab}, ${await button.textContent()}`;
    yield panel;
    if (tab === tabs[0]) {
      await page.click('.more > section:not([hidden]) summary');
      await frame(page);
      yield `${panel} and its table`;
    }
    await button.click();
    await frame(page); // in which it closes
  }
}

async function* dialogs(page) {
  await page.click('#tab-time');
  await page.selectOption('#choice-waveform', 'own');
  await frame(page);
  yield 'own current';
  for (const button of await page.locator('#actions button[aria-haspopup], #open-current').all()) {
    await button.click();
    await page.waitForFunction(
      () => !/Loading …/.test(document.querySelector('dialog[open] .body')?.textContent ?? 'Loading …'),
    );
    yield `dialog ${await button.textContent()}`;
    for (const target of await page.locator('#dialog-continue[open] .radios label').all()) {
      await target.click();
      yield `dialog Continue in ${await target.textContent()}`;
    }
    await page.keyboard.press('Escape');
  }
}

async function* states(page) {
  await page.click('#tab-constant');
  await page.fill('#number-theta', '0.2');
  await frame(page);
  yield 'a value that cannot be';
  await page.click('#reset');
  for (const tab of ['constant', 'intensity']) {
    await page.click(`#tab-${tab}`);
    await frame(page); // which may bring other canvases
    await page.focus('#plots canvas');
    for (const key of ['+', '+', 'PageUp']) await page.keyboard.press(key);
    await frame(page);
    yield `${tab}, zoomed, a spike under the cursor`;
    await page.click('#listen');
    await page.waitForSelector('#play');
    await page.click('#play');
    yield `${tab}, zoomed, with the sound's controls`;
    await page.click('#listen');
  }
}
