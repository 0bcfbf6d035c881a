import { constant } from './constant.js';
import { exponential } from './exponential.js';
import { ramp } from './ramp.js';
import { samples } from './samples.js';
import { sine } from './sine.js';

/**
 * The kinds of input, one file each: a new one is a file and its lines here. A test holds their names and fields against
 * those of the simulator.
 *
 * @typedef {import('./types.js').InputKind} InputKind
 *
 * @typedef {(
 *   | import('./constant.js').Constant
 *   | import('./ramp.js').Ramp
 *   | import('./sine.js').Sine
 *   | import('./exponential.js').Exponential
 *   | import('./samples.js').Samples
 * )} InputComponent one shape of current inside a window
 */

const kinds = [constant, ramp, sine, exponential, samples];

/** By name. @type {Record<string, InputKind>} */
export const inputKinds = Object.fromEntries(kinds.map((each) => [each.kind, each]));

/** When a component is on if nothing is said: from the start of the run, for ever. */
export const always = { start: 0, stop: Infinity };

/**
 * I(t) of one component, nA. The one definition in JavaScript; the scripts carry their own.
 * @param {{ kind: string, start: number, stop: number }} component with all the fields of its kind
 * @param {number} t ms
 */
export function currentOf(component, t) {
  const { kind, start, stop } = component;
  return t < start || t >= stop ? 0 : inputKinds[kind].currentAt(component, t - start);
}

/**
 * A component so many times as strong.
 * @template {{ kind: string }} T
 * @param {T} component
 * @param {number} factor
 * @returns {T}
 */
export function scaled(component, factor) {
  return inputKinds[component.kind].scaled(component, factor);
}

/** The fields of a kind as they are written, lists last. @param {string} kind */
export function fieldsOf(kind) {
  const { numbers, lists } = inputKinds[kind];
  return [...numbers, 'start', 'stop', ...lists];
}

/**
 * The kind of that name.
 * @param {unknown} name
 * @returns {InputKind | undefined}
 */
export function inputKindOf(name) {
  return typeof name === 'string' && Object.hasOwn(inputKinds, name) ? inputKinds[name] : undefined;
}
