import { neuronControls, ranges, slider } from './controls.js';
import { leakRemark, request, startFields, timeConstant } from './requests.js';
import { waveforms } from './waveforms.js';

/** @type {import('../types.js').Experiment} */
export const intensityDuration = {
  id: 'intensity',
  title: 'Intensity × duration',
  summary:
    'Decaying currents, high or low, short or long: what counts is the time above the rheobase. Try: shorten the long decay.',
  remark: leakRemark,
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
      { title: 'High, short', amplitude: 'amplitude_high', tau: 'tau_short' },
      { title: 'Low, long', amplitude: 'amplitude_low', tau: 'tau_long' },
      { title: 'High, long', amplitude: 'amplitude_high', tau: 'tau_long' },
      { title: 'Low, short', amplitude: 'amplitude_low', tau: 'tau_short' },
    ].map(({ title, amplitude, tau }) => ({
      title,
      request: request(v, [waveforms.exponential({ amplitude: v[amplitude], tau: v[tau] })]),
      fields: { ...startFields, 'input[0].amplitude': amplitude, 'input[0].tau': tau },
    })),
};
