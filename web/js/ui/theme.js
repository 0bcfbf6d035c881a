import { byId } from './dom.js';

/** Colours that the canvas takes from style.css. */
const names = /** @type {const} */ (['ink', 'muted', 'line', 'surface', 'current', 'potential', 'threshold']);

/** @typedef {Record<typeof names[number], string>} Palette */

/**
 * The colours in force, resolved: a canvas cannot read light-dark() or system colours.
 * @returns {Palette}
 */
export function readPalette() {
  const probe = document.createElement('span');
  document.body.append(probe);
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
  select.value = recall();
  document.documentElement.dataset.theme = select.value;
  select.addEventListener('change', () => {
    document.documentElement.dataset.theme = select.value;
    remember(select.value);
    changed();
  });
  whenColoursChange(changed);
}

/**
 * Calls when the visitor's system changes its colours.
 * @param {() => void} changed
 */
export function whenColoursChange(changed) {
  for (const query of ['(prefers-color-scheme: dark)', '(forced-colors: active)']) {
    matchMedia(query).addEventListener('change', changed);
  }
}

function recall() {
  try {
    return localStorage.getItem('theme') ?? 'auto';
  } catch {
    return 'auto'; // storage may be forbidden, as in some iframes
  }
}

/** @param {string} theme */
function remember(theme) {
  try {
    localStorage.setItem('theme', theme);
  } catch {
    // the choice then lasts as long as the page
  }
}
