/**
 * What a run is held against: the same by the exact method, where that runs its model with its kinds of input.
 *
 * @typedef {import('../simulator/simulator.js').Simulator} Simulator
 * @typedef {import('../model/types.js').FullRequest} FullRequest
 * @typedef {import('../model/types.js').State['method']} MethodId
 */

/** @type {MethodId[]} */
const bestFirst = ['exact', 'rk4', 'euler'];

/**
 * The methods that run a request, the best first.
 * @param {Simulator} iaf
 * @param {Pick<FullRequest, 'neuron' | 'input'>} request
 * @returns {MethodId[]}
 */
export function methodsFor({ capabilities }, { neuron, input }) {
  const { methods } = capabilities.models[neuron.model ?? 'lif'];
  return bestFirst.filter(
    (method) => method in methods && input.every(({ kind }) => methods[method].includes(kind)),
  );
}

/**
 * The method, and its step, by which the rates of requests like this one are best found.
 * @param {Simulator} iaf
 * @param {FullRequest} request
 * @param {number} dt ms, of grid methods
 * @returns {import('../model/types.js').Numerics}
 */
export function numericsOfRates(iaf, request, dt) {
  const [method] = methodsFor(iaf, request);
  return { method, dt: method === 'exact' ? 0 : dt };
}

/**
 * The best that is known of a run: its reference, and where there is none the run itself.
 * @param {import('../model/types.js').Results} results
 */
export function bestOf({ view, reference }) {
  return reference ?? view;
}
