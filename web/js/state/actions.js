import { complete } from '../model/complete.js';
import { experimentOf, experiments, startValues } from '../model/experiments/index.js';
import { drawnOver } from '../model/drawn.js';
import { methodChoice, stepControl } from '../model/methods.js';
import { snapped } from './steps.js';

/**
 * @typedef {import('../model/types.js').State} State
 * @typedef {import('../model/types.js').Values} Values
 * @typedef {import('../base/store.js').Store<State>} LabStore
 * @typedef {import('../model/request.js').Defaults} Defaults
 */

/**
 * Shows a current of the visitor's own.
 * @param {LabStore} store
 * @param {import('../model/types.js').InputComponent[]} input
 * @param {Defaults} defaults
 * @param {Values} [more] further values of its experiment
 */
export function takeInput(store, input, defaults, more) {
  const experiment = experiments.find(({ inputs }) => inputs.length) ?? experiments[0];
  const [{ key, shown }] = experiment.inputs;
  selectExperiment(store, experiment.id);
  changeValues(store, { ...shown, [key]: complete(input, defaults), ...more });
}

/**
 * A stroke of the pointer on the plot of I(t): as drawn, so strong is the current then. At an amplitude of 0 there is
 * none to draw over.
 * @param {LabStore} store
 * @param {import('../model/drawn.js').Point} from
 * @param {import('../model/drawn.js').Point} to
 */
export function drawInput(store, from, to) {
  const { experiment, values } = store.get();
  const [{ key, factor: factorKey }] = experimentOf(experiment).inputs;
  const { [key]: input, [factorKey]: strength, duration } = values[experiment];
  const [before, factor] = strength ? [input, strength] : [[], 1];
  const scaled = (/** @type {typeof from} */ { t, current }) => ({ t, current: current / factor });
  changeValues(store, {
    [key]: drawnOver(before, duration, scaled(from), scaled(to)),
    [factorKey]: factor,
  });
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
 * The same with values that were dragged: onto their sliders' steps, and no further beyond their ends than they are.
 * @param {LabStore} store
 * @param {Record<string, number>} dragged value by control key
 */
export function setByDrag(store, dragged) {
  const state = store.get();
  const { controls } = experimentOf(state.experiment);
  const values = state.values[state.experiment];
  const onSteps = Object.entries(dragged).map(([key, value]) => {
    const control = controls.find((each) => each.key === key);
    if (!control) return [key, value];
    const ends = { min: Math.min(control.min, values[key]), max: Math.max(control.max, values[key]) };
    return [key, snapped(control, ends, value)];
  });
  changeValues(store, Object.fromEntries(onSteps));
}

/**
 * Merges settings into those of the experiment on show.
 * @param {LabStore} store
 * @param {Partial<import('../model/types.js').Settings>} changes
 */
export function changeSettings(store, changes) {
  const { experiment, settings } = store.get();
  store.set({ settings: { ...settings, [experiment]: { ...settings[experiment], ...changes } } });
}

/**
 * The state that a link led to, for what goes back there.
 * @param {State} state
 * @returns {NonNullable<State['came']>}
 */
export function cameTo({ experiment, values, method, dt, from, to }) {
  return { experiment, values: values[experiment], method, dt, from, to };
}

/**
 * The values that the experiment on show goes back to first: those of the link one came by, if it led there.
 * @param {State} state
 * @returns {Values}
 */
export function homeValues({ experiment, came }) {
  return came?.experiment === experiment ? came.values : startValues(experimentOf(experiment));
}

/**
 * Returns one control of the experiment on show to the link one came by; from there, to its start.
 * @param {LabStore} store
 * @param {string} key
 */
export function resetValue(store, key) {
  const state = store.get();
  const home = homeValues(state)[key];
  const there = Object.is(state.values[state.experiment][key], home);
  changeValues(store, { [key]: there ? startValues(experimentOf(state.experiment))[key] : home });
}

/**
 * Returns the experiment on show to the link one came by; from there, to its start, to the exact method and to the whole
 * run.
 * @param {LabStore} store
 */
export function resetAll(store) {
  const state = store.get();
  const start = { method: methodChoice.start, dt: stepControl.start, from: null, to: null };
  const values = startValues(experimentOf(state.experiment));
  const home = state.came?.experiment === state.experiment ? state.came : { ...start, values };
  const now = state.values[state.experiment];
  const there =
    Object.keys(start).every((key) => Reflect.get(home, key) === Reflect.get(state, key)) &&
    Object.keys(now).every((key) => Object.is(now[key], home.values[key]));
  const { method, dt, from, to, ...target } = there ? { ...start, values } : home;
  store.set({ method, dt, from, to, drawing: false });
  changeValues(store, target.values);
}

/**
 * Goes to a state that was undone, or done again.
 * @param {LabStore} store
 * @param {import('./history.js').Entry} entry
 */
export function restore(store, entry) {
  if (entry.experiment !== store.get().experiment) selectExperiment(store, entry.experiment);
  store.set({ ...entry, problems: [] });
}

/**
 * @param {LabStore} store
 * @param {string} experiment id
 */
export function selectExperiment(store, experiment) {
  store.set({ experiment, cursor: null, from: null, to: null, drawing: false, problems: [] });
}
