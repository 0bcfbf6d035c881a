import { byId } from './dom.js';
import { recall, remember } from './memory.js';

/** Colours that the canvas takes from css/base.css. */
const names = /** @type {const} */ (['ink', 'muted', 'line', 'surface', 'current', 'potential', 'threshold']);

/** @typedef {Record<typeof names[number], string>} Palette */

/**
 * The colours in force somewhere on the page, resolved: a canvas cannot read light-dark() or system colours.
 * @param {HTMLElement} [place]
 * @returns {Palette}
 */
export function readPalette(place = document.body) {
  const probe = document.createElement('span');
  place.append(probe);
  const colours = names.map((name) => {
    probe.style.color = `var(--${name})`;
    return [name, getComputedStyle(probe).color];
  });
  probe.remove();
  return /** @type {Palette} */ (Object.fromEntries(colours));
}

/**
 * The theme select (auto, light, dark); the choice is kept on this device.
 * @param {() => void} changed called whenever the colours in force may have changed
 */
export function createThemeSelect(changed) {
  const select = /** @type {HTMLSelectElement} */ (byId('theme'));
  select.value = recall('theme') ?? 'auto';
  document.documentElement.dataset.theme = select.value;
  select.addEventListener('change', () => {
    document.documentElement.dataset.theme = select.value;
    remember('theme', select.value);
    changed();
  });
  whenColoursChange(changed);
}

/**
 * Calls when the visitor's system changes its colours.
 * @param {() => void} changed
 */
export function whenColoursChange(changed) {
  for (const query of ['(prefers-color-scheme: dark)', '(forced-colors: active)', 'print']) {
    matchMedia(query).addEventListener('change', changed);
  }
}
