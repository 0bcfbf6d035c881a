import { experimentOf } from '../model/experiments/index.js';
import { inputText } from '../model/input-text.js';
import { methodChoice, stepControl } from '../model/methods.js';
import { panels } from '../state/panels.js';
import { settingsOf } from '../state/settings.js';

/**
 * The lab's state as a URL fragment (read-link.js is the way back): the version of this form, the experiment, then what differs from its
 * start; what is not written is at its start. One with samples says their number before all else and ends in `end`: so it
 * is seen whether it came whole.
 *
 * @typedef {import('./link-values.js').Entry} Entry
 * @typedef {import('../model/types.js').Experiment} Experiment
 * @typedef {import('../model/types.js').Settings} Settings
 * @typedef {import('../model/types.js').Values} Values
 * @typedef {Pick<import('../model/types.js').State, 'experiment' | 'method' | 'dt' | 'panel' | 'from' | 'to' | 'cursor'>} Shared
 * @typedef {Shared & { values: Values, settings: Settings }} Linked
 */

/** A link without one is of the first version. */
export const version = '1';

/** @type {Entry[]} */
export const shared = [
  methodChoice,
  stepControl,
  { key: 'panel', start: null, options: panels.map(({ id }) => id) },
  { key: 'from', start: null },
  { key: 'to', start: null },
  { key: 'cursor', start: null },
];

/**
 * @param {Linked} state with the values and settings of the experiment on show
 * @returns {string} without the #
 */
export function encode({ values, settings, ...state }) {
  const experiment = experimentOf(state.experiment);
  /** @type {Record<string, any>} */
  const all = { ...values, ...settings, ...state };
  const fragment = new URLSearchParams({ v: version, experiment: experiment.id });
  const said = entriesOf(experiment).filter(({ key, start }) => {
    const value = all[key];
    return value !== start && value !== null && !Number.isNaN(value);
  });
  const samples = said.reduce((sum, { key, components }) => sum + (components ? samplesOf(all[key]) : 0), 0);
  if (samples) fragment.set('samples', String(samples));
  for (const { key, components } of said) {
    fragment.set(key, components ? inputText(all[key]) : String(all[key]));
  }
  if (samples) fragment.set('end', '');
  return fragment.toString();
}

/** How many samples a current holds. @param {{ values?: ArrayLike<number> }[]} input */
export function samplesOf(input) {
  return input.reduce((sum, { values }) => sum + (values?.length ?? 0), 0);
}

/** What may be long comes last. @param {Experiment} experiment @returns {Entry[]} */
export function entriesOf(experiment) {
  const { choices, controls, inputs } = experiment;
  return [...choices, ...controls, ...settingsOf(experiment), ...shared, ...inputs];
}

/**
 * The link to a state.
 * @param {import('../model/types.js').State} state
 */
export function linkTo(state) {
  const { experiment, values: all, settings, cursor } = state;
  const values = all[experiment];
  return encode({
    ...state,
    values,
    settings: settings[experiment],
    cursor: cursor === null ? null : Math.min(cursor, values.duration), // where it is drawn
  });
}
