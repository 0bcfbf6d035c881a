import { experiments, startValues } from './experiments.js';
import { methodChoice, stepControl } from './numerics/methods.js';
import { panels } from './panels.js';
import { settingsOf, startSettings } from './settings.js';

/**
 * The lab's state as a URL fragment and back. Only what differs from the experiment's start is written, and what is
 * not written is at its start.
 *
 * @typedef {import('./types.js').Settings} Settings
 * @typedef {import('./types.js').Values} Values
 * @typedef {Pick<import('./types.js').State, 'experiment' | 'method' | 'dt' | 'panel' | 'from' | 'to'>} Shared
 * @typedef {Shared & { values: Values, settings: Settings }} Linked
 *
 * @typedef {object} Entry a choice or a number, whatever it belongs to
 * @property {string} key
 * @property {any} start
 * @property {{ value: string }[]} [options]
 */

/** @type {Entry[]} */
const shared = [
  methodChoice,
  stepControl,
  { key: 'panel', start: null, options: panels.map(({ id }) => ({ value: id })) },
  { key: 'from', start: null },
  { key: 'to', start: null },
];

/**
 * @param {Linked} state with the values and settings of the experiment on show
 * @returns {string} without the #
 */
export function encode({ values, settings, ...state }) {
  const experiment = experimentOf(state.experiment) ?? experiments[0];
  /** @type {Record<string, any>} */
  const all = { ...values, ...settings, ...state };
  const fragment = new URLSearchParams({ experiment: experiment.id });
  for (const { key, start } of entriesOf(experiment)) {
    const value = all[key];
    if (value === start || value === null || Number.isNaN(value)) continue;
    fragment.set(key, String(value));
  }
  return fragment.toString();
}

/**
 * @param {string} fragment with or without the #
 * @returns {Linked & { problems: string[] }} problems name what was ignored
 */
export function decode(fragment) {
  const given = new URLSearchParams(fragment.replace(/^#/, ''));
  /** @type {string[]} */
  const problems = [];
  const id = given.get('experiment') ?? experiments[0].id;
  given.delete('experiment');
  const experiment = experimentOf(id) ?? experiments[0];
  if (experiment.id !== id) problems.push(`experiment = ${brief(id)} (there is none of that name)`);

  const entries = entriesOf(experiment);
  /** @type {Record<string, any>} */
  const linked = {};
  for (const [key, text] of given) {
    const entry = entries.find((each) => each.key === key);
    const problem = entry ? faultOf(entry, text) : 'no such parameter here';
    if (problem) problems.push(`${brief(key)} = ${brief(text)} (${problem})`);
    else linked[key] = entry?.options ? text : Number(text);
  }
  /** What stands in the link of these starts. @type {<T extends object>(starts: T) => T} */
  const merged = (starts) => {
    const known = Object.entries(linked).filter(([key]) => key in starts);
    return { ...starts, ...Object.fromEntries(known) };
  };
  const starts = /** @type {Omit<Shared, 'experiment'>} */ (
    Object.fromEntries(shared.map(({ key, start }) => [key, start]))
  );
  return {
    experiment: experiment.id,
    values: merged(startValues(experiment)),
    settings: merged(startSettings(experiment)),
    ...merged(starts),
    problems,
  };
}

/** @param {import('./types.js').Experiment} experiment @returns {Entry[]} */
function entriesOf(experiment) {
  return [...experiment.choices, ...experiment.controls, ...settingsOf(experiment), ...shared];
}

/** @param {Entry} entry @param {string} text @returns {string} empty if there is none */
function faultOf({ options }, text) {
  if (!options) return text.trim() !== '' && Number.isFinite(Number(text)) ? '' : 'not a number';
  const known = options.map(({ value }) => value);
  return known.includes(text) ? '' : `not one of ${known.filter(Boolean).join(', ')}`;
}

/** @param {string} id */
function experimentOf(id) {
  return experiments.find((each) => each.id === id);
}

/** @param {string} text */
function brief(text) {
  return text.length > 24 ? `${text.slice(0, 24)}…` : text;
}
