import { experimentOf, experiments } from '../../model/experiments/index.js';
import { ignoredKey, noSuchName, notOneOf } from '../../words/en/link.js';
import { panels } from '../../state/panels.js';

/**
 * What an embedded figure shows of a state: keys of its fragment besides those of the lab's links.
 *
 * @typedef {typeof themes[number]} Theme
 *
 * @typedef {object} Options
 * @property {string[]} show parts, in no order
 * @property {string[] | undefined} controls keys; all, if undefined
 * @property {Theme} theme
 */

const themes = /** @type {const} */ (['auto', 'light', 'dark']);
const blocks = ['summary', 'plots', 'readouts', 'regime'];
/** @type {string[]} */
const panelIds = panels.map(({ id }) => id);

/** What `show` may name. */
export const parts = [...blocks, ...panelIds];

export const startParts = ['plots', 'readouts', 'regime'];

/** The lab's keys that are not in lower case, as an element's attributes are. */
const cased = experiments
  .flatMap(({ controls }) => controls.map(({ key }) => key))
  .filter((key) => key !== key.toLowerCase());

/** @param {unknown} value @returns {value is Theme} */
export const isTheme = (value) => themes.includes(/** @type {Theme} */ (value));

/**
 * Parts a fragment into the options and what is left, a link of the lab. Keys may be in any case.
 * @param {string} fragment with or without the #
 * @returns {{ options: Options, link: string, problems: string[] }} problems name what was ignored of the options
 */
export function readOptions(fragment) {
  const given = new URLSearchParams(fragment.replace(/^#/, ''));
  // By way of a map: URLSearchParams looks through all it has at every key.
  const link = new URLSearchParams([...new Map([...given].map(([key, text]) => [knownCase(key), text]))]);
  const [show, controls, theme] = ['show', 'controls', 'theme'].map((key) => {
    const text = link.get(key);
    link.delete(key);
    return text;
  });
  /** @type {string[]} */
  const problems = [];
  const experiment = experimentOf(link.get('experiment') ?? '');
  const keys = [...experiment.choices, ...experiment.controls].map(({ key }) => key);
  const shown = show === null ? startParts : known('show', show, parts, problems);
  if (!shown.length && !problems.length) problems.push(noSuchName('show', String(show)));
  /** @type {Options} */
  const options = {
    // A figure that shows nothing is nobody's wish.
    show: shown.length ? shown : startParts,
    controls: experiment.few,
    theme: 'auto',
  };
  if (controls !== null) {
    const named = known('controls', controls, [...keys, 'all', 'none'], problems);
    options.controls = named.includes('all') ? undefined : named.filter((name) => name !== 'none');
  }
  if (isTheme(theme)) options.theme = theme;
  else if (theme !== null) problems.push(ignoredKey('theme', theme, notOneOf(themes)));
  // The panel that a link opens is there to be closed again; one that is to be shown is open.
  const open = link.get('panel') ?? options.show.find((part) => panelIds.includes(part));
  if (open && panelIds.includes(open)) {
    link.set('panel', open);
    options.show = [...options.show, open];
  }
  return { options, link: link.toString(), problems };
}

/**
 * The fragment of a state and the options it is shown with.
 * @param {string} link
 * @param {Options} options
 */
export function withOptions(link, { show, controls, theme }) {
  const own = new URLSearchParams({
    show: [...new Set(show)].join(),
    controls: controls?.join() ?? 'all',
    theme,
  });
  if (controls?.length === 0) own.set('controls', 'none');
  return `${link}&${own}`;
}

/** @param {string} option @param {string} list @param {string[]} names @param {string[]} problems */
function known(option, list, names, problems) {
  const given = list
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean);
  const found = given.map((each) => names.find((name) => name.toLowerCase() === each.toLowerCase()));
  given.forEach((each, at) => {
    if (!found[at]) problems.push(noSuchName(option, each));
  });
  return found.filter((name) => name !== undefined);
}

/** @param {string} key */
function knownCase(key) {
  const lower = key.toLowerCase();
  return cased.find((each) => each.toLowerCase() === lower) ?? lower;
}
