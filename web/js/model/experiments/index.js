import { constant } from './constant.js';
import { intensityDuration } from './intensity-duration.js';
import { timeVarying } from './time-varying.js';
import { twoCurrents } from './two-currents.js';

/**
 * The experiments of the lab, as data, one file each: a new one is a file and a line here.
 *
 * @typedef {import('../types.js').Experiment} Experiment
 */

/** In the order of their tabs. @type {Experiment[]} */
export const experiments = [constant, timeVarying, twoCurrents, intensityDuration];

/**
 * The experiment of an id; the first, where there is none of it.
 * @param {string} id
 */
export function experimentOf(id) {
  return experiments.find((each) => each.id === id) ?? experiments[0];
}

/**
 * The values an experiment starts with.
 * @param {Experiment} experiment
 * @returns {import('../types.js').Values}
 */
export function startValues({ choices, controls, inputs }) {
  return Object.fromEntries([...choices, ...controls, ...inputs].map(({ key, start }) => [key, start]));
}
