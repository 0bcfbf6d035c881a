/**
 * What a column is called, and the unit it says it has, in every usual spelling:
 * `t (s)`, `[pA]`, `I/pA`, `time_ms`, `t in s`, `I, pA`, `Time ms`, `t..ms.` (as R writes names).
 *
 * @typedef {'time' | 'current' | 'potential'} Quantity
 *
 * @typedef {object} Name
 * @property {string} text as it stands there
 * @property {string} unit as the page writes it; empty where none is said or known
 * @property {string} said the unit in the heading's own spelling; empty where none is said
 * @property {Quantity | ''} quantity by its unit, else by what it is called; empty where neither tells
 * @property {boolean} byUnit
 */

/** Powers of ten to ms. @type {Record<string, number>} */
export const timeUnits = { s: 3, ms: 0, µs: -3, ns: -6 };
/** To nA. @type {Record<string, number>} */
export const currentUnits = { A: 9, mA: 6, µA: 3, nA: 0, pA: -3, fA: -6 };

const prefixes = { '': '', m: 'milli', µ: 'micro', n: 'nano', p: 'pico', f: 'femto' };
/** @type {[symbol: string, Quantity, words: string[]][]} */
const bases = [
  ['s', 'time', ['s', 'sec', 'secs', 'second', 'seconds', 'sekunde', 'sekunden']],
  ['A', 'current', ['amp', 'amps', 'ampere', 'amperes']],
  ['V', 'potential', ['volt', 'volts']],
];

/** By spelling; words in small letters, symbols as they are. @type {Map<string, { unit: string, quantity: Quantity }>} */
const spellings = new Map();
for (const [symbol, quantity, words] of bases) {
  for (const [prefix, long] of Object.entries(prefixes)) {
    const known = { unit: prefix + symbol, quantity };
    spellings.set(prefix + symbol, known);
    for (const word of words) {
      if (word.length > 1) spellings.set(prefix + word, known);
      if (long) spellings.set(long + word, known);
    }
    if (prefix === 'µ') {
      spellings.set(`u${symbol}`, known);
      for (const word of words) if (word.length > 1) spellings.set(`u${word}`, known);
    }
  }
}

/* eslint-disable iaf/no-prose -- names that people give their columns */
/** Words of names, in small letters. @type {[Quantity, Set<string>][]} */
const names = [
  ['time', new Set(['t', 'time', 'times', 'zeit', 'temps', 'tiempo', 'tempo'])],
  [
    'current',
    new Set(
      (
        'i current currents im iinj icmd iclamp istim iext iapp idc strom courant corriente corrente ' +
        'stim stimulus injected injection'
      ).split(' '),
    ),
  ],
  ['potential', new Set(['v', 'vm', 'u', 'um', 'voltage', 'potential', 'spannung', 'volt'])],
];
/* eslint-enable iaf/no-prose */

/**
 * @param {string} text
 * @returns {{ unit: string, quantity: Quantity } | undefined}
 */
export function unitOf(text) {
  const plain = text.trim().replace(/\u03bc/g, 'µ');
  return spellings.get(plain) ?? (plain.length > 2 ? spellings.get(plain.toLowerCase()) : undefined);
}

/** @param {string} called @returns {Quantity | ''} */
function quantityOf(called) {
  const words = called.toLowerCase().match(/\p{L}+/gu) ?? [];
  // A single letter is a symbol only where a name begins.
  const word = words.find(
    (each, at) => (at === 0 || each.length > 1) && names.some(([, set]) => set.has(each)),
  );
  return names.find(([, set]) => word !== undefined && set.has(word))?.[0] ?? '';
}

/** What stands in brackets. */
const inBrackets = /[([{]([^()[\]{}]*)[)\]}]/g;
/** Here a unit counts whether it is known or not. */
const said = [
  /^([^/]*[^\s/])\s*\/\s*([^\s/].*)$/, // t/s
  /^(.*\S)\s+(?:in|en)\s+(\S+)$/i, // t in s
];
/** Here it counts only if it is a known one that fits the name. */
const perhaps = [
  /^(.*)_([^_]+)$/, // time_ms
  /^([^.]*)\.\.([^.]+)\.$/, // t..ms.
  /^([^,]*),\s*(\S+)$/, // I, pA
  /^(.*\S)\s+(\S+)$/, // Time ms
];

/** Names are short; what is not is none. */
const LONGEST_NAME = 200;

/**
 * @param {string} text of a heading's cell
 * @param {string} [below] of a row of units beneath it
 * @returns {Name}
 */
export function nameOf(text, below = '') {
  const trimmed = text.trim().slice(0, LONGEST_NAME);
  if (below.trim()) return named(trimmed, trimmed, withoutBrackets(below));
  const brackets = [...trimmed.matchAll(inBrackets)].map(([, inside]) => inside.trim());
  if (brackets.length) {
    const known = brackets.filter(unitOf);
    const unit = known.length === 1 ? known[0] : brackets.join('; ');
    return named(trimmed, trimmed.replace(inBrackets, ' '), unit);
  }
  for (const pattern of said) {
    const match = pattern.exec(trimmed);
    if (match && !isUnit(match[1])) return named(trimmed, match[1], match[2].trim());
  }
  for (const pattern of perhaps) {
    const match = pattern.exec(trimmed);
    const unit = match && unitOf(match[2]);
    if (!match || !unit) continue;
    const called = quantityOf(match[1]);
    // A last letter A is as often the name of a channel as it is the ampere; an s is a time’s.
    const fits =
      match[2].length > 1 ? !called || called === unit.quantity : called === 'time' && unit.unit === 's';
    if (fits) return named(trimmed, match[1], match[2]);
  }
  return named(trimmed, trimmed, '');
}

/** @param {string} text @param {string} called @param {string} unit @returns {Name} */
function named(text, called, unit) {
  const known = unitOf(unit);
  const quantity = known?.quantity ?? quantityOf(called);
  return { text, said: unit, unit: known?.unit ?? '', quantity, byUnit: known !== undefined };
}

/** Whether a cell is a unit and nothing else, bare or in brackets. @param {string} cell */
export function isUnit(cell) {
  return unitOf(withoutBrackets(cell)) !== undefined;
}

/** @param {string} cell */
function withoutBrackets(cell) {
  return cell
    .trim()
    .replace(/^[([{]|[)\]}]$/g, '')
    .trim();
}
