import { countables, moreColumns, moreThan } from '../../words/en/current-file.js';
import { cellsOf, ends, isSpace, quotedCells, trimmedCells, withoutTail } from './cells.js';
import { createScanner } from './numbers.js';
import { isComment, lineEnd } from './opening.js';

/** Rows a table may have, and numbers in all. */
export const ROWS = 2_000_000;
const CELLS = 8_000_000;
/** Between two breaths. */
const ROWS_A_PIECE = 4096;

/** @param {number} rows @returns {import('./types.js').Column} */
function createColumn(rows) {
  return {
    mantissas: new Float64Array(rows),
    powers: new Int8Array(rows),
    places: 0,
    digits: 0,
    exponents: 0,
    fault: null,
  };
}

/**
 * @param {string} text
 * @param {import('./opening.js').Line} first
 * @param {import('./layout.js').Layout & { comments: boolean, width: number, rows: number }} how
 * @returns {Generator<number, Pick<import('./types.js').Table, 'columns' | 'count' | 'lines'> & { inside: number }>} inside: comments between
 */
export function* readRows(text, first, { delimiter, sign, comments, width, rows }) {
  const most = Math.min(rows, Math.floor(CELLS / width) + 1);
  const columns = Array.from({ length: width }, () => createColumn(most));
  const lines = new Uint32Array(most);
  const scanner = createScanner(sign);
  const parts = delimiter === ' ' ? -1 : delimiter.charCodeAt(0);
  const { length } = text;
  let { line, at } = first;
  let nextQuote = text.indexOf('"', at);
  let count = 0;
  let inside = 0;

  /** @param {number} row @param {import('./types.js').Column} column @param {string} from @param {number} start @param {number} end */
  const put = (row, column, from, start, end) => {
    if (start < end && scanner.scan(from, start, end)) {
      column.mantissas[row] = scanner.mantissa;
      column.powers[row] = scanner.power;
      if (scanner.places > column.places) column.places = scanner.places;
      if (scanner.digits > column.digits) column.digits = scanner.digits;
      if (scanner.exponent) column.exponents += 1;
    } else {
      column.mantissas[row] = NaN;
      column.fault ??= { line, text: from.slice(start, end) };
    }
  };
  const tooWide = () => new TypeError(moreColumns(line, width));

  /** @param {number} end @returns {boolean} whether there was anything in the line */
  const readPlain = (end) => {
    let column = 0;
    let start = at;
    let any = false;
    while (start <= end) {
      while (start < end && isSpace(text.charCodeAt(start), parts)) start += 1;
      if (start === end && (parts < 0 || !any)) break;
      let stop = start;
      while (stop < end && !ends(text.charCodeAt(stop), parts)) stop += 1;
      let last = stop;
      while (last > start && isSpace(text.charCodeAt(last - 1), parts)) last -= 1;
      if (last > start) any = true;
      if (column < width) put(count, columns[column], text, start, last);
      else if (last > start) throw tooWide();
      column += 1;
      start = stop + 1;
    }
    for (; any && column < width; column += 1) put(count, columns[column], '', 0, 0);
    return any;
  };
  /** @param {string} record @returns {boolean} */
  const readQuoted = (record) => {
    const cells = trimmedCells(quotedCells(record, line, delimiter));
    if (cells.length > width) throw tooWide();
    if (!cells.some(Boolean)) return false;
    columns.forEach((column, k) => put(count, column, cells[k] ?? '', 0, cells[k]?.length ?? 0));
    return true;
  };

  for (let passed = 1; at < length; line += 1, passed += 1) {
    const end = lineEnd(text, at);
    if (count === most) throw new TypeError(moreThan(Math.min(ROWS, most - 1), countables.rows));
    const faults = columns.map(({ fault }) => fault);
    const code = text.charCodeAt(at);
    if (
      comments &&
      (code === 35 || code === 37 || (code <= 32 && isComment(text.slice(at, Math.min(end, at + 100)))))
    )
      inside += 1;
    else if (nextQuote >= 0 && nextQuote < end ? readQuoted(text.slice(at, end)) : readPlain(end)) {
      lines[count] = line;
      count += 1;
    } else columns.forEach((column, k) => (column.fault = faults[k]));
    at = end + 1;
    if (nextQuote >= 0 && nextQuote < at) nextQuote = text.indexOf('"', at);
    if (passed % ROWS_A_PIECE === 0) yield at / length;
  }
  return {
    columns: columns.map((column) => ({
      ...column,
      mantissas: column.mantissas.subarray(0, count),
      powers: column.powers.subarray(0, count),
    })),
    count,
    lines: lines.subarray(0, count),
    inside,
  };
}

/**
 * All values in one line.
 * @param {import('./opening.js').Line} first @param {import('./layout.js').Layout} layout
 * @returns {Generator<number, Pick<import('./types.js').Table, 'columns' | 'count' | 'lines'>>}
 */
export function* readLine({ text, line }, { delimiter, sign }) {
  if (text.includes('"')) text = cellsOf({ text, line }, { delimiter }).join(delimiter);
  const parts = delimiter === ' ' ? -1 : delimiter.charCodeAt(0);
  let most = 1;
  for (let at = 0; at < text.length; at += 1) if (ends(text.charCodeAt(at), parts)) most += 1;
  // A delimiter at the end of the line is no further cell.
  const whole = withoutTail(text);
  if (most > 2 * ROWS) throw new TypeError(moreThan(ROWS, countables.cells(line)));
  const column = createColumn(most);
  const scanner = createScanner(sign);
  let count = 0;
  for (let start = 0; start < whole.length; ) {
    while (start < whole.length && isSpace(whole.charCodeAt(start), parts)) start += 1;
    let stop = start;
    while (stop < whole.length && !ends(whole.charCodeAt(stop), parts)) stop += 1;
    let last = stop;
    while (last > start && isSpace(whole.charCodeAt(last - 1), parts)) last -= 1;
    if (last > start && scanner.scan(whole, start, last)) {
      column.mantissas[count] = scanner.mantissa;
      column.powers[count] = scanner.power;
    } else {
      column.mantissas[count] = NaN;
      column.fault ??= { line, text: whole.slice(start, last) };
    }
    count += 1;
    start = stop + 1;
    if (count % ROWS_A_PIECE === 0) yield start / whole.length;
  }
  if (count > ROWS) throw new TypeError(moreThan(ROWS, countables.cells(line)));
  const lines = new Uint32Array(count).fill(line);
  return {
    columns: [
      { ...column, mantissas: column.mantissas.subarray(0, count), powers: column.powers.subarray(0, count) },
    ],
    count,
    lines,
  };
}
