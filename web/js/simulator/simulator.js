// The simulator for JavaScript: the only module that knows of the wasm. Bundled as iaf.js it is the
// same in a page, in a worker and in Node.

import createModule from '#glue';

import { encode, FORM } from './encode.js';

export * from '../model/request.js'; // its types, for those who import this module

/**
 * @typedef {object} Issue one thing wrong with a request
 * @property {string} field its path, such as neuron.theta or input[1].tau
 * @property {unknown} value what it is; undefined where a required one is missing
 * @property {string} message names the field, the value and what is allowed
 * @property {string} code a short word for its kind, which stays the same
 * @property {Record<string, unknown>} limits what is allowed, as data: least, greatest, names …
 */

/** @import { InputComponent, Neuron, Request, Run, Sweep, View } from '../model/request.js' */

/** A request that cannot be run. `issues` names every fault. */
export class InvalidRequest extends Error {
  /** @param {Issue[]} issues at least one */
  constructor(issues) {
    super(issues.map((issue) => issue.message).join('\n'));
    this.name = 'InvalidRequest';
    this.issues = issues;
  }
}

/**
 * @param {unknown} request
 * @param {string} path
 * @returns {unknown} what stands in the request at that path; undefined where nothing does
 */
function valueAt(request, path) {
  let value = request;
  for (const key of path.match(/[^.[\]]+/g) ?? []) {
    value = value === null || value === undefined ? undefined : /** @type {any} */ (value)[key];
  }
  return value;
}

/**
 * @param {unknown} request
 * @param {(encoded: Float64Array) => any} call of the wasm
 * @returns {any}
 */
function ask(request, call) {
  let encoded;
  try {
    encoded = encode(request);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    // eslint-disable-next-line iaf/no-prose -- iaf.js ships alone: its messages, like the core's, come with it
    const message = `request: ${error.message}`;
    throw new InvalidRequest([{ field: '', value: undefined, message, code: 'too-large', limits: {} }]);
  }
  const answer = call(encoded);
  if (!answer.issues) return answer;
  throw new InvalidRequest(
    answer.issues.map((/** @type {Issue & { value: string }} */ issue) => {
      const value = valueAt(request, issue.field);
      // What does not stand in the request is a default, a count or of the window.
      return { ...issue, value: value === undefined && issue.value ? +issue.value : value };
    }),
  );
}

/** The wasm beside this module is of another release: neither understands the other. */
export class WrongRelease extends Error {
  /** @param {number | undefined} form that the wasm reads */
  constructor(form) {
    /* eslint-disable iaf/no-prose -- iaf.js ships alone: its messages, like the core's, come with it */
    const theirs = form === undefined ? 'an older form' : `form ${form}`;
    super(
      `iaf.wasm reads ${theirs}, iaf.js writes form ${FORM}: the two files are of different releases; ` +
        'reload, or deploy both',
    );
    /* eslint-enable iaf/no-prose */
    this.name = 'WrongRelease';
  }
}

/** The integrate-and-fire simulator; see `loadSimulator`. */
export class Simulator {
  #wasm;

  /** @param {any} wasm the instantiated module */
  constructor(wasm) {
    this.#wasm = wasm;
    /**
     * The values that missing fields take, straight from C++.
     * @type {import('../model/request.js').Defaults}
     */
    this.defaults = wasm.defaults();
    /**
     * Which method runs which model with which kinds of input, and all fields with unit and bounds; from C++, too.
     * @type {import('../model/request.js').Capabilities}
     */
    this.capabilities = wasm.capabilities();
  }

  /**
   * Runs a neuron.
   * @param {Request} request
   * @returns {Run} copies: nothing in it is a view of wasm memory
   * @throws {InvalidRequest}
   */
  simulate(request) {
    return ask(request, (encoded) => this.#wasm.simulate(encoded));
  }

  /**
   * Firing rates over one axis (an f-I curve) or two (a map).
   * @param {Sweep} sweep a request with `axes: [{ field, values }]`, one or two
   * @returns {Float64Array} Hz, row-major: 1000/(t_ref + tau_m ln(…)) where the method is exact and the input
   *   constant without end, otherwise 1000 (n - 1)/(last spike - first spike), and 0 below two spikes
   * @throws {InvalidRequest}
   */
  firingRates(sweep) {
    return ask(sweep, (encoded) => this.#wasm.firing_rates(encoded));
  }

  /**
   * A run as a plot shows it: thinned to a few points a pixel column, times true, no spike lost. The exact
   * method then chooses its own samples, so that no pulse and no period is missed; dt does not matter.
   * @param {Request} request
   * @param {{ columns: number, from?: number, to?: number }} window pixels, a whole number; ms, the whole run by
   *   default
   * @returns {View}
   * @throws {InvalidRequest}
   */
  view(
    request,
    { columns, from = 0, to = request?.duration ?? this.defaults.duration } = /** @type {any} */ ({}),
  ) {
    const window = [from, to, columns].map((number) => (typeof number === 'number' ? number : NaN));
    return ask(request, (encoded) => this.#wasm.view(encoded, ...window));
  }
}

/**
 * Loads the wasm that lies beside this module.
 * @returns {Promise<Simulator>}
 * @throws {WrongRelease}
 */
export async function loadSimulator() {
  /** @type {{ wasmBinary?: Uint8Array }} */
  const options = {};
  if (typeof process === 'object' && process.versions?.node) {
    // Without "node:" bundlers find the name in package.json's "browser", and leave it out of pages.
    const { readFile } = await import('fs/promises');
    options.wasmBinary = await readFile(new URL('iaf.wasm', import.meta.url));
  }
  const wasm = await createModule(options);
  const form = wasm.wire_form?.();
  if (form !== FORM) throw new WrongRelease(form);
  return new Simulator(wasm);
}
