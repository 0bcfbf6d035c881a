import { inputKinds } from '../../../model/inputs/index.js';
import { methodNames } from '../../../model/methods.js';
import { modelOf, neurons } from '../../../model/neurons/index.js';
import { plainText } from './numbers.js';
import { noneOf, noRequest, notFinite } from '../../../words/en/files.js';
import { caseName, noSuchModel } from '../../../words/en/scripts/python.js';

/**
 * What the scripts are made from: requests with nothing left open.
 *
 * @typedef {import('../../../model/request.js').Request} Request
 * @typedef {import('../../../model/request.js').InputComponent} InputComponent
 *
 * @typedef {import('../../../model/request.js').Defaults} Defaults
 *
 * @typedef {object} About
 * @property {Defaults} defaults what missing fields take
 * @property {string} [title] of the experiment
 * @property {string} [link] to the same state in the lab
 *
 * @typedef {Request | { title?: string, request: Request }[]} Requests one request, or several with titles, such as
 *   the cases of an experiment
 *
 * @typedef {object} Component
 * @property {import('../../../model/types.js').FullComponent['kind']} kind
 * @property {number} start ms
 * @property {number} stop ms, may be Infinity
 * @property {number} amplitude nA; of a ramp, nA/ms; 0 for samples
 * @property {number} frequency Hz
 * @property {number} phase rad
 * @property {number} tau ms
 * @property {number} interval ms
 * @property {number[]} values nA
 *
 * @typedef {object} Case
 * @property {string} name plain text
 * @property {string} model of the neuron
 * @property {import('../../../model/types.js').FullNeuron} neuron the numbers of it
 * @property {Component[]} input
 * @property {'exact' | 'euler' | 'rk4'} method
 * @property {number} dt ms
 * @property {number} duration ms
 */

/** @param {unknown} value @param {string} field @param {number} [greatest] */
function finite(value, field, greatest = Number.MAX_VALUE) {
  if (typeof value === 'number' && Math.abs(value) <= greatest) return value;
  throw new TypeError(notFinite(field, String(value).slice(0, 40)));
}

/**
 * @template {string} Name
 * @param {readonly Name[]} known
 * @param {unknown} value
 * @param {string} field
 */
function oneOf(known, value, field) {
  const found = known.find((name) => name === value);
  if (found !== undefined) return found;
  throw new TypeError(noneOf(field, String(value).slice(0, 40), known));
}

/** @param {any} given @param {Defaults} defaults @param {string} path @returns {Component} */
function completeComponent(given, defaults, path) {
  const kind = oneOf(Object.keys(inputKinds), given?.kind, `${path}.kind`);
  const { numbers, lists } = inputKinds[kind];
  /** @type {any} */
  const full = { ...defaults.components[kind], ...definedIn(given) };
  const number = (/** @type {string} */ name) => [name, finite(full[name], `${path}.${name}`)];
  const list = (/** @type {string} */ name) => [
    name,
    Array.from(full[name] ?? [], (each) => finite(each, `${path}.${name}`)),
  ];
  return {
    ...unused,
    kind: /** @type {Component['kind']} */ (kind),
    ...Object.fromEntries([...['start', ...numbers].map(number), ...lists.map(list)]),
    stop: full.stop === Infinity ? Infinity : finite(full.stop, `${path}.stop`),
  };
}

/** What the scripts read of a component where its kind has no such field. */
const unused = { amplitude: 0, frequency: 0, phase: 0, tau: 1, interval: 1, values: [] };

/** @param {object} given */
function definedIn(given) {
  return Object.fromEntries(Object.entries(given ?? {}).filter(([, value]) => value !== undefined));
}

/** @param {Request} request @param {Defaults} defaults @param {string} name @returns {Case} */
function completeRequest(request, defaults, name) {
  const model = modelOf(request.neuron);
  if (!model) {
    const known = neurons.map((each) => each.model);
    throw new TypeError(noneOf('neuron.model', String(request.neuron?.model).slice(0, 40), known));
  }
  /** @type {any} */
  const merged = { ...(model.model === 'lif' ? defaults.neuron : {}), ...definedIn(request.neuron ?? {}) };
  const neuron = /** @type {any} */ (
    Object.fromEntries(model.fields.map((field) => [field, finite(merged[field], `neuron.${field}`)]))
  );
  const input = (request.input ?? defaults.input).map((component, i) =>
    completeComponent(component, defaults, `input[${i}]`),
  );
  return {
    name: plainText(name),
    model: model.model,
    neuron,
    input,
    method: oneOf(methodNames, request.method ?? defaults.method, 'method'),
    dt: finite(request.dt ?? defaults.dt, 'dt'),
    duration: finite(request.duration ?? defaults.duration, 'duration'),
  };
}

/**
 * @param {Requests} requests
 * @param {About} about
 * @returns {Case[]} at least one, each with a name of its own
 * @throws {TypeError} naming a field that is no number or no known name
 */
export function completeCases(requests, about) {
  const list = Array.isArray(requests) ? requests : [{ request: requests }];
  if (list.length === 0) throw new TypeError(noRequest);
  const only = list.length === 1 ? about.title : '';
  return list.map(({ title, request }, i) =>
    completeRequest(request, about.defaults, plainText(title) || plainText(only) || caseName(i + 1)),
  );
}

/**
 * The same for a script. The scripts have the equation of the leaky neuron, and no other.
 * @param {Requests} requests
 * @param {About} about
 * @returns {Case[]}
 * @throws {TypeError} naming another model, too
 */
export function casesOfScript(requests, about) {
  const cases = completeCases(requests, about);
  const other = cases.find(({ model }) => model !== 'lif');
  if (other) throw new TypeError(noSuchModel(other.model));
  return cases;
}

/** @param {Component} component @param {number} duration @returns {[number, number]} where it is on, ms */
export function timeOn({ start, stop }, duration) {
  return [Math.max(start, 0), Math.min(stop, duration)];
}

/** Whether it is a constant that is on for the whole run. @param {Component} component @param {number} duration */
export function isSteady({ kind, start, stop }, duration) {
  return kind === 'constant' && start <= 0 && stop >= duration;
}

/**
 * No less than |dI/dt| of a case anywhere but at jumps, nA/ms.
 * @param {Case} each
 */
export function steepness({ input, duration }) {
  return input.reduce((sum, component) => {
    const { kind, amplitude, frequency, tau, interval, values, start } = component;
    const [from, to] = timeOn(component, duration);
    if (to <= from) return sum;
    const size = Math.abs(amplitude);
    if (kind === 'ramp') return sum + size;
    if (kind === 'sine') return sum + (size * 2 * Math.PI * Math.abs(frequency)) / 1000;
    if (kind === 'exponential') return sum + (size / tau) * Math.exp(-(from - start) / tau);
    const rises = values.slice(1).map((value, k) => Math.abs(value - values[k]) / interval);
    return sum + rises.reduce((most, rise) => Math.max(most, rise), 0);
  }, 0);
}

/**
 * The instants inside the run at which I(t) or its slope jumps: edges of windows, sample knots; ms, increasing.
 * @param {Case} each
 */
export function edges({ input, duration }) {
  const found = new Set();
  for (const { kind, start, stop, interval, values } of input) {
    found.add(start).add(stop);
    if (kind !== 'samples') continue;
    values.forEach((_, k) => start + k * interval < stop && found.add(start + k * interval));
  }
  return [...found].filter((t) => t > 0 && t < duration).sort((a, b) => a - b);
}
