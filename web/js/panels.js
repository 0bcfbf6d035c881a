import { loadLater } from './load-later.js';

/**
 * The panels under the plots, as data. One is open at a time. A panel's code is loaded when it is first opened; what
 * stands in the page already, in #panel-<id>, is there before.
 *
 * @typedef {object} PanelView
 * @property {(picture: import('./types.js').Picture) => void} update at every frame while it is open
 * @property {() => void} [close]
 *
 * @typedef {object} PanelContext
 * @property {import('./types.js').Simulator} iaf
 * @property {(values: Partial<import('./types.js').State>) => void} change
 * @property {(places: Record<string, number>) => void} place values as a drag does: onto their sliders' steps
 * @property {(settings: Partial<import('./types.js').Settings>) => void} settle
 * @property {() => void} commit when the visitor lets go of what changes
 *
 * @typedef {(container: HTMLElement, context: PanelContext) => PanelView} CreatePanel
 *
 * @typedef {object} Panel
 * @property {string} id
 * @property {string} title
 * @property {() => Promise<{ createPanel: CreatePanel }>} load
 * @property {boolean} [windowed] whether it shows something else when only the time axis is zoomed
 */

/** @param {'fi' | 'map' | 'numerics' | 'spikes' | 'statistics'} name */
const load = (name) => async () => ({ createPanel: (await loadLater()).panels[name] });

/** @type {Panel[]} */
export const panels = [
  { id: 'spikes', title: 'Spike times', load: load('spikes'), windowed: true },
  { id: 'statistics', title: 'Statistics', load: load('statistics') },
  { id: 'fi', title: 'f-I curve', load: load('fi') },
  { id: 'map', title: 'Map', load: load('map') },
  { id: 'numerics', title: 'Numerics', load: load('numerics') },
];
