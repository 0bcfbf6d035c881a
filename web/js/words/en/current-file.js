// What is said of a file or a text with a current in it: what it holds, what was skipped or changed, what is wrong.
import { grouped, plain } from '../../base/format.js';

/** A number to so many digits, its thousands in groups. @param {number} value @param {number} [digits] */
export function short(value, digits = 6) {
  const [whole, ...rest] = plain(value, digits).split('.');
  return [/^-?\d{5,}$/.test(whole) ? grouped(Number(whole)) : whole, ...rest].join('.');
}

/** @param {number} count @param {string} one @param {string} [more] */
function counted(count, one, more = `${one}s`) {
  return `${grouped(count)} ${count === 1 ? one : more}`;
}

/** Files that are no text: what they are, and what to do. */
export const binaries = {
  abf: 'an Axon Binary File (ABF), which is not read here: export it as ATF or CSV (in Clampfit: File, Save As, Axon Text File)',
  workbook: 'a workbook of a spreadsheet, which is not read here: save the sheet as CSV or as Unicode text',
  hdf5: 'an HDF5 file (NWB and MATLAB 7.3 files are some), which is not read here: export the trace as CSV',
  matlab: 'a MATLAB file, which is not read here: write the trace with writematrix(…, "current.csv")',
  numpy: 'a NumPy file, which is not read here: write the trace with numpy.savetxt',
  gzip: 'a compressed file: unpack it first',
  picture: 'a picture or a printed page, not a table of numbers',
};

/** @param {keyof typeof binaries} kind */
export function binaryFile(kind) {
  return `It is ${binaries[kind]}.`;
}

export const notText =
  'It is not a text: a current is read from CSV, other tables of numbers, and Axon text files (ATF).';
export const isJson = 'It is JSON: a file of the lab is loaded under Export.';
export const brokenAtf =
  'An Axon text file says in its second line how many lines its header has and how many columns follow; this one does not.';

/** @param {number} length characters or bytes @param {number} most */
export function tooLong(length, most) {
  return `It has ${Math.ceil(length / 1e5) / 10} MB: must be ${most / 1e6} MB at most.`;
}

/** What there can be too much of in a table. */
export const countables = {
  lines: 'lines',
  rows: 'rows of numbers',
  cells: (/** @type {number} */ line) => `values in line ${line}`,
};

/** @param {number} most @param {string} what */
export function moreThan(most, what) {
  return `More than ${grouped(most)} ${what}: too many to be read here.`;
}

/** @param {number} line @param {number} most */
export function tooManyColumns(line, most) {
  return `Line ${line} has more than ${grouped(most)} columns: too many to be read here.`;
}

/** @param {number} line @param {number} length @param {number} most */
export function longLine(line, length, most) {
  return `Line ${line} has ${grouped(length)} characters: a line of a table may have ${grouped(most)} at most.`;
}

