// The words in and around the plots.
import { plain } from '../../base/format.js';

export const inputCurrent = 'Input current ';
export const membranePotential = 'Membrane potential ';
export const spikesTitle = 'Spikes';
/** Beside the line of a sum of currents. */
export const sum = 'sum';
/** Beside what the exact method gives. */
export const exact = 'exact';
/** What a cursor reads that is nowhere. */
export const noCursor = 'off';

/** In the place of the plots, where the browser gives them nothing to draw on. */
export const noCanvas =
  'This browser has no canvas left for the plots. What is written goes on; to see them, close other tabs and reload.';

/** What a chart's rows show, for those who cannot see them. @type {Record<string, string>} */
const rowNames = { current: 'I(t)', potential: 'u(t)', raster: 'spikes' };

/** @param {string[]} kinds of its rows */
export function chartName(kinds) {
  return `Time cursor of the plot of ${kinds.map((kind) => rowNames[kind] ?? `${kind}(t)`).join(', ')}`;
}

/** The part of the run that is drawn, behind a chart's name. @param {number} from ms @param {number} to ms */
export function zoomedTo(from, to) {
  return `, zoomed to ${plain(from, 8)} to ${plain(to, 8)} ms`;
}

/** @param {string} text what is being computed */
export function computing(text) {
  return `${text}: computing …`;
}

/**
 * What the plots say where spikes are too near to each other to be drawn one by one.
 * @param {number} count of spikes
 */
export function crowded(count) {
  const whole = `${plain(count)} spikes: zoom in to see them`;
  return {
    whole,
    /** The same and what there is room for instead. */
    forms: [whole, `${plain(count)} spikes +`, `${plain(count)} +`],
    still: ` · ${plain(count)}, too near to each other to be told apart`,
  };
}
