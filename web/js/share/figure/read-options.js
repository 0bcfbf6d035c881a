import { experimentOf } from '../../model/experiments/index.js';
import { ignoredKey, noSuchName, notOneOf } from '../../words/en/link.js';
import { firstOf, pairsOf } from '../link-pairs.js';
import { isTheme, panelIds, parts, startParts, themes } from './options.js';

/**
 * @typedef {import('./options.js').Options} Options
 * @typedef {import('./options.js').Place} Place
 */

/**
 * Parts a fragment into the options and what is left, a link to a state. Keys may be in any case.
 * @param {string} fragment with or without the #
 * @param {Place} [place]
 * @returns {{ options: Options, link: string, problems: string[] }} problems name what was ignored of the options
 */
export function readOptions(fragment, place = 'embed') {
  const inLab = place === 'lab';
  const own = ['show', 'hide', 'controls', 'panel', ...(inLab ? [] : ['theme'])];
  const pairs = pairsOf(fragment);
  const link = new URLSearchParams(pairs.filter(([key]) => !own.includes(key)));
  /** Of what stands there twice the last counts; of panels all do. */
  const given = new Map(pairs);
  const opened = pairs.filter(([key]) => key === 'panel').map(([, text]) => text);
  /** @type {string[]} */
  const problems = [];
  const listed = (/** @type {string} */ key, /** @type {string[]} */ names) => {
    const text = given.get(key);
    return text === undefined ? undefined : known(key, text, names, problems);
  };
  const experiment = experimentOf(given.get('experiment')?.toLowerCase() ?? '');
  const keys = [...experiment.choices, ...experiment.controls].map(({ key }) => key);
  const named = listed('show', parts);
  const hidden = listed('hide', [...parts, 'controls']) ?? [];
  const controls = listed('controls', [...keys, 'all', 'none']);
  if (named && !named.length && !problems.length)
    problems.push(noSuchName('show', String(given.get('show'))));
  // A figure that shows nothing is nobody's wish.
  const wanted = named?.length ? named : inLab ? parts : startParts;
  const show = wanted.filter((part) => !hidden.includes(part));
  /** @type {Options} */
  const options = { show, controls: inLab ? undefined : experiment.few, theme: 'auto' };
  if (controls) {
    options.controls = controls.includes('all') ? undefined : controls.filter((name) => name !== 'none');
  }
  if (hidden.includes('controls')) options.controls = [];
  const theme = own.includes('theme') ? given.get('theme') : undefined;
  if (isTheme(theme)) options.theme = theme;
  else if (theme !== undefined) problems.push(ignoredKey('theme', theme, notOneOf(themes)));
  // The panels that a link opens are there to be closed again; one that is to be shown is open.
  const panelsNamed = known('panel', opened.join(), panelIds, problems);
  const [open] = [...panelsNamed, ...(named ? show.filter((part) => panelIds.includes(part)) : [])];
  if (open) link.set('panel', open);
  options.show = [...new Set([...show, ...panelsNamed])];
  return { options, link: link.toString(), problems: firstOf(problems) };
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
