import { experimentOf, experiments, startValues } from '../model/experiments/index.js';
import { startSettings } from '../state/settings.js';
import { entriesOf, samplesOf, shared, version } from './permalink.js';
import { firstOf, LONGEST_LINK, pairsOf } from './link-pairs.js';
import { valueIn } from './link-values.js';
import {
  cutLink,
  ignoredKey,
  notOneOf,
  noSuchParameter,
  noTime,
  noWindow,
  otherCount,
  otherVersion,
  tooLongLink,
} from '../words/en/link.js';

/**
 * A link of the lab as a state: what is good in it counts, the rest is named.
 *
 * @typedef {import('./link-values.js').Components} Components
 * @typedef {import('./link-pairs.js').Pair} Pair
 * @typedef {import('./permalink.js').Linked} Linked
 * @typedef {import('./permalink.js').Shared} Shared
 * @typedef {import('../model/types.js').Experiment} Experiment
 */

/** Keys read of one link: many times those there are. */
const READ = 1000;
/** Keys that are read before all others; those of samples where an experiment has a current of one's own. */
const about = ['v', 'experiment'];
const aboutSamples = ['samples', 'end'];

/**
 * @param {string} fragment with or without the #
 * @param {Components} [defaults] what missing fields of components take; they stay missing, if absent
 * @param {string} [missing] why its current, which stands elsewhere than in it, is not to be had
 * @returns {Linked & { problems: string[] }} problems name what was ignored
 */
export function decode(fragment, defaults = { components: {} }, missing) {
  /** @type {string[]} */
  const problems = [];
  if (fragment.length > LONGEST_LINK) problems.push(tooLongLink(fragment.length, LONGEST_LINK));
  const given = pairsOf(fragment);
  const first = (/** @type {string} */ name) => given.find(([key]) => key === name)?.[1];
  const form = first('v') ?? version;
  if (form !== version) problems.push(otherVersion(form, version));
  const id = first('experiment') ?? experiments[0].id;
  const experiment = experimentOf(id.toLowerCase());
  if (experiment.id !== id.toLowerCase()) {
    const known = experiments.map((each) => each.id);
    problems.push(ignoredKey('experiment', id, notOneOf(known)));
  }
  const found = valuesIn(given, experiment, { defaults, missing });
  /** What stands in the link of these starts. @type {<T extends object>(starts: T) => T} */
  const merged = (starts) => {
    const known = Object.entries(found.linked).filter(([key]) => key in starts);
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
    problems: firstOf([...problems, ...found.problems], found.unread),
  };
}

/**
 * The values in a link of an experiment, by key; what cannot be is left out, and named.
 * @param {Pair[]} given
 * @param {Experiment} experiment
 * @param {{ defaults: Components, missing?: string }} how
 */
function valuesIn(given, experiment, how) {
  const entries = entriesOf(experiment);
  const own = entries.find(({ components }) => components);
  const pairs = given.filter(([key]) => !about.includes(key) && !(own && aboutSamples.includes(key)));
  const told = own && given.find(([key]) => key === 'samples')?.[1];
  const cut = told !== undefined && !given.some(([key]) => key === 'end');
  // What a link that was cut ends in may be a part of what it was.
  if (cut && given.at(-1) === pairs.at(-1)) pairs.pop();
  /** @type {Record<string, any>} */
  const linked = {};
  /** @type {string[]} */
  const problems = [];
  const ignore = (/** @type {string} */ key, /** @type {string} */ reason) => {
    problems.push(ignoredKey(key, new Map(given).get(key) ?? '', reason));
    delete linked[key];
  };
  const faulty = new Set();
  for (const [at, [key, text]] of pairs.slice(0, READ).entries()) {
    const entry = entries.find((each) => each.key === key);
    try {
      if (!entry) throw new TypeError(noSuchParameter);
      if (!(cut && entry === own))
        linked[key] = valueIn(entry, text, { ...how, last: at === pairs.length - 1 });
    } catch (error) {
      problems.push(ignoredKey(key, text, /** @type {TypeError} */ (error).message));
      faulty.add(key);
    }
  }
  if (own && told !== undefined && !faulty.has(own.key)) {
    const count = samplesOf(linked[own.key] ?? []);
    if (cut) ignore(own.key, cutLink(told));
    else if (count !== Number(told)) ignore(own.key, otherCount(told, count));
  }
  const { from = 0, to = Infinity, cursor = 0, duration = Infinity } = linked;
  const parted = 'from' in linked || 'to' in linked;
  if (parted && !(from >= 0 && from < Math.min(to, duration))) {
    problems.push(noWindow(from, to));
    delete linked.from;
    delete linked.to;
  }
  const end = linked.duration ?? startValues(experiment).duration;
  if ('cursor' in linked && !(cursor >= 0 && cursor <= end)) ignore('cursor', noTime);
  return { linked, problems, unread: Math.max(pairs.length - READ, 0) };
}
