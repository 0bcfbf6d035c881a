import { lif } from './lif.js';

/**
 * The models of a neuron, one file each: a new one is a file and a line here. A test holds their names and fields against
 * those of the simulator.
 *
 * @typedef {import('./lif.js').Lif} Neuron a request without a model means the leaky one
 * @typedef {import('./types.js').NeuronModel} NeuronModel
 */

/** @type {NeuronModel[]} */
export const neurons = [lif];

/**
 * The model that a request's neuron names; the leaky one, where it names none.
 * @param {{ model?: unknown } | undefined} neuron
 * @returns {NeuronModel | undefined}
 */
export function modelOf(neuron) {
  const name = neuron?.model ?? 'lif';
  return neurons.find(({ model }) => model === name);
}
