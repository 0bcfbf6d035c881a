import { experiments, startValues } from '../model/experiments/index.js';
import { startSettings } from '../state/settings.js';
import { decode, encode } from './permalink.js';

/**
 * From links to the state, and back.
 *
 * @typedef {import('../model/types.js').State} State
 * @typedef {import('../state/actions.js').LabStore} LabStore
 * @typedef {import('../model/request.js').Defaults} Defaults
 */

/**
 * Everything at its start, but for what a link says.
 * @param {string} fragment
 * @param {Defaults} defaults
 * @returns {State}
 */
export function initialState(fragment, defaults) {
  const values = Object.fromEntries(experiments.map((each) => [each.id, startValues(each)]));
  const settings = Object.fromEntries(experiments.map((each) => [each.id, startSettings(each)]));
  return linkedState(decode(fragment, defaults), { values, settings });
}

/**
 * The state that a link leads to.
 * @param {import('../share/permalink.js').Linked & { problems: string[] }} state
 * @param {Pick<State, 'values' | 'settings'>} others by experiment id
 */
export function linkedState({ values, settings, ...linked }, others) {
  return {
    ...linked,
    values: { ...others.values, [linked.experiment]: values },
    settings: { ...others.settings, [linked.experiment]: settings },
    cursor: null,
    drawing: false,
  };
}

/**
 * Goes where a link leads.
 * @param {LabStore} store
 * @param {string} fragment
 * @param {Defaults} defaults
 */
export function followLink(store, fragment, defaults) {
  store.set(linkedState(decode(fragment, defaults), store.get()));
}

/**
 * The link to a state.
 * @param {State} state
 */
export function linkTo(state) {
  const { experiment, values, settings } = state;
  return encode({ ...state, values: values[experiment], settings: settings[experiment] });
}
