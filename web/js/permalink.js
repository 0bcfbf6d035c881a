import { experiments, startValues } from './experiments.js';
import { methodChoice, stepControl } from './numerics/methods.js';
import { panels } from './panels.js';

/**
 * The lab's state as a URL fragment and back. Only what differs from the experiment's start is written, and what is
 * not written is at its start.
 *
 * @typedef {import('./types.js').Values} Values
 * @typedef {Pick<import('./types.js').State, 'experiment' | 'method' | 'dt' | 'panel'> & { values: Values }} Linked
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
];

/**
 * @param {Linked} state with the values of the experiment on show
 * @returns {string} without the #
 */
export function encode({ experiment, values, method, dt, panel }) {
  const { choices, controls } = experimentOf(experiment) ?? experiments[0];
  const all = { ...values, method, dt, panel };
  const fragment = new URLSearchParams({ experiment });
  for (const { key, start } of /** @type {Entry[]} */ ([...choices, ...controls, ...shared])) {
    const value = all[/** @type {keyof typeof all} */ (key)];
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

  /** @type {Entry[]} */
  const entries = [...experiment.choices, ...experiment.controls, ...shared];
  /** @type {Values} */
  const all = {
    ...startValues(experiment),
    ...Object.fromEntries(shared.map(({ key, start }) => [key, start])),
  };
  for (const [key, text] of given) {
    const entry = entries.find((each) => each.key === key);
    const problem = entry ? faultOf(entry, text) : 'no such parameter here';
    if (problem) problems.push(`${brief(key)} = ${brief(text)} (${problem})`);
    else all[key] = entry?.options ? text : Number(text);
  }
  const { method, dt, panel, ...values } = all;
  return { experiment: experiment.id, values, method, dt, panel, problems };
}

/** @param {Entry} entry @param {string} text @returns {string} empty if there is none */
function faultOf({ options }, text) {
  if (!options) return text.trim() !== '' && Number.isFinite(Number(text)) ? '' : 'not a number';
  const known = options.map(({ value }) => value);
  return known.includes(text) ? '' : `not one of ${known.join(', ')}`;
}

/** @param {string} id */
function experimentOf(id) {
  return experiments.find((each) => each.id === id);
}

/** @param {string} text */
function brief(text) {
  return text.length > 24 ? `${text.slice(0, 24)}…` : text;
}
