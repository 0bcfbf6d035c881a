/**
 * What the experiments' controls are made of. Ranges, steps and starts are those of the original notebook.
 *
 * @typedef {import('../types.js').Control} Control
 * @typedef {import('../types.js').Values} Values
 * @typedef {[min: number, max: number, step: number]} Range
 */

/** The groups of controls, in the order shown. */
export const groups = ['input', 'neuron', 'run'];

/** @type {Record<string, string>} */
const amplitudeUnits = { ramp: 'nA/ms', own: '×' };
const amplitudeUnit = (/** @type {Values} */ { waveform }) => amplitudeUnits[waveform] ?? 'nA';

/** @type {Record<string, Pick<Control, 'group' | 'symbol' | 'unit' | 'role'>>} */
const vocabulary = {
  amplitude: { group: 'input', role: 'amplitude', symbol: 'I_0', unit: amplitudeUnit },
  amplitude_1: { group: 'input', role: 'amplitude', symbol: 'I_1', unit: 'nA' },
  amplitude_2: { group: 'input', role: 'amplitude', symbol: 'I_2', unit: 'nA' },
  amplitude_high: { group: 'input', role: 'amplitude', symbol: 'I_high', unit: 'nA' },
  amplitude_low: { group: 'input', role: 'amplitude', symbol: 'I_low', unit: 'nA' },
  frequency: { group: 'input', symbol: 'f', unit: 'Hz' },
  phase: { group: 'input', symbol: 'φ', unit: 'rad' },
  tau: { group: 'input', symbol: 'τ', unit: 'ms' },
  tau_short: { group: 'input', symbol: 'τ_short', unit: 'ms' },
  tau_long: { group: 'input', symbol: 'τ_long', unit: 'ms' },
  R: { group: 'neuron', symbol: 'R', unit: 'MΩ' },
  C: { group: 'neuron', symbol: 'C', unit: 'nF' },
  tau_m: { group: 'neuron', symbol: 'τ_m', unit: 'ms' },
  theta: { group: 'neuron', symbol: 'θ', unit: 'mV' },
  u_rest: { group: 'neuron', symbol: 'u_rest', unit: 'mV' },
  u_reset: { group: 'neuron', symbol: 'u_reset', unit: 'mV' },
  u_0: { group: 'neuron', symbol: 'u_0', unit: 'mV' },
  t_ref: { group: 'neuron', symbol: 't_ref', unit: 'ms' },
  duration: { group: 'run', symbol: 'T', unit: 'ms' },
};

/**
 * @param {string} key
 * @param {number} start
 * @param {Range} range
 * @param {Partial<Control>} [more]
 * @returns {Control}
 */
export const slider = (key, start, [min, max, step], more) => ({
  key,
  ...vocabulary[key],
  min,
  max,
  step,
  start,
  ...more,
});

/** @type {Record<string, Range>} */
export const ranges = {
  current: [0, 10, 0.1],
  resistance: [1, 10, 0.1],
  capacitance: [0.1, 1, 0.05],
  threshold: [1, 10, 0.5],
  small: [0, 1, 0.05],
  potential: [-100, 100, 0.1],
  decay: [1, 200, 1],
};

export const common = [slider('t_ref', 0, [0, 20, 0.1]), slider('duration', 100, [10, 1000, 1])];

/**
 * The notebook's neuron: R, C, and one slider for both u_reset and u_0.
 * @param {number} R @param {number} C @param {number} theta @param {number} u_reset
 */
export const neuronControls = (R, C, theta, u_reset) => [
  slider('R', R, ranges.resistance),
  slider('C', C, ranges.capacitance),
  slider('theta', theta, ranges.threshold),
  slider('u_reset', u_reset, ranges.small, { name: 'reset_and_start' }),
  slider('u_rest', 0, ranges.small),
  ...common,
];

/**
 * The unit of a control.
 * @param {Control} control
 * @param {Values} values
 */
export function unitOf({ unit }, values) {
  return typeof unit === 'string' ? unit : unit(values);
}

/**
 * The controls of an experiment that its values put to use.
 * @param {import('../types.js').Experiment} experiment
 * @param {Values} values
 */
export function controlsInUse({ controls }, values) {
  return controls.filter(({ when }) => !when || when(values));
}
