/**
 * What a run is held against: the same by the exact method, where that runs its model with its kinds of input.
 *
 * @typedef {import('../simulator/simulator.js').Simulator} Simulator
 * @typedef {import('../model/types.js').FullRequest} FullRequest
 * @typedef {import('../model/types.js').State['method']} MethodId
 */

/**
 * The methods that run a request, the best first.
 * @param {Simulator} iaf
 * @param {Pick<FullRequest, 'neuron' | 'input'>} request
 * @returns {MethodId[]}
 */
export function methodsFor({ capabilities }, { neuron, input }) {
  const { methods } = capabilities.models[neuron.model ?? 'lif'];
  const able = Object.keys(methods).filter((method) =>
    input.every(({ kind }) => methods[method].includes(kind)),
  );
  return /** @type {MethodId[]} */ (able);
}

/**
 * The best that is known of a run: its reference, and where there is none the run itself.
 * @param {import('../model/types.js').Results} results
 */
export function bestOf({ view, reference }) {
  return reference ?? view;
}
