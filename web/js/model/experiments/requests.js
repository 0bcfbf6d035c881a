/**
 * @typedef {import('../types.js').Values} Values
 * @typedef {import('../types.js').FullComponent} FullComponent
 */

/** @param {Values} v @param {FullComponent[]} input */
export const request = ({ R, C, u_rest, u_reset, theta, t_ref, duration }, input) => ({
  neuron: { R, C, u_rest, u_reset, theta, u_0: u_reset, t_ref },
  input,
  duration,
});

/** @param {Values} v */
export const timeConstant = ({ R, C }) => ({
  key: 'tau_m',
  symbol: 'τ_m',
  value: R * C,
  unit: 'ms',
});

/** A neuron as values of its controls, where one serves u_reset and u_0. @param {import('../types.js').FullNeuron} neuron */
export const neuronValues = ({ R, C, u_rest, u_reset, theta, t_ref }) => ({
  R,
  C,
  u_rest,
  u_reset,
  theta,
  t_ref,
});

export const startFields = { 'neuron.u_0': 'u_reset' };
