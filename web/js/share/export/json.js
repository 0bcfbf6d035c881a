// A request, alone or with its result, as JSON and back. Only what a request has is ever written or read: known
// fields, finite numbers, and the names of kinds and methods.

import { inputKindOf, inputKinds } from '../../model/inputs/index.js';
import { methodNames } from '../../model/methods.js';
import { modelOf, neurons } from '../../model/neurons/index.js';
import {
  noField,
  noneOf,
  notFinite,
  notList,
  notNumbers,
  notObject,
  notThis,
  otherVersion,
  theFile,
} from '../../words/en/files.js';

/**
 * @typedef {import('../../model/request.js').Request} Request
 * @typedef {import('../../model/request.js').Run} Run
 */

export const format = 'integrate-and-fire';
export const version = 1;

/** @param {unknown} value @param {string} path @returns {number} */
function finite(value, path) {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new TypeError(notFinite(path, brief(value)));
}

/** @param {unknown} value @param {string} path @returns {number[]} */
function numbers(value, path) {
  if (Array.isArray(value) || (ArrayBuffer.isView(value) && 'length' in value)) {
    return Array.from(/** @type {ArrayLike<unknown>} */ (/** @type {unknown} */ (value)), (item, i) =>
      finite(item, `${path}[${i}]`),
    );
  }
  throw new TypeError(notNumbers(path, brief(value)));
}

/** @param {unknown} value @param {string} path @returns {Record<string, unknown>} */
function record(value, path) {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  throw new TypeError(notObject(path, brief(value)));
}

/** @param {unknown} value */
function brief(value) {
  return typeof value === 'string' ? `"${value.slice(0, 24)}"` : String(value).slice(0, 24);
}

/** @param {Record<string, unknown>} from @param {readonly string[]} fields @param {string} path */
function pickNumbers(from, fields, path) {
  /** @type {Record<string, number>} */
  const picked = {};
  for (const field of fields) {
    if (from[field] !== undefined) picked[field] = finite(from[field], `${path}.${field}`);
  }
  return picked;
}

/** @param {Record<string, unknown>} object @param {readonly string[]} known @param {string} path */
function refuseOthers(object, known, path) {
  const other = Object.keys(object).find((key) => !known.includes(key) && object[key] !== undefined);
  if (other !== undefined) throw new TypeError(noField(path, brief(other)));
}

/** @param {unknown} value @param {string} path */
function component(value, path) {
  const given = record(value, path);
  const found = inputKindOf(given.kind);
  if (!found) {
    throw new TypeError(noneOf(`${path}.kind`, brief(given.kind), Object.keys(inputKinds)));
  }
  refuseOthers(given, ['kind', 'start', 'stop', ...found.lists, ...found.numbers], path);
  return {
    kind: found.kind,
    ...pickNumbers(given, [...found.numbers, 'start'], path),
    ...(given.stop === Infinity ? {} : pickNumbers(given, ['stop'], path)),
    ...Object.fromEntries(found.lists.map((name) => [name, numbers(given[name], `${path}.${name}`)])),
  };
}

/** @param {unknown} value */
function plainNeuron(value) {
  const given = record(value, 'neuron');
  const found = modelOf(given);
  if (!found) {
    throw new TypeError(
      noneOf(
        'neuron.model',
        brief(given.model),
        neurons.map(({ model }) => model),
      ),
    );
  }
  refuseOthers(given, ['model', ...found.fields], 'neuron');
  return { ...(given.model ? { model: found.model } : {}), ...pickNumbers(given, found.fields, 'neuron') };
}

/**
 * A request in a form that JSON keeps: `stop: Infinity`, the default, is left out; typed arrays become lists.
 * @param {unknown} value
 * @returns {Request}
 * @throws {TypeError} naming the field that no request can have
 */
export function plainRequest(value) {
  const given = record(value, 'request');
  refuseOthers(given, ['neuron', 'input', 'method', 'dt', 'duration', 'probe'], 'request');
  /** @type {Record<string, unknown>} */
  const request = {};
  if (given.neuron !== undefined) request.neuron = plainNeuron(given.neuron);
  if (given.input !== undefined) {
    if (!Array.isArray(given.input)) throw new TypeError(notList('input', brief(given.input)));
    request.input = given.input.map((each, i) => component(each, `input[${i}]`));
  }
  if (given.method !== undefined) {
    if (!methodNames.some((method) => method === given.method)) {
      throw new TypeError(noneOf('method', brief(given.method), methodNames));
    }
    request.method = given.method;
  }
  Object.assign(request, pickNumbers(given, ['dt', 'duration'], 'request'));
  if (given.probe !== undefined) request.probe = numbers(given.probe, 'probe');
  return request;
}

/**
 * A run as a JSON text: `{ format, version, units, lab, request, result }`.
 * @param {Request} request
 * @param {Run} [run] left out: the request alone
 * @param {string} [lab] fragment of a link to the state of the lab it comes from
 * @returns {string}
 */
export function toJson(request, run, lab) {
  const result = run && {
    t: numbers(run.t, 't'),
    current: numbers(run.current, 'current'),
    u: numbers(run.u, 'u'),
    spikes: numbers(run.spikes, 'spikes'),
    u_at_probe: numbers(run.u_at_probe, 'u_at_probe'),
  };
  const units = { t: 'ms', current: 'nA', u: 'mV', spikes: 'ms', u_at_probe: 'mV' };
  return `${JSON.stringify({ format, version, units, lab, request: plainRequest(request), result })}\n`;
}

/**
 * The request in a text that `toJson` wrote, or in one that is a bare request.
 * @param {string} text
 * @returns {Request}
 * @throws {SyntaxError | TypeError} saying what is wrong
 */
export function fromJson(text) {
  const file = record(JSON.parse(text), theFile);
  if (!('format' in file)) return plainRequest(file);
  if (file.format !== format) throw new TypeError(notThis('format', brief(file.format), format));
  if (file.version !== version) throw new TypeError(otherVersion(brief(file.version), version));
  return plainRequest(file.request);
}

/**
 * The link in a text that `toJson` wrote; empty if there is none.
 * @param {string} text
 * @throws {SyntaxError}
 */
export function labOfJson(text) {
  const { lab } = record(JSON.parse(text), theFile);
  return typeof lab === 'string' ? lab : '';
}
