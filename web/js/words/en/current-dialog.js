// The words of the dialog for a current of one's own.
import { grouped } from '../../base/format.js';
import { short } from './current-file.js';

export const introduction =
  'Paste a table or bring a file, or drop one anywhere on the page: I alone or with t and more, as CSV, parted by tabs ' +
  'or spaces, or as Axon text (ATF). Two rows at one time are a jump; elsewhere I is linear from row to row.';
export const currentLabel = 'Current';
export const fromFile = 'From a file …';
export const useThis = 'Use this current';
export const tooLongToShow = 'Too long to be shown; all of it is read.';
export const timeColumn = 'Time';
export const timeUnit = 'Unit of the time';
export const currentColumn = 'Current I';
export const currentUnit = 'Unit of the current';
export const intervalLabel = 'Interval (ms)';
export const commaLabel = 'Commas';
export const choose = 'choose …';
export const evenly = 'none: even intervals';
export const readingName = 'file';
export const unreadYet = 'It is still being read.';
export const stopped = 'Stopped: nothing of it is used.';

/** What commas may be. @param {string} example of a line @returns {Record<string, string>} */
export function commas(example) {
  const [whole, part] = example.trim().split(',');
  return {
    decimal: `the decimal sign: ${whole}.${part ?? ''}`.slice(0, 60),
    columns: `part the columns: t = ${whole}, I = ${part ?? ''}`.slice(0, 60),
    thousands: 'part thousands: 1,000 is 1000',
  };
}

/** A column in a list. @param {number} at from 1 @param {string} title */
export function columnName(at, title) {
  return title ? `${at}: ${title.slice(0, 40)}` : `column ${at}`;
}

/** @param {string[]} questions */
export function asking(questions) {
  return `Still to be said: ${questions.join(' ')}`;
}

/** @param {string} said a unit that the heading names, and nobody knows */
export function unknownSaid(said) {
  return `The heading says “${said.slice(0, 24)}”, which is no unit known here.`;
}

/** @param {string} name of a file @param {number} part 0 … 1 */
export function readingText(name, part) {
  return `Reading ${name || 'it'}: ${Math.round(100 * part)} %`;
}

/** @param {string} name of a file */
export function fileShown(name) {
  return `From ${name}.`;
}

/** @param {number} duration ms */
export function runAll(duration) {
  return `Run all of it: sets the duration to ${short(duration)} ms`;
}

/** @param {import('../../model/request.js').InputComponent[]} input */
export function inUse(input) {
  const [only, other] = input;
  if (!other && only?.kind === 'samples') return `${grouped(only.values.length)} values are in use.`;
  return `It is in use: ${grouped(input.length)} ${input.length === 1 ? 'part' : 'parts'}.`;
}

/** @param {string} summary */
export function pictureOf(summary) {
  return `The current against time: ${summary}`;
}

/** @param {string} reason */
export function workerStopped(reason) {
  return `It could not be read: the worker stopped (${reason}). Try again.`;
}
