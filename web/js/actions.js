import { complete } from './complete.js';
import { experiments, startValues } from './experiments.js';
import { drawnOver } from './import/drawn.js';
import { methodChoice, stepControl } from './numerics/methods.js';
import { decode, encode } from './permalink.js';
import { startSettings } from './settings.js';

/**
 * @typedef {import('./types.js').State} State
 * @typedef {import('./types.js').Values} Values
 * @typedef {import('./store.js').Store<State>} LabStore
 * @typedef {import('./request.js').Defaults} Defaults
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
 * @param {import('./permalink.js').Linked & { problems: string[] }} state
 * @param {Pick<State, 'values' | 'settings'>} others by experiment id
 */
function linkedState({ values, settings, ...linked }, others) {
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
 * Goes where a file leads (see import/file.js).
 * @param {LabStore} store
 * @param {ReturnType<typeof import('./import/file.js').stateOfFile>} found
 */
export function followFile(store, found) {
  const state = store.get();
  if ('linked' in found) {
    store.set(linkedState({ ...found.linked, problems: [] }, state));
    return;
  }
  const { values, ...adopted } = found.adopted;
  selectExperiment(store, adopted.experiment);
  store.set({ ...adopted, values: { ...state.values, [adopted.experiment]: values } });
}

/**
 * Shows a current of the visitor's own.
 * @param {LabStore} store
 * @param {import('./types.js').InputComponent[]} input
 * @param {Defaults} defaults
 */
export function takeInput(store, input, defaults) {
  selectExperiment(store, 'time');
  changeValues(store, { waveform: 'own', amplitude: 1, input: complete(input, defaults) });
}

/**
 * A stroke of the pointer on the plot of I(t): as drawn, so strong is the current then. At an amplitude of 0 there is
 * none to draw over.
 * @param {LabStore} store
 * @param {import('./import/drawn.js').Point} from
 * @param {import('./import/drawn.js').Point} to
 */
export function drawInput(store, from, to) {
  const { experiment, values } = store.get();
  const { input, amplitude, duration } = values[experiment];
  const [before, factor] = amplitude ? [input, amplitude] : [[], 1];
  const scaled = (/** @type {typeof from} */ { t, current }) => ({ t, current: current / factor });
  changeValues(store, { input: drawnOver(before, duration, scaled(from), scaled(to)), amplitude: factor });
}

/**
 * The link to a state.
 * @param {State} state
 */
export function linkTo(state) {
  const { experiment, values, settings } = state;
  return encode({ ...state, values: values[experiment], settings: settings[experiment] });
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
 * The same with values that were dragged: onto their sliders' steps, and no further beyond their ends than they are.
 * @param {LabStore} store
 * @param {Record<string, number>} places
 */
export function placeValues(store, places) {
  const state = store.get();
  const { controls } = currentExperiment(state);
  const values = state.values[state.experiment];
  const onSteps = Object.entries(places).map(([key, value]) => {
    const control = controls.find((each) => each.key === key);
    if (!control) return [key, value];
    const { step } = control;
    const [min, max] = [Math.min(control.min, values[key]), Math.max(control.max, values[key])];
    const steps = Math.round((Math.min(Math.max(value, min), max) - min) / step);
    return [key, Number((min + steps * step).toPrecision(12))];
  });
  changeValues(store, Object.fromEntries(onSteps));
}

/**
 * Merges settings into those of the experiment on show.
 * @param {LabStore} store
 * @param {Partial<import('./types.js').Settings>} changes
 */
export function changeSettings(store, changes) {
  const { experiment, settings } = store.get();
  store.set({ settings: { ...settings, [experiment]: { ...settings[experiment], ...changes } } });
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
 * Returns the experiment on show to its start, to the exact method and to the whole run.
 * @param {LabStore} store
 */
export function resetAll(store) {
  store.set({ method: methodChoice.start, dt: stepControl.start, from: null, to: null, drawing: false });
  changeValues(store, startValues(currentExperiment(store.get())));
}

/**
 * @param {LabStore} store
 * @param {string} experiment id
 */
export function selectExperiment(store, experiment) {
  store.set({ experiment, cursor: null, from: null, to: null, drawing: false, problems: [] });
}
