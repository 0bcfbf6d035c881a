import { byAmplitude } from './by-amplitude.js';

/** @typedef {{ kind: 'ramp', amplitude?: number } & import('./types.js').Window} Ramp amplitude in nA/ms */

/** @type {import('./types.js').InputKind} */
export const ramp = {
  kind: 'ramp',
  numbers: ['amplitude'],
  lists: [],
  currentAt: ({ amplitude }, s) => amplitude * s,
  scaled: byAmplitude,
};
