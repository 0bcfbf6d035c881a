import { startState } from '../state/start.js';
import { decode } from './read-link.js';

/**
 * From links to the state.
 *
 * @typedef {import('../model/types.js').State} State
 * @typedef {import('../state/actions.js').LabStore} LabStore
 * @typedef {import('../model/request.js').Defaults} Defaults
 *
 * @typedef {object} Before what is known of a link before it is read
 * @property {string[]} [problems] further ones, to be named first
 * @property {string} [missing] why its current, which stands elsewhere than in it, is not to be had
 */

/**
 * Everything at its start, but for what a link says.
 * @param {string} fragment
 * @param {Defaults} defaults
 * @param {Before} [before]
 * @returns {State}
 */
export function initialState(fragment, defaults, before) {
  return linkedState(read(fragment, defaults, before), startState());
}

/**
 * The state that a link leads to.
 * @param {import('./permalink.js').Linked & { problems: string[] }} state
 * @param {Pick<State, 'values' | 'settings'>} others by experiment id
 */
export function linkedState({ values, settings, ...linked }, others) {
  return {
    ...linked,
    values: { ...others.values, [linked.experiment]: values },
    settings: { ...others.settings, [linked.experiment]: settings },
    drawing: false,
    unkept: null,
  };
}

/** @param {string} fragment @param {Defaults} defaults @param {Before} [before] */
function read(fragment, defaults, { problems = [], missing } = {}) {
  const linked = decode(fragment, defaults, missing);
  return { ...linked, problems: [...problems, ...linked.problems] };
}

/**
 * Goes where a link leads.
 * @param {LabStore} store
 * @param {string} fragment
 * @param {Defaults} defaults
 * @param {Before} [before]
 */
export function followLink(store, fragment, defaults, before) {
  store.set(linkedState(read(fragment, defaults, before), store.get()));
}
