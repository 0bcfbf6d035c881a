/**
 * Types only: nothing here runs.
 *
 * @typedef {object} NeuronModel what the page knows of a model of a neuron
 * @property {string} model as in requests
 * @property {string[]} fields its numbers in requests, in the order they are written
 * @property {Record<string, { symbol: string, unit: string }>} controls what a visitor may set of it, by key
 * @property {(neuron: any) => number} [timeConstant] ms: what the stability of a step goes by
 * @property {(neuron: any, current: number) => number} [steadyPotential] mV: where u would settle without a threshold
 * @property {(neuron: any) => number} [rheobase] nA: the constant current that takes u just to theta
 * @property {string[]} equations in MathML, without the <math> around: the dynamics, then what a spike does
 */

export {};
