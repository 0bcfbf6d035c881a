import { neuronControls, ranges, slider } from './controls.js';
import { request, startFields, timeConstant } from './requests.js';
import { waveforms } from './waveforms.js';

/** @type {import('../types.js').Experiment} */
export const intensityDuration = {
  id: 'intensity',
  drive: 'R·I + u_rest',
  choices: [],
  controls: [
    slider('amplitude_high', 10, [0, 20, 0.1]),
    slider('amplitude_low', 1, [0, 20, 0.1]),
    slider('tau_short', 10, ranges.decay),
    slider('tau_long', 100, ranges.decay),
    ...neuronControls(5, 0.5, 5, 0),
  ],
  few: ['amplitude_high', 'amplitude_low', 'tau_short', 'tau_long'],
  inputs: [],
  rows: ['current', 'potential'],
  adopt: () => [],
  presets: [],
  derived: timeConstant,
  cases: (v) =>
    [
      { id: 'high_short', amplitude: 'amplitude_high', tau: 'tau_short' },
      { id: 'low_long', amplitude: 'amplitude_low', tau: 'tau_long' },
      { id: 'high_long', amplitude: 'amplitude_high', tau: 'tau_long' },
      { id: 'low_short', amplitude: 'amplitude_low', tau: 'tau_short' },
    ].map(({ id, amplitude, tau }) => ({
      id,
      request: request(v, [waveforms.exponential({ amplitude: v[amplitude], tau: v[tau] })]),
      fields: { ...startFields, 'input[0].amplitude': amplitude, 'input[0].tau': tau },
    })),
};
