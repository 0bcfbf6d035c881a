import { experimentOf, startValues } from '../../model/experiments/index.js';
import { completeCases } from '../export/scripts/cases.js';
import { fieldsOf } from '../../model/input-text.js';

/**
 * A request as a state of the lab: the way back from files.
 *
 * @typedef {import('../../model/request.js').Request} Request
 * @typedef {import('../../model/types.js').Values} Values
 * @typedef {import('../../model/types.js').State} State
 * @typedef {import('../export/scripts/cases.js').Case} Case
 * @typedef {Pick<State, 'experiment' | 'method' | 'dt'> & { values: Values }} Adopted
 */

/**
 * The experiment that makes this very request, if one does; else the time-varying current with the request's input as
 * one's own.
 * @param {Request} request
 * @param {import('../export/scripts/cases.js').Defaults} defaults
 * @returns {Adopted}
 */
export function stateOfRequest(request, defaults) {
  const [wanted] = completeCases(request, { defaults });
  const { method, dt } = wanted;
  const found = candidates(wanted).find(({ experiment, values }) =>
    makes(experiment, values, request, defaults),
  );
  return { method, dt, ...(found ?? { experiment: 'time', values: ownCurrent(wanted) }) };
}

/**
 * Whether an experiment with these values makes a request, method and step aside.
 * @param {string} id
 * @param {Values} values
 * @param {Request} request
 * @param {import('../export/scripts/cases.js').Defaults} defaults
 */
export function makes(id, values, request, defaults) {
  const text = (/** @type {Request} */ each) => {
    const [{ neuron, input, duration }] = completeCases(each, { defaults });
    return JSON.stringify([neuron, input, duration]);
  };
  const wanted = text(request);
  return experimentOf(id)
    .cases(values)
    .some((each) => text(each.request) === wanted);
}

/** What might make it, the plainest first. @param {Case} wanted @returns {{ experiment: string, values: Values }[]} */
function candidates({ neuron, input, duration }) {
  const { R, C, u_rest, u_reset, theta, u_0, t_ref } = neuron;
  const common = { R, u_rest, u_reset, theta, t_ref, duration };
  const [first, second] = input;
  /** @type {{ experiment: string, values: Values }[]} */
  const list = [];
  if (input.length === 1) {
    const { kind, amplitude, frequency, phase, tau } = first;
    list.push({ experiment: 'constant', values: { ...startOf('constant'), ...common, C, amplitude } });
    const time = { ...startOf('time'), ...common, u_0, amplitude, waveform: kind };
    const shape = { sine: { frequency, phase }, exponential: { tau } };
    for (const tau_m of neighbours(R * C)) {
      list.push({
        experiment: 'time',
        values: { ...time, tau_m, ...shape[/** @type {keyof shape} */ (kind)] },
      });
    }
  }
  if (input.length === 2) {
    const amplitudes = { amplitude_1: first.amplitude, amplitude_2: second.amplitude };
    list.push({ experiment: 'two', values: { ...startOf('two'), ...common, C, ...amplitudes } });
  }
  return list.filter(({ values }) => values.waveform !== 'samples');
}

/** @param {Case} wanted @returns {Values} */
function ownCurrent({ neuron, input, duration }) {
  const { R, C, ...rest } = neuron;
  const tau_m = neighbours(R * C).find((value) => value / R === C) ?? R * C;
  return {
    ...startOf('time'),
    ...rest,
    R,
    tau_m,
    duration,
    waveform: 'own',
    amplitude: 1,
    input: input.map(withoutUnused),
  };
}

/** A component with the fields its kind has. @param {Record<string, any>} component */
function withoutUnused({ kind, ...fields }) {
  return { kind, ...Object.fromEntries(fieldsOf(kind).map((name) => [name, fields[name]])) };
}

/** @param {string} id */
function startOf(id) {
  return startValues(experimentOf(id));
}

/** A number and those beside it: R·C, divided by R, may be C only for one of them. @param {number} value */
function neighbours(value) {
  return [0, 1, -1, 2, -2].map((units) => value + units * Math.abs(value) * 2 ** -53);
}