/** @param {number} line */
export function brokenQuotes(line) {
  return `Line ${line}: a quotation mark has no partner.`;
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

/** @param {number} line @param {number} columns that there are before */
export function moreColumns(line, columns) {
  return `Line ${line}: more columns than the ${columns} in the first line.`;
}

/** @param {number} line @param {number} t ms @param {number} last the time before it, ms */
export function notAfter(line, t, last) {
  return `Line ${line}: t = ${plain(t, 9)} ms does not come after ${plain(last, 9)} ms.`;
}

/** @param {number} jumps @param {number} most */
export function tooManyJumps(jumps, most) {
  return `${grouped(jumps)} jumps (two rows at one time): a current has ${grouped(most)} parts at most.`;
}

/** @param {number} line @param {string} name of the column */
export function missing(line, name) {
  return `Line ${line}: there is no ${name}.`;
}

/** @param {number} line @param {string} name of the column @param {string} text */
export function notNumeric(line, name, text) {
  return `Line ${line}: ${name} = “${text}” is not a number.`;
}

/** @param {number} line @param {string} unit @param {string[]} known */
export function unknownUnit(line, unit, known) {
  return `Line ${line}: the unit “${unit.slice(0, 24)}” is none of ${known.join(', ')}.`;
}

/** @param {number} interval ms */
export function noInterval(interval) {
  return `Interval = ${interval} ms: one column of values needs an interval above 0.`;
}

/** What has to be chosen before a current can be used. */
export const questions = {
  comma: 'What is a comma in it: the decimal sign, or what parts the columns?',
  time: 'Which column is the time?',
  timeUnit: 'In which unit is the time?',
  current: 'Which column is the current?',
  currentUnit: 'In which unit is the current?',
  interval: 'How far apart in time are the values?',
};

/** @type {Record<string, (told: any) => string>} */
const changes = {
  resampled: ({ interval, off }) =>
    `The times are uneven: resampled every ${plain(interval)} ms, which changes I by ${plain(off, 2)} nA at most.`,
  thinned: ({ of, count, interval, off }) =>
    `${grouped(of)} values are more than a run draws: ${grouped(count)} means stand for them, every ` +
    `${plain(interval)} ms, which changes I by ${plain(off, 2)} nA at most and the charge not.`,
  evened: ({ interval, off }) =>
    `The times are even to the digits they are printed with: every ${plain(interval, 9)} ms, at most ${plain(off, 2)} ms from those in the file.`,
  coarse: ({ interval }) =>
    `Several rows have one time, as it is printed with few digits: they are taken as even, every ${plain(interval, 9)} ms.`,
  jumps: ({ count }) =>
    count ? `${counted(count, 'jump')}, where two rows have one time.` : 'It does not change.',
  same: ({ count }) => `${counted(count, 'row')} said the same as the one before.`,
  noWidth: ({ count }) =>
    `${counted(count, 'row')} between two others of one time: it lasts no time and is left out.`,
  before: ({ t }) => `It begins at ${plain(t)} ms; a run begins at 0.`,
};

/** @param {{ what: string }} told */
export function toldText(told) {
  return changes[told.what](told);
}

/** @type {Record<string, (skipped: { count: number, line: number }) => string>} */
const skips = {
  comments: ({ count }) => `${counted(count, 'comment')} (# or %)`,
  separator: ({ line }) => `line ${line}, which says what parts the columns`,
  before: ({ count, line }) =>
    count === 1
      ? `line ${line}, before the heading`
      : `lines ${line} to ${line + count - 1}, before the heading`,
  units: ({ line }) => `line ${line}: the units`,
  header: ({ count }) => `the ${count} lines of the Axon header`,
  index: ({ count }) => `column ${count}, which numbers the rows`,
  columns: ({ count }) => counted(count, 'other column'),
};
/** @type {Record<string, string>} */
const readAs = {
  encoding: 'Read as Latin-1 (Windows-1252).',
  commas: 'Commas are read as decimal signs.',
};

/** What of a file was passed over, and how it was read. @param {{ what: string, count: number, line: number }[]} skipped */
export function skippedText(skipped) {
  const passed = skipped.filter(({ what }) => what in skips).map((each) => skips[each.what](each));
  const ways = skipped.filter(({ what }) => what in readAs).map(({ what }) => readAs[what]);
  return [...ways, ...(passed.length ? [`Not used: ${passed.join('; ')}.`] : [])].join(' ');
}

/**
 * What a current spans, in one line.
 * @param {{ from: number, to: number, low: number, high: number, count: number, interval: number }} made
 * @param {{ title: string, column: number, columns: number }} where
 */
export function summary({ from, to, low, high, count, interval }, { title, column, columns }) {
  const every = interval ? ` every ${short(interval)} ms` : '';
  const name = title ? ` (${title.slice(0, 60)})` : '';
  const place = columns > 1 ? `, column ${column} of ${columns}${name}` : name;
  return `t ${short(from)} … ${short(to)} ms${every}, I ${short(low, 3)} … ${short(high, 3)} nA, ${counted(count, interval ? 'value' : 'row')}${place}`;
}

/**
 * How much of it a run shows.
 * @param {{ from: number, to: number, end: number }} made @param {number} duration ms
 */
export function shownText({ from, to, end }, duration) {
  const run = `The run lasts ${short(duration)} ms`;
  if (from >= duration) return `${run} and ends before the current begins, at ${short(from)} ms.`;
  if (to > duration * (1 + 1e-9)) {
    const part = (100 * (duration - Math.max(from, 0))) / (to - Math.max(from, 0));
    return `${run} and shows ${plain(part, 2)} % of the current, which ends at ${short(to)} ms.`;
  }
  if (to < duration && end !== 0) return `${run} and shows all of it; from ${short(to)} ms on I is 0.`;
  return `${run} and shows all of it.`;
}
