// Pages of the lab for the tests, and what can be done to them.

import { launch, serve, shown } from './site.mjs';

const site = await serve();
const browser = await launch();
export const { address } = site;

/** Ends browser and server; to be called after the last test of a file. */
export async function close() {
  await browser.close();
  site.close();
}

/**
 * An empty page.
 * @param {{ viewport?: { width: number, height: number }, colorScheme?: 'light' | 'dark', home?: string,
 *   script?: [(of: any) => void, unknown?], javaScriptEnabled?: boolean }} [how] script: run before those of any page,
 *   with its argument
 * @returns the page; `page.complaints` gathers exceptions, console errors and requests to elsewhere than the site and
 *   its home
 */
export async function blank({
  viewport = { width: 1440, height: 900 },
  colorScheme,
  home = address,
  script,
  ...how
} = {}) {
  // What a service worker keeps could not be blocked or changed; offline.test.mjs is about it.
  const page = await browser.newPage({ viewport, colorScheme, serviceWorkers: 'block', ...how });
  if (script) await page.addInitScript(...script);
  page.complaints = [];
  page.on('pageerror', (error) => page.complaints.push(String(error)));
  page.on('console', (message) => {
    if (!['error', 'warning'].includes(message.type()) || /by Playwright/.test(message.text())) return;
    page.complaints.push(message.text());
  });
  page.on('request', (request) => {
    const known = [address, home, 'data:', 'about:'];
    if (!known.some((start) => request.url().startsWith(start))) page.complaints.push(request.url());
  });
  return page;
}

/**
 * A page of the site once it shows its first run.
 * @param {Parameters<typeof blank>[0] & { path?: string, hash?: string, block?: string }} [how] `block`: files not to
 *   be had; then nothing is waited for
 */
export async function open({ path = '', hash = '', block, ...how } = {}) {
  const page = await blank(how);
  if (block) await page.route(block, (route) => route.abort());
  await page.goto(address + path + hash);
  if (!block) await shown(page);
  return page;
}

/** The next frame has been drawn. */
export function frame(page) {
  return page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
}

/** What the hooks of the page say once all input so far is drawn. */
export async function hooks(page) {
  await frame(page);
  return page.evaluate(() => {
    const text = (id) => document.getElementById(id).textContent.trim();
    const rows = [...document.querySelectorAll('#spike-table tbody tr')];
    return {
      count: text('spike-count'),
      rate: text('firing-rate'),
      regime: text('regime'),
      table: rows.map((row) => [...row.cells].map((cell) => cell.textContent.trim())),
    };
  });
}

/** Sets a slider as a thumb would, and waits for the frame that shows it. */
export async function slide(page, key, value) {
  await page.evaluate(
    ([id, text]) => {
      const slider = document.getElementById(id);
      slider.value = text;
      slider.dispatchEvent(new Event('input', { bubbles: true }));
    },
    [`slider-${key}`, String(value)],
  );
  await frame(page);
}

/** A digest of all that is drawn. */
export function picture(page) {
  return page.evaluate(() =>
    [...document.querySelectorAll('canvas')].map((canvas) => canvas.toDataURL()).join(),
  );
}
