// What is wrong with a file or a text that somebody brings.
import { plain } from '../../base/format.js';

/** What of a request or of a file is not what it must be. @param {string} field @param {string} value @param {string} must */
function mustBe(field, value, must) {
  return `${field} is ${value}: must be ${must}`;
}

/** @param {string} field @param {string} value */
export const notFinite = (field, value) => mustBe(field, value, 'a finite number');
/** @param {string} field @param {string} value */
export const notNumbers = (field, value) => mustBe(field, value, 'a list of numbers');
/** @param {string} field @param {string} value */
export const notList = (field, value) => mustBe(field, value, 'a list');
/** @param {string} field @param {string} value */
export const notObject = (field, value) => mustBe(field, value, 'an object');
/** @param {string} field @param {string} value @param {readonly string[]} known */
export const noneOf = (field, value, known) => mustBe(field, value, `one of ${known.join(', ')}`);
/** @param {string} field @param {string} value @param {string} wanted */
export const notThis = (field, value, wanted) => mustBe(field, value, `"${wanted}"`);

/** Where something is wrong with all of a file. */
export const theFile = 'the file';
export const noRequest = 'there is no request';

/** @param {string} path @param {string} field that no request has */
export function noField(path, field) {
  return `${path}: there is no field ${field}`;
}

/** @param {string} value @param {number} version the one that is read */
export function otherVersion(value, version) {
  return `version is ${value}: this reads ${version}`;
}

export const noRequestInFile =
  'there is no request in it, neither JSON nor a “# request:” line of CSV. ' +
  'A current of your own goes under Time-varying current, waveform “Your own”.';

/** @param {string} value */
export function notInCsv(value) {
  return `${value} cannot stand in a CSV file`;
}

/** @param {string} value */
export function notInScript(value) {
  return `${value} is not a finite number`;
}

/** In the first line of a CSV file. */
export const csvTitles = {
  samples: 'Integrate & Fire: samples',
  current: 'Integrate & Fire: input current',
  spikes: 'Integrate & Fire: spikes',
};
/** @param {number} megabytes @param {number} most */
export function tooLong(megabytes, most) {
  return `It has ${megabytes} MB: must be ${most} MB at most.`;
}

/** What there can be too much of in a table. @param {number} [line] of the cells */
export const countables = {
  lines: () => 'lines',
  quotes: () => 'quotation marks',
  cells: (line = 0) => `cells in line ${line}`,
};

/** @param {number} most @param {string} what @param {number} values that a current may have */
export function moreThan(most, what, values) {
  return `More than ${most} ${what}: a current has ${values} values at most.`;
}

/** @param {number} line @param {number} columns */
export function unclearUnits(line, columns) {
  return `Line ${line}: which units are those of the ${columns} columns is not clear.`;
}

/** @param {number} point line with a decimal point @param {number} comma line with a decimal comma */
export function pointAndComma(point, comma) {
  return `Line ${point} has a decimal point, but line ${comma} a decimal comma.`;
}

export const noNumbers = 'There are no numbers in it.';
export const needsTwoValues = 'A current needs two values at least.';
export const needsTwoTimes = 'A current needs two different times at least.';

/** @param {number} count @param {number} most */
export function tooManyValues(count, most) {
  return `${count} values: must be ${most} at most.`;
}

/** @param {number} line @param {number} columns @param {number} first how many the first line has */
export function moreColumns(line, columns, first) {
  return `Line ${line}: ${columns} columns, but ${first} in the first line.`;
}

/** @param {number} interval ms */
export function noInterval(interval) {
  return `Interval = ${interval} ms: one column of values needs an interval above 0.`;
}

/** @param {number} line @param {number} t ms @param {number} last the time before it, ms */
export function notAfter(line, t, last) {
  return `Line ${line}: t = ${plain(t)} ms does not come after ${plain(last)} ms.`;
}

/** @param {number} least gap, ms @param {number} span ms */
export function tooUneven(least, span) {
  return `Times are as near as ${plain(least)} ms in ${plain(span)} ms: too uneven to resample.`;
}

/** @param {number} interval ms @param {number} off nA */
export function resampledRemark(interval, off) {
  return `The times are uneven: resampled every ${plain(interval)} ms, which changes I by ${plain(off, 2)} nA at most.`;
}

/** @param {number} line @param {string} name of the column */
export function missing(line, name) {
  return `Line ${line}: there is no ${name}.`;
}

/** @param {number} line @param {string} name of the column @param {string} text */
export function notNumeric(line, name, text) {
  return `Line ${line}: ${name} = “${text}” is not a number.`;
}

/** @param {number | undefined} line @param {string} unit @param {string[]} known */
export function unknownUnit(line, unit, known) {
  return `Line ${line}: the unit “${unit}” is none of ${known.join(', ')}.`;
}
