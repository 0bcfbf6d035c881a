// What is said of a link of which something had to be ignored.
import { clipped } from '../../base/format.js';

export const noSuchParameter = 'no such parameter here';
export const notANumber = 'not a number';

/** @param {readonly string[]} names those there are */
export function notOneOf(names) {
  return `not one of ${names.join(', ')}`;
}

/** What stands in the link, and what is wrong with it. @param {string} key @param {string} text @param {string} reason */
export function ignoredKey(key, text, reason) {
  return `${clipped(key)} = ${clipped(text)} (${reason})`;
}

/** @param {string} key @param {string} text */
export function noSuchName(key, text) {
  return ignoredKey(key, text, 'there is none of that name');
}

/** @param {string} form the version it says it is of @param {string} version the one that is read */
export function otherVersion(form, version) {
  return ignoredKey('v', form, `this page reads links of version ${version}`);
}

/** @param {number} from ms @param {number} to ms */
export function noWindow(from, to) {
  return `from = ${from}, to = ${to} (must be times of the run, the earlier one first)`;
}

/** @param {number} count of further problems */
export function moreProblems(count) {
  return `${count} more`;
}

/**
 * What is wrong with the line of words that an input is written as.
 * @param {import('../../model/input-text.js').Fault} fault
 */
export function inputFault({ code, word, kind, known = [] }) {
  if (code === 'kind') return `“${clipped(word)}” is none of ${known.join(', ')}`;
  if (code === 'field') return `“${clipped(word)}” is no field of ${kind}`;
  return `${word} of ${kind} wants one number`;
}
