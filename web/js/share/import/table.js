import Papa from 'papaparse';
import { countables, moreThan, pointAndComma, tooLong, unclearUnits } from '../../words/en/files.js';

/** Values that a column may have, or a line that is all of them. */
export const MOST = 100_000;
/** Characters a text may have: as many as MOST lines of t, I and u with all digits take. */
export const LONGEST = 8_000_000;
/** Lines a text may have, with blank ones and comments; cells a line may have. */
const LINES = 2 * MOST;
/** They are slow to read: as many as MOST lines of five quoted cells have. */
const QUOTES = 10 * MOST;

/** The first that occurs counts: a comma beside one of the others is a decimal one. */
const delimiters = ['\t', ';', ','];
/** What starts as a number does, be it one or not, is no heading. */
const numeric = /^[\s"]*[-+\u2212]?(?:\.?\d|(?:nan|inf(?:inity)?)\b)/i;
const withPoint = /^[-+]?\d*\.\d+(?:e[-+]?\d+)?$/i;
const withComma = /^[-+]?\d*,\d+(?:e[-+]?\d+)?$/i;

/**
 * The table in a text, as people's files have them: any usual delimiter, comments behind #, blank lines, decimal commas
 * where the delimiter is another sign. A first line of words is its heading: a name for each column.
 *
 * @typedef {{ cells: string[], line: number }} Row cells may be empty, but not all; lines count from 1
 * @typedef {{ heading: Row | null, rows: Row[] }} Table
 * @param {string} text
 * @returns {Table}
 * @throws {TypeError} if there is too much of it, or if what a line means is not clear
 */
export function tableOf(text) {
  if (text.length > LONGEST) throw new TypeError(tooLongFor(text.length));
  const all = text.replace(/^\uFEFF/, '').split(/\r\n?|\n/, LINES + 1);
  refuseAbove(LINES, countables.lines(), all.length);
  refuseAbove(QUOTES, countables.quotes(), text.split('"', QUOTES + 2).length - 1);
  const lines = all.map((line) => (line.startsWith('#') || line.trim() === '' ? '' : line));
  const delimiter = delimiterOf(lines);
  const rows = rowsOf(lines, delimiter);
  const heading = headingOf(rows, delimiter);
  if (heading) rows.shift();
  return { heading, rows: delimiter === ',' ? rows : withDecimalPoints(rows) };
}

/** What is wrong with a text of so many characters, or a file of so many bytes. @param {number} length above LONGEST */
export function tooLongFor(length) {
  return tooLong(Math.ceil(length / 1e5) / 10, LONGEST / 1e6);
}

/** @param {number} most @param {string} what @param {number} count may stop short, above the most */
function refuseAbove(most, what, count) {
  if (count > most) throw new TypeError(moreThan(most, what, MOST));
}

/** @param {string[]} lines */
function delimiterOf(lines) {
  const data = lines.filter((line) => line !== '');
  const numbers = data.length > 1 && !numeric.test(data[0]) ? data.slice(1) : data;
  return delimiters.find((sign) => numbers.some((line) => line.includes(sign))) ?? ' ';
}

/** @param {string[]} lines @param {string} delimiter */
function rowsOf(lines, delimiter) {
  const text = lines.join('\n');
  /** @type {Row[]} */
  const rows = [];
  let end = 0;
  let line = 0;
  Papa.parse(text, {
    delimiter,
    newline: '\n',
    step({ data, meta }) {
      for (; end < meta.cursor; end += 1) if (text[end] === '\n') line += 1;
      const parts = /** @type {string[]} */ (data);
      const here = text[end - 1] === '\n' ? line : line + 1;
      refuseAbove(LINES, countables.cells(here), parts.length);
      const trimmed = parts.map((cell) => cell.trim());
      if (trimmed.every((cell) => cell === '')) return;
      const cells = delimiter === ' ' ? trimmed.filter((cell) => cell !== '') : trimmed;
      rows.push({ cells, line: here });
    },
  });
  return rows;
}

/** @param {Row[]} rows @param {string} delimiter @returns {Row | null} null if the first row is not of words */
function headingOf([first, second], delimiter) {
  if (!first || numeric.test(first.cells[0])) return null;
  const columns = second?.cells.length ?? 1;
  const parted = delimiter !== ' ' && first.cells.length >= Math.min(columns, 2);
  const cells = parted ? first.cells : namesIn(first, columns);
  return cells.some((cell) => numeric.test(cell)) ? null : { ...first, cells };
}

/**
 * The names of so many columns in a line that no delimiter parts: each ends behind its unit, or is a word.
 * @param {Row} row
 * @param {number} columns
 */
function namesIn({ cells, line }, columns) {
  const text = cells.join(' ');
  if (columns === 1) return [text];
  const phrases = text.split(/(?<=[)\]])[\s,;]+/);
  const words = text.match(/[^\s([]+(?:\s*[([][^()[\]]*[)\]]\S*)?/g) ?? [];
  const names = [phrases, words].find(({ length }) => length === columns);
  if (names) return names;
  if (!/[([]/.test(text)) return cells;
  throw new TypeError(unclearUnits(line, columns));
}

/** @param {Row[]} rows @returns {Row[]} */
function withDecimalPoints(rows) {
  const withSome = (/** @type {RegExp} */ sign) =>
    rows.find(({ cells }) => cells.some((cell) => sign.test(cell)));
  const comma = withSome(withComma);
  if (!comma) return rows;
  const point = withSome(withPoint);
  if (point) {
    throw new TypeError(pointAndComma(point.line, comma.line));
  }
  const changed = (/** @type {string} */ cell) => (withComma.test(cell) ? cell.replace(',', '.') : cell);
  return rows.map(({ cells, line }) => ({ cells: cells.map(changed), line }));
}
