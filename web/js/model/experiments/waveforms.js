import { always } from '../names.js';

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

/** A component so many times as strong. @param {FullComponent} component @param {number} factor @returns {FullComponent} */
export function scaled(component, factor) {
  if (component.kind === 'samples') {
    return { ...component, values: Array.from(component.values, (value) => factor * value) };
  }
  return { ...component, amplitude: factor * component.amplitude };
}

/** Where a current of one's own starts: two pulses to draw over. @type {FullComponent[]} */
export const ownStart = [
  { kind: 'samples', ...always, interval: 10, values: [0, 0, 2, 2, 0, 0, 4, 0, 0, 0, 0] },
];

export const ifSine = { when: (/** @type {Values} */ { waveform }) => waveform === 'sine' };
export const ifExponential = { when: (/** @type {Values} */ { waveform }) => waveform === 'exponential' };
