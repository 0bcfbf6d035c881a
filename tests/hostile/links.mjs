// Hostile fragments and attributes.

import { experiments } from '../../web/js/model/experiments/index.js';
import { panels } from '../../web/js/state/panels.js';
import { settingsOf } from '../../web/js/state/settings.js';
import { markup, words } from './words.mjs';

const kinds = {
  constant: [],
  ramp: [],
  sine: ['frequency', 'phase'],
  exponential: ['tau'],
  samples: ['interval'],
};

/** The words of an input, mostly by the grammar. @param {import('./words.mjs').Chooser} of */
export function inputWords({ pick, chance, list, number, text, below, next }) {
  const component = () => {
    const kind = pick(Object.keys(kinds));
    const names = ['amplitude', 'start', 'stop', ...kinds[kind]].filter(() => chance(0.5));
    const fields = names.flatMap((name) => [name, chance(0.6) ? String(100 * next()) : number()]);
    const values = kind === 'samples' ? ['values', ...list(8, () => String(10 * next()))] : [];
    return [kind, ...fields, ...values, ...(chance(0.05) ? [text()] : [])].join(' ');
  };
  const many = chance(0.03) ? 20 + below(1200) : below(4);
  return Array.from({ length: many }, component).join(' and ');
}

/** Key and value of a link of an experiment. */
function pairOf(of, experiment) {
  const { pick, chance, number, text, next } = of;
  const { controls, choices, inputs } = experiment;
  const kind = next();
  if (kind < 0.6) {
    const { key, min, max } = pick(controls);
    return [key, chance(0.6) ? String(min + (max - min) * next()) : number()];
  }
  if (kind < 0.7) return [pick(['dt', 'from', 'to', 'v']), number()];
  if (kind < 0.9) {
    const { key, options } = pick([
      ...choices,
      ...settingsOf(experiment),
      { key: 'method', options: ['exact', 'euler', 'rk4'].map((value) => ({ value })) },
      { key: 'panel', options: panels.map(({ id }) => ({ value: id })) },
    ]);
    return [key, chance(0.8) ? pick(options) : text()];
  }
  if (kind < 0.95 && inputs.length) return ['input', inputWords(of)];
  return [chance(0.5) ? text() : pick(controls).key, text()];
}

/** Pairs of a link, mostly by the grammar. @param {import('./words.mjs').Chooser} of @param {number} most */
export function pairsOf(of, most = 6) {
  const experiment = of.pick(experiments);
  const own =
    of.chance(0.3) && experiment.inputs.length
      ? [
          ['waveform', 'own'],
          ['input', inputWords(of)],
        ]
      : [];
  return [
    ['experiment', of.chance(0.9) ? experiment.id : of.text()],
    ...own,
    ...of.list(most, () => pairOf(of, experiment)),
  ];
}

/** Pairs of a link with samples. @param {import('./words.mjs').Chooser} of */
export function withSamples(of) {
  const { chance, list, next, pick } = of;
  const number = () => String((next() - 0.5) * 10 ** (8 * next() - 4));
  const samples = () => `samples interval ${10 * next()} values ${[1, ...list(12, number)].join(' ')}`;
  const input = chance(0.3)
    ? `${samples()} and ${pick([samples, () => `constant amplitude ${number()}`])()}`
    : samples();
  const experiment = experiments.find(({ inputs }) => inputs.length);
  return [
    ['experiment', experiment.id],
    ['waveform', 'own'],
    ['input', input],
    ...of.list(6, () => pairOf(of, experiment)),
  ];
}

/** Options of an embed. */
function optionsOf({ pick, list, text, chance }) {
  const parts = ['summary', 'plots', 'readouts', 'regime', ...panels.map(({ id }) => id)];
  const keys = experiments.flatMap(({ controls }) => controls.map(({ key }) => key));
  const some = (names) => list(5, () => (chance(0.8) ? pick(names) : text())).join(',');
  return [
    ['show', some(parts)],
    ['controls', some([...keys, 'all', 'none'])],
    ['theme', chance(0.7) ? pick(['light', 'dark', 'auto']) : text()],
  ].filter(() => chance(0.4));
}

export const written = (pairs) => new URLSearchParams(pairs).toString();

