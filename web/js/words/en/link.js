// What is said of a link of which something had to be ignored.
import { clipped, grouped } from '../../base/format.js';

export const noSuchParameter = 'no such parameter here';
export const notANumber = 'not a number';

export const noTime = 'not a time of the run';
export const cutSamples = 'cut off within a number: ask for the whole link';
export const notKept =
  'a current too long for an address is kept by the browser it was made in, and this one does not have it: ask for its JSON or its shorter link';
export const damaged = 'its deflated samples are damaged or cut off: ask for the whole link';

/** @param {number} most characters */
export function tooLongInside(most) {
  return `inflated, its samples have more than ${grouped(most)} characters: a run takes 100,000 samples at most`;
}

/** @param {string} text with a comma before three digits */
export function commaOrThousands(text) {
  return `is that ${text.replace(',', '.')} or ${text.replace(',', '')}? write it so`;
}

/** @param {string} told how many samples the link says it has */
export function cutLink(told) {
  return `the link was cut on its way: of its ${clipped(told)} samples not all are there; ask for the whole link`;
}

/** @param {string} told how many samples the link says it has @param {number} count those that are there */
export function otherCount(told, count) {
  return `the link says samples = ${clipped(told)}, but there are ${count}`;
}

/** @param {number} length @param {number} most */
export function tooLongLink(length, most) {
  return `all of the link (it has ${grouped(length)} characters: must be ${grouped(most)} at most)`;
}

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
