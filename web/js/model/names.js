// The names a request is made of, for what is read and written without the simulator at hand; a test holds them
// against its defaults.

export const neuronFields = /** @type {const} */ (['R', 'C', 'u_rest', 'u_reset', 'theta', 'u_0', 't_ref']);
export const kinds = /** @type {const} */ (['constant', 'ramp', 'sine', 'exponential', 'samples']);
export const methods = /** @type {const} */ (['exact', 'euler', 'rk4']);

/** When a component is on if nothing is said: from the start of the run, for ever. */
export const always = { start: 0, stop: Infinity };

/** @type {Record<string, string[]>} numeric fields by kind, besides start and stop */
export const componentFields = {
  constant: ['amplitude'],
  ramp: ['amplitude'],
  sine: ['amplitude', 'frequency', 'phase'],
  exponential: ['amplitude', 'tau'],
  samples: ['interval'],
};
