/**
 * Numbers as people type them: 7,5 and 7.5, −3 with a typographic minus, 1e-3, each with a unit behind it or without.
 *
 * @typedef {{ value: number } | { fault: 'empty' | 'number' | 'comma' | 'unit' | 'size', unit?: string }} Reading a number, or
 *   why there is none: nothing stands there; it is no number; its comma may be a decimal one or part thousands; its unit
 *   is none of the quantity; it is too large, or too near to 0, to be told from infinity or 0
 */

/** By prefix. @type {Record<string, number>} */
const powers = { '': 0, f: -15, p: -12, n: -9, µ: -6, m: -3, k: 3, M: 6, G: 9 };

const number = /^([-+]?(?:\d+[.,]?\d*|[.,]\d+))(?:e([-+]?\d+))?\s*(.*)$/is;
/** Whether a comma may be a decimal one or part thousands: 1,000 is 1000 in English, 1 in German. @param {string} text */
export const mayPartThousands = (text) => /^[-+]?[1-9]\d{0,2},\d{3}$/.test(text);

/**
 * @param {string} text
 * @param {string} unit that the value is to be in, such as nA or nA/ms
 * @returns {Reading}
 */
export function readNumber(text, unit) {
  const typed = text.trim().replace(/\u2212/g, '-');
  if (!typed) return { fault: 'empty' };
  const match = number.exec(typed);
  if (!match) return { fault: 'number' };
  const [, mantissa, exponent = '0', behind] = match;
  const power = behind ? powerBetween(behind, unit) : 0;
  if (power === undefined)
    return /^[\p{L}×°%]/u.test(behind) ? { fault: 'unit', unit: behind } : { fault: 'number' };
  if (mayPartThousands(mantissa)) return { fault: 'comma' };
  // By way of the text, so that it is rounded once.
  const value = Number(`${mantissa.replace(',', '.')}e${Number(exponent) + power}`);
  if (!Number.isFinite(value) || (value === 0 && /[1-9]/.test(mantissa))) return { fault: 'size' };
  return { value: value + 0 }; // without the sign of a zero
}

/** Which power of ten leads from one unit to another of the same quantity. @param {string} from @param {string} to */
function powerBetween(from, to) {
  if (from === to) return 0;
  const [given, wanted] = [from, to].map(partsOf);
  if (!given || !wanted || given.base !== wanted.base) return undefined;
  return given.power - wanted.power;
}

/** @param {string} unit @returns {{ base: string, power: number } | null} without its prefixes, and what these make of it */
function partsOf(unit) {
  const parts = unit.split('/').map((part) => {
    const spelt = part
      .trim()
      .replace(/\u2126|ohms?$/i, 'Ω')
      .replace(/^(?:u|\u03bc)(?=.)/, 'µ');
    return /^([fpnµmkMG]?)(A|V|F|Ω|s|Hz|rad)$/.exec(spelt);
  });
  if (parts.some((part) => !part)) return null;
  const [above, ...below] = /** @type {RegExpExecArray[]} */ (parts);
  return {
    base: parts.map((part) => part?.[2]).join('/'),
    power: below.reduce((sum, [, prefix]) => sum - powers[prefix], powers[above[1]]),
  };
}
