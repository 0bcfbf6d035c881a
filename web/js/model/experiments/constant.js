import { neuronControls, ranges, slider } from './controls.js';
import { neuronValues, request, startFields, timeConstant } from './requests.js';
import { waveforms } from './waveforms.js';

/** @type {import('../types.js').Experiment} */
export const constant = {
  id: 'constant',
  drive: 'R·I + u_rest',
  choices: [],
  controls: [slider('amplitude', 0.8, ranges.current), ...neuronControls(6.4, 0.9, 5, 0.4)],
  few: ['amplitude', 'R', 'C'],
  inputs: [],
  rows: ['current', 'potential', 'raster'],
  adopt: ({ neuron, input: [only, other], duration }) =>
    only && !other ? [{ ...neuronValues(neuron), duration, amplitude: only.amplitude }] : [],
  presets: [],
  derived: timeConstant,
  cases: (v) => [{ id: '', request: request(v, [waveforms.constant(v)]), fields: startFields }],
};
