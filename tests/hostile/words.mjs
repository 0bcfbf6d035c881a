// What hostile input is made of. All of it follows from a seed.

import { random } from '../handoff/states.mjs';

export const canary = 'pwned';

/** Markup that sets the canary, if anything ever takes it for markup. */
export const markup = [
  `<img src=x onerror="window.${canary}=1">`,
  `<script>window.${canary}=1</script>`,
  `"><svg onload=window.${canary}=1>`,
  `'-(window.${canary}=1)-'`,
  `javascript:window.${canary}=1`,
  `</textarea><iframe srcdoc="<script>parent.${canary}=1</script>">`,
  '${7*7}{{constructor.constructor("return 1")()}}',
];

/** Names that plain objects answer to, and words of other kinds. */
export const words = [
  ...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', 'isPrototypeOf'],
  ...[
    'length',
    'values',
    'then',
    'null',
    'undefined',
    'true',
    'NaN',
    '',
    ' ',
    '.',
    '-',
    '+',
    ',',
    '%',
    '#',
    '&',
  ],
  ...['=1+1', '@SUM(A1)', '+cmd|/C calc', '-2+3', '\t=1', '..', '/', '\\', "'", '"', '`', ';', '[]', '{}'],
  ...['\u0000', '\u202e', '\ufeff', 'é', 'e\u0301', '𝒖', '\ud800', '\udfff', '👩‍👩‍👧', 'ﷺ', '\u2028', 'İ', 'ſ'],
  ...['%', '%zz', '%00', '%e0%a4', '%u0041', '%25', '%26theta%3d1', '+++', '&&&', '===', '?', 'a=b=c'],
];

/** Numbers as text, most of which some parser or some sum minds. */
export const numbers = [
  ...[
    '0',
    '-0',
    '1',
    '-1',
    '0.5',
    '2',
    '5',
    '10',
    '100',
    '1e3',
    '1e5',
    '1e6',
    '1e7',
    '1e9',
    '1e11',
    '1e12',
    '1.1e12',
  ],
  ...[
    '-1e12',
    '1e-3',
    '1e-6',
    '1e-9',
    '1e-11',
    '1e-12',
    '9e-13',
    '5e-324',
    '2.2250738585072014e-308',
    '1e308',
  ],
  ...[
    '-1e308',
    '1.7976931348623157e308',
    '1e309',
    '-1e400',
    'Infinity',
    '-Infinity',
    'NaN',
    '0x10',
    '0b1',
    '1_000',
  ],
  ...[
    '1,5',
    '１２',
    '٣',
    '1e',
    'e5',
    '.',
    '.5',
    '5.',
    '+5',
    ' 7 ',
    '--1',
    '1e+3',
    '9007199254740993',
    '4.999999999999999',
  ],
  ...['5.000000000000001', '0.1', '159.15494309189535', '1'.repeat(400), `0.${'3'.repeat(400)}`],
];

/**
 * A source of choices.
 * @param {number} seed
 */
export function chooser(seed) {
  const next = random(seed);
  const below = (/** @type {number} */ n) => Math.floor(n * next());
  const pick = (list) => list[below(list.length)];
  const chance = (/** @type {number} */ part) => next() < part;
  const list = (/** @type {number} */ most, make) => Array.from({ length: below(most + 1) }, make);
  /** Any magnitude from 1e-13 to 1e13. */
  const wide = () => String((chance(0.3) ? -1 : 1) * 10 ** (26 * next() - 13));
  const number = () => (chance(0.4) ? pick(numbers) : chance(0.5) ? wide() : String(20 * next() - 5));
  const noise = (/** @type {number} */ most) =>
    String.fromCharCode(...list(most, () => (chance(0.7) ? 32 + below(95) : below(65536))));
  const text = () => (chance(0.4) ? pick(words) : chance(0.5) ? pick(markup) : noise(40));
  /** A text with a few of its signs dropped, doubled, replaced or moved. */
  const mutated = (/** @type {string} */ from) => {
    let out = from;
    for (let left = 1 + below(4); left > 0; left -= 1) {
      const at = below(out.length + 1);
      const end = at + below(6);
      const middle = pick(['', out.slice(at, end).repeat(2), noise(3), pick(words), pick(numbers), '%']);
      out = out.slice(0, at) + middle + out.slice(end);
    }
    return out;
  };
  return { next, below, pick, chance, list, number, noise, text, mutated };
}

/** @typedef {ReturnType<typeof chooser>} Chooser */
