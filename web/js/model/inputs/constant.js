import { byAmplitude } from './by-amplitude.js';

/** @typedef {{ kind: 'constant', amplitude?: number } & import('./types.js').Window} Constant amplitude in nA */

/** @type {import('./types.js').InputKind} */
export const constant = {
  kind: 'constant',
  numbers: ['amplitude'],
  lists: [],
  currentAt: ({ amplitude }) => amplitude,
  scaled: byAmplitude,
};
