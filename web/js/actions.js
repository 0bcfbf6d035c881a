import { experiments, startValues } from './experiments.js';
import { methodChoice, stepControl } from './numerics/methods.js';
import { decode, encode } from './permalink.js';

/**
 * @typedef {import('./types.js').State} State
 * @typedef {import('./types.js').Values} Values
 * @typedef {import('./store.js').Store<State>} LabStore
 */

/**
 * Everything at its start, but for what a link says.
 * @param {string} fragment
 * @returns {State}
 */
export function initialState(fragment) {
  const values = Object.fromEntries(
    experiments.map((experiment) => [experiment.id, startValues(experiment)]),
  );
  return { ...linkedState(fragment, values), cursor: null };
}

/** @param {string} fragment @param {Record<string, Values>} others values by experiment id */
function linkedState(fragment, others) {
  const { values, ...linked } = decode(fragment);
  return { ...linked, values: { ...others, [linked.experiment]: values } };
}

/**
 * Goes where a link leads.
 * @param {LabStore} store
 * @param {string} fragment
 */
export function followLink(store, fragment) {
  store.set({ ...linkedState(fragment, store.get().values), cursor: null });
}

/**
 * The link to a state.
 * @param {State} state
 */
export function linkTo(state) {
  return encode({ ...state, values: state.values[state.experiment] });
}

/**
 * The experiment on show.
 * @param {State} state
 */
export function currentExperiment(state) {
  return experiments.find(({ id }) => id === state.experiment) ?? experiments[0];
}

/**
 * Merges values into those of the experiment on show.
 * @param {LabStore} store
 * @param {Values} changes
 */
export function changeValues(store, changes) {
  const { experiment, values } = store.get();
  store.set({ values: { ...values, [experiment]: { ...values[experiment], ...changes } }, problems: [] });
}

/**
 * Returns one control of the experiment on show to its start.
 * @param {LabStore} store
 * @param {string} key
 */
export function resetValue(store, key) {
  changeValues(store, { [key]: startValues(currentExperiment(store.get()))[key] });
}

/**
 * Returns the experiment on show to its start, and to the exact method.
 * @param {LabStore} store
 */
export function resetAll(store) {
  store.set({ method: methodChoice.start, dt: stepControl.start });
  changeValues(store, startValues(currentExperiment(store.get())));
}

/**
 * @param {LabStore} store
 * @param {string} experiment id
 */
export function selectExperiment(store, experiment) {
  store.set({ experiment, cursor: null, problems: [] });
}
