import { experiments, startValues } from './experiments.js';

/**
 * @typedef {import('./types.js').State} State
 * @typedef {import('./types.js').Values} Values
 * @typedef {import('./store.js').Store<State>} LabStore
 */

/**
 * Everything at its start.
 * @returns {State}
 */
export function initialState() {
  return {
    experiment: experiments[0].id,
    values: Object.fromEntries(experiments.map((experiment) => [experiment.id, startValues(experiment)])),
    method: 'exact',
    dt: 0.1,
    cursor: null,
  };
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
  store.set({ values: { ...values, [experiment]: { ...values[experiment], ...changes } } });
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
 * Returns the experiment on show to its start.
 * @param {LabStore} store
 */
export function resetAll(store) {
  changeValues(store, startValues(currentExperiment(store.get())));
}

/**
 * @param {LabStore} store
 * @param {string} experiment id
 */
export function selectExperiment(store, experiment) {
  store.set({ experiment, cursor: null });
}
