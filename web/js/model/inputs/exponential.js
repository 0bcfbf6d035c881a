import { byAmplitude } from './by-amplitude.js';

/** @typedef {{ kind: 'exponential', amplitude?: number, tau?: number } & import('./types.js').Window} Exponential nA, ms */

/** @type {import('./types.js').InputKind} */
export const exponential = {
  kind: 'exponential',
  numbers: ['amplitude', 'tau'],
  lists: [],
  currentAt: ({ amplitude, tau }, s) => amplitude * Math.exp(-s / tau),
  scaled: byAmplitude,
};
