import { complete } from '../model/complete.js';
import { experimentOf, experiments, startValues } from '../model/experiments/index.js';
import { inputOf, inputText } from '../model/input-text.js';
import { methodChoice, stepControl } from '../model/methods.js';
import { panels } from '../state/panels.js';
import { settingsOf, startSettings } from '../state/settings.js';
import {
  ignoredKey,
  inputFault,
  moreProblems,
  notANumber,
  notOneOf,
  noSuchName,
  noSuchParameter,
  noWindow,
  otherVersion,
} from '../words/en/link.js';

/**
 * The lab's state as a URL fragment and back: the version of this form, the experiment, then what differs from its
 * start; what is not written is at its start.
 *
 * @typedef {import('../model/types.js').Settings} Settings
 * @typedef {import('../model/types.js').Values} Values
 * @typedef {Pick<import('../model/types.js').State, 'experiment' | 'method' | 'dt' | 'panel' | 'from' | 'to'>} Shared
 * @typedef {Shared & { values: Values, settings: Settings }} Linked
 *
 * @typedef {object} Entry a choice, a number or a list of input components, whatever it belongs to
 * @property {string} key
 * @property {any} start
 * @property {string[]} [options]
 * @property {true} [components]
 */

/** A link without one is of the first version. */
const version = '1';
/** Problems named of one link. */
const NAMED = 3;
/** Keys read of one link: many times those there are. */
const READ = 1000;

/** @type {Entry[]} */
const shared = [
  methodChoice,
  stepControl,
  { key: 'panel', start: null, options: panels.map(({ id }) => id) },
  { key: 'from', start: null },
  { key: 'to', start: null },
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
  for (const { key, start, components } of entriesOf(experiment)) {
    const value = all[key];
    if (value === start || value === null || Number.isNaN(value)) continue;
    fragment.set(key, components ? inputText(value) : String(value));
  }
  return fragment.toString();
}

/**
 * @param {string} fragment with or without the #
 * @param {Pick<import('../model/request.js').Defaults, 'components'>} [defaults] what missing fields of components take; they
 *   stay missing, if absent
 * @returns {Linked & { problems: string[] }} problems name what was ignored
 */
export function decode(fragment, defaults = { components: {} }) {
  const given = new URLSearchParams(fragment.replace(/^#/, ''));
  /** @type {string[]} */
  const problems = [];
  const id = given.get('experiment') ?? experiments[0].id;
  const form = given.get('v') ?? version;
  given.delete('experiment');
  given.delete('v');
  if (form !== version) problems.push(otherVersion(form, version));
  const experiment = experimentOf(id);
  if (experiment.id !== id) problems.push(noSuchName('experiment', id));

  const entries = entriesOf(experiment);
  /** @type {Record<string, any>} */
  const linked = {};
  const pairs = [...given];
  for (const [key, text] of pairs.slice(0, READ)) {
    const entry = entries.find((each) => each.key === key);
    try {
      if (!entry) throw new TypeError(noSuchParameter);
      linked[key] = read(entry, text, defaults);
    } catch (error) {
      const { cause, message } = /** @type {TypeError} */ (error);
      const fault = /** @type {import('../model/input-text.js').Fault | undefined} */ (cause);
      problems.push(ignoredKey(key, text, fault ? inputFault(fault) : message));
    }
  }
  const { from = 0, to = Infinity, duration = Infinity } = linked;
  const parted = 'from' in linked || 'to' in linked;
  if (parted && !(from >= 0 && from < Math.min(to, duration))) {
    problems.push(noWindow(from, to));
    delete linked.from;
    delete linked.to;
  }
  const unread = Math.max(pairs.length - READ, 0);
  const more = Math.max(problems.length - NAMED, 0) + unread;
  if (more > 0) problems.splice(NAMED, problems.length, moreProblems(more));
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

/** @param {import('../model/types.js').Experiment} experiment @returns {Entry[]} */
function entriesOf(experiment) {
  return [
    ...experiment.choices,
    ...experiment.controls,
    ...experiment.inputs,
    ...settingsOf(experiment),
    ...shared,
  ];
}

/**
 * @param {Entry} entry
 * @param {string} text
 * @param {Pick<import('../model/request.js').Defaults, 'components'>} defaults
 * @throws {TypeError} where it cannot be
 */
function read({ options, components }, text, defaults) {
  if (components) return complete(inputOf(text), defaults);
  if (!options) {
    if (text.trim() === '' || !Number.isFinite(Number(text))) throw new TypeError(notANumber);
    return Number(text);
  }
  if (!options.includes(text)) throw new TypeError(notOneOf(options.filter(Boolean)));
  return text;
}
