/**
 * The panels under the plots, as data. One is open at a time.
 *
 * @typedef {object} Panel
 * @property {'spikes' | 'statistics' | 'fi' | 'map' | 'numerics'} id
 * @property {string} title
 * @property {boolean} [windowed] whether it shows something else when only the time axis is zoomed
 */

/** @type {Panel[]} */
export const panels = [
  { id: 'spikes', title: 'Spike times', windowed: true },
  { id: 'statistics', title: 'Statistics' },
  { id: 'fi', title: 'f-I curve' },
  { id: 'map', title: 'Map' },
  { id: 'numerics', title: 'Numerics' },
];
