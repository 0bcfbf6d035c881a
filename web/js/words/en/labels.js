// What the page calls its controls and the options of its choices: data, by key.

/** By key of a control, a derived quantity, or the name a control goes by in its stead. @type {Record<string, string>} */
export const labels = {
  amplitude: 'Current',
  amplitude_of_waveform: 'Amplitude',
  amplitude_1: 'First current',
  amplitude_2: 'Second current',
  amplitude_high: 'High current',
  amplitude_low: 'Low current',
  frequency: 'Frequency',
  phase: 'Phase',
  tau: 'Decay time',
  tau_short: 'Short decay',
  tau_long: 'Long decay',
  R: 'Resistance',
  C: 'Capacitance',
  tau_m: 'Time constant',
  theta: 'Threshold',
  u_rest: 'Rest',
  u_reset: 'Reset',
  reset_and_start: 'Reset and start',
  u_0: 'Start',
  t_ref: 'Refractory period',
  duration: 'Duration',
  dt: 'Step',
};

/** By key of a choice, then by value of its options. @type {Record<string, { label: string, options: Record<string, string> }>} */
export const choices = {
  waveform: {
    label: 'Waveform',
    options: {
      sine: 'Sine',
      constant: 'Constant',
      ramp: 'Ramp',
      exponential: 'Exponential decay',
      own: 'Your own',
    },
  },
  method: { label: 'Method', options: { exact: 'Exact', euler: 'Euler', rk4: 'RK4' } },
};

/**
 * What a control or a derived quantity is called.
 * @param {{ key: string, name?: string }} control
 */
export function labelOf({ key, name = key }) {
  return labels[name];
}

/** @param {string} key of a choice @param {string} value */
export function optionLabel(key, value) {
  return choices[key].options[value];
}

/** @param {string} method */
export function methodLabel(method) {
  return optionLabel('method', method);
}
