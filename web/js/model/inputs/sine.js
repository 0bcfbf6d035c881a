import { byAmplitude } from './by-amplitude.js';

/**
 * @typedef {{ kind: 'sine', amplitude?: number, frequency?: number, phase?: number } & import('./types.js').Window} Sine
 *   nA, Hz, rad
 */

/** @type {import('./types.js').InputKind} */
export const sine = {
  kind: 'sine',
  numbers: ['amplitude', 'frequency', 'phase'],
  lists: [],
  currentAt: ({ amplitude, frequency, phase }, s) =>
    amplitude * Math.sin((2 * Math.PI * frequency * s) / 1000 + phase),
  scaled: byAmplitude,
};
