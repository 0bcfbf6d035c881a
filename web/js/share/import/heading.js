import { isUnit } from './units.js';
import { unclearUnits } from '../../words/en/current-file.js';

/**
 * What stands above the numbers of a table: lines of no interest, the names of the columns, their units.
 *
 * @typedef {{ text: string, line: number, at: number, cells: string[] }} Row
 *
 * @typedef {object} Head
 * @property {number} first index of the first row of numbers, among the rows given
 * @property {boolean} headed
 * @property {number} line of the names
 * @property {string[]} names as many as there are columns, where there are any
 * @property {string[]} units
 * @property {number} width columns that it names
 * @property {import('./types.js').Skipped[]} skipped
 */

/**
 * @param {Row[]} rows the first of the file
 * @param {{ text: string, line: number }[]} comments
 * @param {string} delimiter
 * @param {(cell: string) => 'number' | 'word' | 'fault'} kindOf
 * @returns {Head}
 * @throws {TypeError} if which unit is whose is not clear
 */
export function headOf(rows, comments, delimiter, kindOf) {
  const first = firstRow(rows, kindOf);
  const above = rows.slice(0, first);
  const columns = rows[first]?.cells.length ?? 0;
  const unnamed = columns > 1 && haveNames(rows.slice(first), kindOf);
  const fit = (/** @type {string[]} */ cells) =>
    unnamed && cells.length === columns - 1 ? ['', ...cells] : cells;
  const unitsRow =
    above.length > 0 && columns > 0 && areUnits(above.at(-1)?.cells ?? []) ? above.at(-1) : undefined;
  const named = unitsRow ? above.at(-2) : above.at(-1);
  /** @type {Head['skipped']} */
  const skipped = [];
  if (unitsRow && named) skipped.push({ what: 'units', count: 1, line: unitsRow.line });
  const before = above.slice(0, unitsRow ? -2 : -1);
  if (before.length) skipped.push({ what: 'before', count: before.length, line: before[0].line });
  if (above.length) {
    const names = named ? namesOf(named, columns, delimiter, fit, unnamed) : [];
    const units = unitsRow ? fit(unitsRow.cells) : [];
    const width = Math.max(names.length, units.length);
    return { first, headed: true, line: (named ?? unitsRow ?? above[0]).line, names, units, width, skipped };
  }
  return { first, ...commentHead(rows[first], comments, columns, delimiter, fit, unnamed), skipped };
}

/** @param {Row[]} rows @param {(cell: string) => 'number' | 'word' | 'fault'} kindOf */
function firstRow(rows, kindOf) {
  const kinds = rows.map(({ cells }) => {
    const all = cells.filter(Boolean).map(kindOf);
    if (all.every((kind) => kind === 'word')) return 'words';
    return all.every((kind) => kind === 'number') ? 'numbers' : 'mixed';
  });
  // A data frame without names for its columns: ,0,1
  const [heading, next] = rows;
  if (heading?.cells[0] === '' && next && next.cells[0] !== '' && heading.cells.length > 1) {
    if (heading.cells.slice(1).every((cell, k) => cell === String(k)) && kinds[1] === 'numbers') return 1;
  }
  const numbers = kinds.indexOf('numbers');
  // A line of prose may have a number in it: “Trace 1, I (pA)”.
  rows.slice(0, Math.max(numbers, 0)).forEach(({ cells }, k) => {
    if (kindOf(cells[0]) === 'word' && cells.length !== rows[numbers].cells.length) kinds[k] = 'words';
  });
  if (numbers >= 0) return kinds.slice(0, numbers).lastIndexOf('words') + 1;
  const mixed = kinds.findIndex((kind) => kind === 'mixed');
  return mixed < 0 ? rows.length : mixed;
}

/**
 * Whether rows begin with a name or a number of their own, as data frames are written: then a heading may have no cell
 * for it.
 * @param {Row[]} rows @param {(cell: string) => string} kindOf
 */
function haveNames(rows, kindOf) {
  const start = Number(rows[0].cells[0]);
  const numbered = start === 0 || start === 1;
  return (
    rows.every(({ text }) => /^\s*"/.test(text)) ||
    rows.every(({ cells }) => kindOf(cells[0] ?? '') === 'word') ||
    (numbered && rows.every(({ cells }, k) => cells[0] === String(start + k)))
  );
}

/** @param {string[]} cells */
function areUnits(cells) {
  const said = cells.filter((cell) => cell !== '' && cell !== '-');
  return said.length > 0 && said.every(isUnit);
}

/**
 * @param {Row} row @param {number} columns @param {string} delimiter @param {(cells: string[]) => string[]} fit
 * @param {boolean} unnamed
 */
function namesOf({ cells, text, line }, columns, delimiter, fit, unnamed) {
  if (!columns) return cells;
  const parted = delimiter !== ' ' && (cells.length > 1 || columns === 1);
  if (parted) return fit(cells);
  const names = text.includes('"') ? cells : namesIn(text.trim(), columns, unnamed);
  if (names) return fit(names);
  if (/[([]/.test(text)) throw new TypeError(unclearUnits(line, columns));
  return fit(cells);
}

/**
 * The names of so many columns in a line, however it is parted: by signs, behind units, or by spaces. One fewer is
 * as right where rows have names: those have none.
 * @param {string} text
 * @param {number} columns
 * @param {boolean} unnamed
 * @returns {string[] | null}
 */
function namesIn(text, columns, unnamed) {
  if (columns === 1) return [text];
  const ways = [
    ...['\t', ';', ','].map((sign) => text.split(sign)),
    text.split(/ {2,}/),
    text.split(/(?<=[)\]])[\s,;]+/),
    text.match(/[^\s([]+(?:\s*[([][^()[\]]*[)\]]\S*)?/g) ?? [],
  ].map((names) => names.map((name) => name.trim()));
  return (
    ways.find(({ length }) => length === columns) ??
    (unnamed && columns > 2 ? ways.find(({ length }) => length === columns - 1) : undefined) ??
    null
  );
}

/**
 * The comment directly above the numbers may name the columns, and the one above it if it has the units.
 * @param {Row | undefined} row @param {{ text: string, line: number }[]} comments @param {number} columns
 * @param {string} delimiter @param {(cells: string[]) => string[]} fit @param {boolean} unnamed
 */
function commentHead(row, comments, columns, delimiter, fit, unnamed) {
  const none = { headed: false, line: 0, names: [], units: [], width: 0 };
  const at = row ? comments.filter(({ line }) => line < row.line).length - 1 : -1;
  if (!row || at < 0 || comments[at].line !== row.line - 1) return none;
  const cellsOf = (/** @type {string} */ text) => {
    const bare = text.replace(/^[\s#%]+/, '').trim();
    const byDelimiter = delimiter === ' ' ? [] : bare.split(delimiter).map((cell) => cell.trim());
    if (byDelimiter.length === columns) return byDelimiter;
    const names = bare && !/^request:/.test(bare) ? namesIn(bare, columns, unnamed) : null;
    return names && fit(names);
  };
  const [names, above] = [comments[at], comments[at - 1]].map((each) => (each ? cellsOf(each.text) : null));
  if (!names) return none;
  const { line } = comments[at];
  if (areUnits(names)) {
    const named = above && comments[at - 1].line === line - 1 ? above : [];
    return { headed: true, line, names: named, units: names, width: columns };
  }
  return { headed: true, line, names, units: [], width: columns };
}
