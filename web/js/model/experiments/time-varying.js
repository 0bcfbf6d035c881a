import { common, ranges, slider } from './controls.js';
import { ifExponential, ifSine, ownStart, scaled, waveforms } from './waveforms.js';

/** @typedef {import('../types.js').FullComponent} FullComponent */

/** @type {import('../types.js').Experiment} */
export const timeVarying = {
  id: 'time',
  drive: 'R·I + u_rest',
  choices: [
    {
      key: 'waveform',
      group: 'input',
      options: ['sine', 'constant', 'ramp', 'exponential', 'own'],
      start: 'sine',
    },
  ],
  controls: [
    slider('amplitude', 1, ranges.current, { name: 'amplitude_of_waveform' }),
    slider('frequency', 1000 / (2 * Math.PI), [10, 1000, 1], ifSine),
    slider('phase', 0, [0, 6.28, 0.01], ifSine),
    slider('tau', 10, ranges.decay, ifExponential),
    slider('R', 100 / 6.3, [0.1, 100, 0.1]),
    slider('tau_m', 6.3, [0.1, 100, 0.1]),
    slider('theta', 48.2, ranges.potential),
    slider('u_rest', 48.4, ranges.potential),
    slider('u_reset', -70, ranges.potential),
    slider('u_0', 0, ranges.potential),
    ...common,
  ],
  few: ['amplitude', 'frequency', 'tau_m'],
  inputs: [{ key: 'input', start: ownStart, components: true }],
  presets: [
    {
      id: 'tau',
      values: {
        waveform: 'sine',
        amplitude: 1,
        frequency: 1000 / (2 * Math.PI),
        phase: 0,
        R: 100 / 6.3,
        tau_m: 6.3,
        theta: 48.2,
        u_rest: 48.4,
        u_reset: -70,
        u_0: 0,
        t_ref: 0,
        duration: 100,
      },
    },
    {
      id: 'sine',
      values: {
        waveform: 'sine',
        amplitude: 1,
        frequency: 100,
        phase: 0,
        R: 5,
        tau_m: 2.5,
        theta: 5,
        u_rest: 0,
        u_reset: 0,
        u_0: 0,
        t_ref: 0,
        duration: 100,
      },
    },
  ],
  derived: ({ R, tau_m }) => ({ key: 'C', symbol: 'C', value: tau_m / R, unit: 'nF' }),
  cases: (v) => {
    const { R, tau_m, u_rest, u_reset, theta, u_0, t_ref, duration } = v;
    const neuron = { R, C: tau_m / R, u_rest, u_reset, theta, u_0, t_ref };
    const own = v.waveform === 'own';
    const input = own
      ? v.input.map((/** @type {FullComponent} */ each) => scaled(each, v.amplitude))
      : [waveforms[v.waveform](v)];
    return [{ id: '', request: { neuron, input, duration }, fields: { 'neuron.C': 'tau_m' } }];
  },
};
