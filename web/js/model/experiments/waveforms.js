import { always } from '../inputs/index.js';

/**
 * @typedef {import('../types.js').Values} Values
 * @typedef {import('../types.js').FullComponent} FullComponent
 */

/** @type {Record<string, (v: Values) => FullComponent>} */
export const waveforms = {
  sine: ({ amplitude, frequency, phase }) => ({ kind: 'sine', amplitude, frequency, phase, ...always }),
  constant: ({ amplitude }) => ({ kind: 'constant', amplitude, ...always }),
  ramp: ({ amplitude }) => ({ kind: 'ramp', amplitude, ...always }),
  exponential: ({ amplitude, tau }) => ({ kind: 'exponential', amplitude, tau, ...always }),
};

/** Where a current of one's own starts: two pulses to draw over. @type {FullComponent[]} */
export const ownStart = [
  { kind: 'samples', ...always, interval: 10, values: [0, 0, 2, 2, 0, 0, 4, 0, 0, 0, 0] },
];

export const ifSine = { when: (/** @type {Values} */ { waveform }) => waveform === 'sine' };
export const ifExponential = { when: (/** @type {Values} */ { waveform }) => waveform === 'exponential' };
