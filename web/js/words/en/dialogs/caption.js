// What stands under a figure.
import { plain } from '../../../base/format.js';

/** How the spikes were found. @param {string} method its label, or empty for the exact one @param {number} dt ms */
export function byMethod(method, dt) {
  return method ? `${method}, dt = ${plain(dt)} ms` : 'exact spike times';
}

/**
 * @param {string} experiment its title
 * @param {string[]} parameters what is set, in the order of the controls
 * @param {string} method how the spikes were found
 * @param {number[]} spikes of each run
 * @param {string} version of this project
 */
export function caption(experiment, parameters, method, spikes, version) {
  return `${experiment}: ${parameters.join(', ')}; ${method}; spikes: ${spikes.join(' · ')}. Integrate & Fire ${version}`;
}
