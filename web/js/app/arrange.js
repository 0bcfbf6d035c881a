import { panels } from '../state/panels.js';
import { parts } from '../share/figure/options.js';
import { byId } from '../ui/dom.js';

/**
 * Shows the parts of the page that the options name, and no others.
 * @param {import('../share/figure/options.js').Options} options
 */
export function arrange({ show, controls }) {
  const shown = controls?.length === 0 ? show : [...show, 'controls'];
  for (const part of [...parts, 'controls']) {
    const places = document.querySelectorAll(`[data-part="${part}"], #open-${part}`);
    for (const place of places) /** @type {HTMLElement} */ (place).hidden = !shown.includes(part);
  }
  byId('panels').hidden = !panels.some(({ id }) => show.includes(id));
  byId('controls').classList.toggle('few', controls !== undefined);
  // Theta is dragged only where its control is.
  byId('reading').classList.toggle('fixed', controls?.includes('theta') === false);
}
