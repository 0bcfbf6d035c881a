// A walk through all that a page of the site can show.

/** What the page says while, or when, something does not load. */
const missing = /Loading …|did not load|could not start/;

/**
 * Opens every experiment, every panel (until its sweep is done) and every dialog of the lab.
 * @throws if something does not come
 */
export async function tour(page) {
  for (const tab of await page.locator('#tabs [role="tab"]').all()) await tab.click();
  await page.locator('#tabs [role="tab"]').first().click();
  await openPanels(page);
  for (const button of await page.locator('[aria-haspopup="dialog"]:visible').all()) {
    await button.click();
    await settled(page, 'dialog[open]');
    await page.keyboard.press('Escape');
  }
}

export async function openPanels(page) {
  for (const button of await page.locator('#panels button').all()) {
    await button.click();
    await settled(page, `#${await button.getAttribute('aria-controls')}`);
  }
}

/** @param {string} selector of what has been opened */
async function settled(page, selector) {
  await page.waitForFunction(
    ([where, not]) => {
      const place = document.querySelector(where);
      const busy = [...(place?.querySelectorAll('progress') ?? [])].some((bar) => !bar.hidden);
      return place && !busy && !new RegExp(not).test(place.textContent);
    },
    [selector, missing.source],
    { timeout: 20_000 },
  );
}
