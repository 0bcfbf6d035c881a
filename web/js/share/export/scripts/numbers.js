// The only way by which a number of a request gets into a script.

import { notInScript } from '../../../words/en/files.js';

/**
 * A number as Python, JSON and C write it, all digits kept; always with a point or an exponent.
 * @param {unknown} value
 * @returns {string}
 * @throws {TypeError} unless it is a finite number
 */
export function number(value) {
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    throw new TypeError(notInScript(String(value).slice(0, 40)));
  }
  const text = Object.is(value, -0) ? '-0' : String(value).replace('e+', 'e');
  return /[.e]/.test(text) ? text : `${text}.0`;
}

/**
 * A number for people, in a comment: three digits.
 * @param {number} value
 */
export function brief(value) {
  return number(Number(value.toPrecision(3))).replace(/\.0$/, '');
}

/**
 * A title as it may stand in a comment, a string or an attribute of any of the targets: letters, digits, spaces and
 * a few signs; nothing that ends a string, a comment or an element.
 * @param {unknown} text
 */
export function plainText(text) {
  const words = String(text ?? '')
    .replace(/[×✕]/g, 'x')
    .replace(/[^A-Za-z0-9 ,.()-]/g, ' ')
    .split(/ +/)
    // A hyphen only inside a word, and never two in a row.
    .map((word) => word.split('-').filter(Boolean).join('-'));
  return words.filter(Boolean).join(' ').slice(0, 80);
}

/**
 * A link as it may stand in a comment of any of the targets; empty unless it is http(s) with plain characters.
 * @param {unknown} link
 */
export function plainLink(link) {
  const text = String(link ?? '');
  const safe = /^https?:\/\/[A-Za-z0-9.:/?#&=_%+~-]{1,2000}$/.test(text) && !text.includes('--');
  return safe ? text : '';
}
