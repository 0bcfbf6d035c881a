import { common, ranges, slider } from './controls.js';
import { fieldsOf, scaled } from '../inputs/index.js';
import { ifExponential, ifSine, ownStart, waveforms } from './waveforms.js';

/**
 * @typedef {import('../types.js').FullComponent} FullComponent
 * @typedef {import('../types.js').FullNeuron} FullNeuron
 */

/** Whether the input is one's own. @param {import('../types.js').Values} values */
const isOwn = ({ waveform }) => waveform === 'own';

/**
 * What τ_m may be set to for a neuron: C follows as τ_m/R, and is the neuron's own only for R·C or a number beside it.
 * @param {FullNeuron} neuron
 */
function timeConstants({ R, C }) {
  const tau_m = R * C;
  return [0, 1, -1, 2, -2].map((units) => tau_m + units * Math.abs(tau_m) * 2 ** -53);
}

/** @param {FullNeuron} neuron @param {number} tau_m @param {number} duration */
function valuesOf({ R, u_rest, u_reset, theta, u_0, t_ref }, tau_m, duration) {
  return { R, tau_m, u_rest, u_reset, theta, u_0, t_ref, duration };
}

/** As a waveform of the list, where there is one of the kind. @param {FullNeuron} neuron @param {any} component @param {number} duration */
function asWaveform(neuron, { kind, amplitude, frequency, phase, tau }, duration) {
  if (!waveforms[kind]) return [];
  /** @type {Record<string, object>} */
  const shapes = { sine: { frequency, phase }, exponential: { tau } };
  return timeConstants(neuron).map((tau_m) => ({
    ...valuesOf(neuron, tau_m, duration),
    waveform: kind,
    amplitude,
    ...shapes[kind],
  }));
}

/** A component with the fields its kind has. @param {any} component */
function withItsFields({ kind, ...fields }) {
  return { kind, ...Object.fromEntries(fieldsOf(kind).map((name) => [name, fields[name]])) };
}

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
  inputs: [
    {
      key: 'input',
      start: ownStart,
      components: true,
      shown: { waveform: 'own', amplitude: 1 },
      factor: 'amplitude',
      when: isOwn,
      adopt: ({ neuron, input, duration }) =>
        timeConstants(neuron).map((tau_m) => ({
          ...valuesOf(neuron, tau_m, duration),
          waveform: 'own',
          amplitude: 1,
          input: input.map(withItsFields),
        })),
    },
  ],
  rows: ['current', 'potential', 'raster'],
  adopt: ({ neuron, input, duration }) => (input.length === 1 ? asWaveform(neuron, input[0], duration) : []),
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
    const input = isOwn(v)
      ? v.input.map((/** @type {FullComponent} */ each) => scaled(each, v.amplitude))
      : [waveforms[v.waveform](v)];
    return [{ id: '', request: { neuron, input, duration }, fields: { 'neuron.C': 'tau_m' } }];
  },
};
