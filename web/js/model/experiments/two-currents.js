import { always } from '../inputs/index.js';
import { neuronControls, ranges, slider } from './controls.js';
import { neuronValues, request, startFields, timeConstant } from './requests.js';

/** @type {import('../types.js').Experiment} */
export const twoCurrents = {
  id: 'two',
  drive: 'R·(I_1 + I_2) + u_rest',
  choices: [],
  controls: [
    slider('amplitude_1', 1, ranges.current),
    slider('amplitude_2', 1.3, ranges.current),
    ...neuronControls(3.3, 1, 7.5, 0.2),
  ],
  few: ['amplitude_1', 'amplitude_2', 'theta'],
  inputs: [],
  rows: ['current', 'potential', 'raster'],
  adopt: ({ neuron, input: [first, second, third], duration }) =>
    second && !third
      ? [{ ...neuronValues(neuron), duration, amplitude_1: first.amplitude, amplitude_2: second.amplitude }]
      : [],
  presets: [],
  derived: timeConstant,
  currents: (v) => [
    { symbol: 'I_1', value: v.amplitude_1 },
    { symbol: 'I_2', value: v.amplitude_2 },
  ],
  cases: (v) => [
    {
      id: '',
      request: request(v, [
        { kind: 'constant', amplitude: v.amplitude_1, ...always },
        { kind: 'constant', amplitude: v.amplitude_2, ...always },
      ]),
      fields: {
        ...startFields,
        'input[0].amplitude': 'amplitude_1',
        'input[1].amplitude': 'amplitude_2',
      },
    },
  ],
};
