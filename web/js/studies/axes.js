import { controlsInUse } from '../model/experiments/controls.js';

/**
 * What a firing rate can be drawn against: the controls of an experiment, and what they change in its requests.
 *
 * @typedef {import('../model/types.js').Experiment} Experiment
 * @typedef {import('../model/types.js').FullRequest} FullRequest
 * @typedef {import('../model/types.js').Values} Values
 */

/**
 * The numbers of a request by their paths, such as input[0].amplitude.
 * @param {FullRequest} request
 * @returns {Record<string, number>}
 */
function numbersOf({ neuron, input, duration }) {
  /** @type {Record<string, number>} */
  const numbers = { duration };
  for (const [name, value] of Object.entries(neuron)) {
    if (typeof value === 'number') numbers[`neuron.${name}`] = value;
  }
  input.forEach((component, at) => {
    for (const [name, value] of Object.entries(component)) {
      if (typeof value === 'number') numbers[`input[${at}].${name}`] = value;
      // No one field of a request scales a list: what does shows as two.
      else if (typeof value === 'object') {
        const sum = Array.from(value).reduce((total, each) => total + Math.abs(each), 0);
        numbers[`input[${at}].${name}.sum`] = sum;
        numbers[`input[${at}].${name}.mean`] = sum / Math.max(value.length, 1);
      }
    }
  });
  return numbers;
}

/**
 * The paths of a case's request that a control sets.
 * @param {Experiment} experiment
 * @param {Values} values
 * @param {number} row index of the case
 * @param {string} key of the control
 */
export function pathsOf(experiment, values, row, key) {
  const value = values[key];
  const [here, there] = [value, value ? 2 * value : 1].map((each) =>
    numbersOf(experiment.cases({ ...values, [key]: each })[row].request),
  );
  return Object.keys(here).filter((path) => here[path] !== there[path]);
}

/**
 * The controls in use that a case depends on, in their order.
 * @param {Experiment} experiment
 * @param {Values} values
 * @param {number} row
 */
export function axesOf(experiment, values, row) {
  return controlsInUse(experiment, values).filter(
    ({ key }) => pathsOf(experiment, values, row, key).length > 0,
  );
}

/**
 * Of these, the amplitudes of the input; where none does anything, as with no input at all, the one there is.
 * @param {Experiment} experiment
 * @param {Values} values
 * @param {number} row
 */
export function amplitudesOf(experiment, values, row) {
  const isAmplitude = (/** @type {import('../model/types.js').Control} */ { role }) => role === 'amplitude';
  const found = axesOf(experiment, values, row).filter(isAmplitude);
  return found.length ? found : controlsInUse(experiment, values).filter(isAmplitude);
}

/**
 * The control that a setting names, or the first of those it may name.
 * @template {{ key: string }} T
 * @param {T[]} controls
 * @param {string} key
 */
export function named(controls, key) {
  return controls.find((control) => control.key === key) ?? controls[0];
}

/**
 * The two controls of the map.
 * @param {Experiment} experiment
 * @param {import('../model/types.js').Settings} settings
 * @param {Values} values
 * @param {number} row
 */
export function mapAxesOf(experiment, settings, values, row) {
  const all = axesOf(experiment, values, row);
  const x = named(all, settings.x);
  const y = named(
    all.filter((control) => control !== x),
    settings.y,
  );
  return { all, x, y };
}