/** A sum of samples as long as links go, or a flood of keys. */
function huge({ below, chance, next, pick }) {
  const count = 10 ** (2 + 3 * next());
  const repeated = (text) => text.repeat(Math.ceil(Math.min(count, 2e5 / text.length)));
  const values = () => Array.from({ length: count }, () => below(100)).join('+');
  return pick([
    () =>
      `experiment=time&waveform=own&input=samples+interval+${chance(0.5) ? 100 / count : 1}+values+${values()}`,
    () => repeated('&theta=5'),
    () => Array.from({ length: count / 10 }, (_, i) => `k${i}=${i}`).join('&'),
    () => `experiment=time&waveform=own&input=${repeated('sine+amplitude+1+frequency+50+and+')}constant`,
    () => `theta=${repeated('9')}`,
    () => repeated(pick([...words, ...markup]) || '%'),
    () => `${repeated('a')}=${repeated('b')}`,
  ])();
}

/**
 * @param {import('./words.mjs').Chooser} of
 * @param {{ embed?: boolean }} [how]
 * @returns {string} without the #
 */
export function fragment(of, { embed = false } = {}) {
  const kind = of.next();
  const legal = () => written([...pairsOf(of), ...(embed ? optionsOf(of) : [])]);
  if (kind < 0.6) return legal();
  if (kind < 0.85) return of.mutated(legal());
  if (kind < 0.98)
    return of.chance(0.5) ? of.noise(200) : of.list(8, of.text).join(of.pick(['&', '=', '+', ';']));
  return huge(of);
}

/** What happens to a link on its way that changes nothing of what it says, by name. */
const ways = {
  'as it was': (link) => link,
  '&amp;': (link) => link.replaceAll('&', '&amp;'),
  '%26': (link) => link.replaceAll('&', '%26'),
  '%2526 and %253D': (link) => link.replaceAll('&', '%2526').replaceAll('=', '%253D'),
  'encoded as a whole': (link) => encodeURIComponent(link.replaceAll('+', ' ')),
  'quoted-printable': (link) => link.replaceAll('=', '=3D'),
  capitals: (link) => link.replace(/%[\dA-F]{2}|[a-z]/g, (sign) => sign.toUpperCase()),
  'U+2212': (link) => link.replaceAll('-', '\u2212'),
  'decimal commas': (link) => link.replace(/=(-?(?:0|\d{4,}))\.(\d+)(?=&|$)/g, '=$1,$2'),
};

/**
 * A link that was changed or cut on its way.
 * @param {import('./words.mjs').Chooser} of
 * @param {string} link as the lab writes it
 * @returns {{ text: string, cut: boolean, doubtful: boolean }} doubtful: it seems cut within the last number of its current
 */
export function onItsWay({ pick, chance, below, list }, link) {
  // No sentence is cut before the number of its samples is said: what is left is a link without any.
  const from = link.indexOf('&', link.indexOf('samples=')) + 1;
  const cut = link.endsWith('end=') && from > 0 && chance(0.5);
  const left = cut ? link.slice(0, from + below(link.length - 1 - from)) : link;
  let text = ways[pick(Object.keys(ways))](left);
  for (const sign of list(2, () => pick(['\u200b', '\ufeff', '\u00ad', '\u2060']))) {
    const at = below(text.length + 1);
    // Within %20 they would make another sign of it.
    if (!/%[\dA-F]*$/.test(text.slice(0, at))) text = text.slice(0, at) + sign + text.slice(at);
  }
  if (chance(0.3)) text += `&${pick(['utm_source=a', 'fbclid=IwAR0', 'gclid=1', '_gl=1*a'])}`;
  const after = pick(['', '', '.', ',', ')', '>', '"', '…', '*', '_', '!?', ').', '%29']);
  return { text: text + after, cut, doubtful: /&input=[^&]*$/.test(link) && /^[.…]/.test(after) };
}

/** Names a host page can give an attribute. */
const attributeName = /^[a-z_][\w.:-]*$/i;

/** Attributes of an element. @param {import('./words.mjs').Chooser} of */
export function attributes(of) {
  const more = of.list(2, () => [
    of.pick(['class', 'style', 'id', 'onclick', 'onload', 'src', 'is', 'slot', 'title', 'srcdoc']),
    of.text(),
  ]);
  return [...pairsOf(of, 4), ...optionsOf(of), ...more].filter(([name]) => attributeName.test(name));
}
