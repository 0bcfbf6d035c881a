/**
 * Types only: nothing here runs.
 *
 * @typedef {object} NeuronModel what the page knows of a model of a neuron
 * @property {string} model as in requests
 * @property {string[]} fields its numbers in requests, in the order they are written
 * @property {Record<string, { symbol: string, unit: string }>} controls what a visitor may set of it, by key
 * @property {string[]} equations in MathML, without the <math> around: the dynamics, then what a spike does
 */

export {};
