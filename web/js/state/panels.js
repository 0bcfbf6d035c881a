/**
 * The panels under the plots, as data. One is open at a time.
 *
 * @typedef {object} Panel
 * @property {'spikes' | 'statistics' | 'fi' | 'map' | 'numerics'} id
 * @property {boolean} [windowed] whether it shows something else when only the time axis is zoomed
 */

/** @type {Panel[]} */
export const panels = [
  { id: 'spikes', windowed: true },
  { id: 'statistics' },
  { id: 'fi' },
  { id: 'map' },
  { id: 'numerics' },
];
