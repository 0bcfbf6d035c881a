import { headOf } from './heading.js';
import { kindOf, layoutOf } from './layout.js';
import { createScanner } from './numbers.js';
import * as words from '../../words/en/current-file.js';

/**
 * The table of numbers in a text, as people's files have them. Each character is looked at a bounded number of times.
 *
 * @typedef {object} Column
 * @property {Float64Array} mantissas with `powers` the numbers (see numbers.js); NaN where there is none
 * @property {Int8Array} powers
 * @property {number} places most digits printed behind the decimal sign
 * @property {number} digits most digits printed of a number
 * @property {number} exponents how many are printed with an exponent
 * @property {{ line: number, text: string } | null} fault the first cell that is no number
 *
 * @typedef {import('./heading.js').Head} Head
 * @typedef {import('./layout.js').Comma} Comma
 *
 * @typedef {object} Table
 * @property {Column[]} columns
 * @property {number} count of rows
 * @property {Uint32Array} lines of the rows, from 1
 * @property {string[]} names of the columns; empty where there is none
 * @property {string[]} units as a row of its own has them
 * @property {boolean} headed whether there is a heading
 * @property {number} heading its line
 * @property {boolean} inLine whether all values stand in one line
 * @property {Skipped[]} skipped
 * @property {'' | 'columns' | 'thousands'} unclear see layout.js; if it is not empty, nothing else has a meaning
 * @property {string} example of a line that is not clear
 * @property {boolean} commas whether commas are decimal signs
 *
 * @typedef {object} Skipped
 * @property {'comments' | 'separator' | 'before' | 'units' | 'header'} what
 * @property {number} count of lines
 * @property {number} line the first of them
 */

/** Bytes a file may have, and characters a text. */
export const LONGEST = 100_000_000;
/** Rows a table may have, and numbers in all. */
export const ROWS = 2_000_000;
const CELLS = 8_000_000;
/** Columns, and characters of a line where there are more lines than one. */
const COLUMNS = 1000;
const LINE = 100_000;
/** Lines from which the layout is told. */
const HEAD = 400;
const ENOUGH = 500_000;
/** Of long lines so much is looked at for that. */
const CLIP = 4000;
/** Between two breaths. */
const ROWS_A_PIECE = 4096;

/**
 * @param {string} text lines parted by \n
 * @param {{ comma?: Comma, from?: number, line?: number, comments?: boolean }} [how] from: where the table begins,
 *   which is that line; comments: whether # and % begin some
 * @returns {Generator<number, Table>} yields how much of it is read, 0 … 1
 * @throws {TypeError} if there is too much of it, or if what a line means is not clear
 */
export function* readTable(text, { comma, from = 0, line = 1, comments = true } = {}) {
  const most = countLines(text, from);
  const start = startOf(text, from, line, comments);
  const { lines: opening, skipped } = start;
  if (!opening.length) throw new TypeError(words.noNumbers);
  const sample = [...opening, ...middleOf(text, from, comments)].map(({ text, line }) => ({
    text: clip(text),
    line,
  }));
  let layout = layoutOf(sample, start.delimiter, comma);
  if (layout.point) throw new TypeError(words.pointAndComma(layout.point, layout.comma ?? 0));
  if (layout.unclear === 'columns') {
    const known = commasBy(
      headIn(opening, layoutOf(sample, start.delimiter, 'decimal'), start.comments),
      opening,
    );
    if (known) layout = layoutOf(sample, start.delimiter, known);
  }
  const example = sample.find(({ text }) => /\d,\d/.test(text))?.text.slice(0, 40) ?? '';
  if (layout.unclear) return { ...nothing, unclear: layout.unclear, example };
  const head = headIn(opening, layout, start.comments);
  skipped.push(...head.skipped);
  const table = {
    names: head.names,
    units: head.units,
    headed: head.headed,
    heading: head.line,
    inLine: false,
    skipped,
    unclear: /** @type {const} */ (''),
    example,
    commas: layout.sign === ',',
  };
  if (head.first === opening.length) {
    if (!head.headed) throw new TypeError(words.noNumbers);
    return { ...nothing, ...table };
  }
  const first = opening[head.first];
  const only = start.whole && opening.length === 1 && !head.headed;
  const inLine = only && (first.text.length > LINE || cellsOf(first, layout).length > 2);
  if (inLine) return { ...table, inLine, ...(yield* readLine(first, layout)) };
  const width = Math.max(cellsOf(first, layout).length, head.width);
  if (width > COLUMNS) throw new TypeError(words.tooManyColumns(first.line, COLUMNS));
  const rows = Math.min(most, ROWS + 1);
  const { inside, ...read } = yield* readRows(text, first, { ...layout, comments, width, rows });
  const passed = start.comments.filter((each) => each.line < first.line && each.line !== head.line);
  if (passed.length + inside > 0) {
    skipped.push({ what: 'comments', count: passed.length + inside, line: passed[0]?.line ?? 0 });
  }
  return { ...table, ...read };
}

/** A table of which nothing can be said. @type {Table} */
const nothing = {
  columns: [],
  count: 0,
  lines: new Uint32Array(),
  names: [],
  units: [],
  headed: false,
  heading: 0,
  inLine: false,
  skipped: [],
  unclear: '',
  example: '',
  commas: false,
};

/**
 * What commas are where the lines do not tell, by the heading: two names are those of two columns, one is that of one.
 * Signs for thousands look like decimal ones.
 * @param {Head} head as of one column @param {Line[]} lines @returns {Comma}
 */
function commasBy({ names: [name] }, lines) {
  if (!name) return undefined;
  if (name.split(/,(?![^()[\]]*[)\]])/).filter((each) => each.trim()).length > 1) return 'columns';
  return lines.some(({ text }) => /\d,(?!\d{3}\s*$)\d/.test(text)) ? 'decimal' : undefined;
}

/** @param {string} text @param {number} from @throws {TypeError} if there are too many */
function countLines(text, from) {
  let count = 1;
  for (let at = text.indexOf('\n', from); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  if (count > 2 * ROWS) throw new TypeError(words.moreThan(2 * ROWS, words.countables.lines));
  return count;
}

/**
 * A line that says something.
 * @typedef {{ text: string, line: number, at: number }} Line
 */

/** @param {string} text */
const isComment = (text) => /^\s*[#%]/.test(text);
/** @param {string} text */
const isBlank = (text) => /^[\s,;"]*$/.test(text);

/**
 * The first lines that say something, with the comments between.
 * @param {string} text @param {number} from @param {number} line @param {boolean} withComments
 */
function startOf(text, from, line, withComments) {
  /** @type {Line[]} */
  const lines = [];
  /** @type {Line[]} */
  const comments = [];
  /** @type {Skipped[]} */
  const skipped = [];
  let delimiter = '';
  let at = from;
  let seen = 0;
  for (; at < text.length && lines.length < HEAD && seen < ENOUGH; line += 1) {
    const end = lineEnd(text, at);
    const found = { text: text.slice(at, end), line, at };
    const separator = /^"?sep=(.)"?\s*$/i.exec(found.text.slice(0, 10));
    if (withComments && isComment(found.text.slice(0, 100)))
      comments.push({ ...found, text: found.text.slice(0, CLIP) });
    else if (!lines.length && separator) {
      delimiter = separator[1];
      skipped.push({ what: 'separator', count: 1, line });
    } else if (!isBlank(found.text)) lines.push(found);
    seen += end - at;
    at = end + 1;
  }
  const long = lines.find(({ text }) => text.length > LINE);
  const whole = at >= text.length;
  if (long && !(whole && lines.length === 1))
    throw new TypeError(words.longLine(long.line, long.text.length, LINE));
  return { lines, comments, skipped, delimiter, whole };
}

/** @param {string} text @param {number} at */
function lineEnd(text, at) {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

/** Some lines from the middle of a long text: its numbers may look otherwise there. @param {string} text @param {number} from @param {boolean} comments */
function middleOf(text, from, comments) {
  if (text.length - from < 100_000) return [];
  const start = from + Math.floor((text.length - from) / 2);
  const lines = text
    .slice(start, start + 10_000)
    .split('\n')
    .slice(1, -1);
  return lines
    .filter((each) => !isBlank(each) && !(comments && isComment(each)))
    .map((each) => ({ text: each, line: 0 }));
}

/** The beginning of a long line, cut between two cells. @param {string} text */
function clip(text) {
  return text.length <= CLIP
    ? text
    : text
        .slice(0, CLIP)
        .replace(/[^\s,;]*$/, '')
        .replace(/[\s,;]+$/, '');
}

/** @param {Line[]} opening @param {import('./layout.js').Layout} layout @param {Line[]} comments */
function headIn(opening, layout, comments) {
  const rows = opening.map((each) => ({
    ...each,
    cells: cellsOf(each.text.length > LINE ? { ...each, text: clip(each.text) } : each, layout),
  }));
  return headOf(rows, comments, layout.delimiter, (cell) => kindOf(cell, layout.sign));
}

/**
 * The cells of one line, without empty ones at its end.
 * @param {{ text: string, line: number }} line @param {{ delimiter: string }} layout
 */
function cellsOf({ text, line }, { delimiter }) {
  const cells = text.includes('"')
    ? quotedCells(text, line, delimiter)
    : delimiter === ' '
      ? text.trim().split(/\s+/)
      : text.split(delimiter);
  return trimmedCells(cells);
}

/** @param {string[]} cells */
function trimmedCells(cells) {
  const trimmed = cells.map((cell) => cell.trim());
  let last = trimmed.length;
  while (last && trimmed[last - 1] === '') last -= 1;
  return trimmed.slice(0, last);
}

/**
 * The cells of a line with quotation marks in it: a cell that begins with one ends with one, and "" in it is one. Each
 * character is passed once, however long the line is.
 * @param {string} text @param {number} line @param {string} delimiter
 * @throws {TypeError} if one has no partner
 */
function quotedCells(text, line, delimiter) {
  const parts = delimiter === ' ' ? -1 : delimiter.charCodeAt(0);
  /** @type {string[]} */
  const cells = [];
  for (let at = 0; at <= text.length; at += 1) {
    while (at < text.length && isSpace(text.charCodeAt(at), parts)) at += 1;
    if (parts < 0 && at === text.length) break;
    const start = at;
    if (text[at] === '"') {
      do at = text.indexOf('"', at + 1) + 1;
      while (at && text[at] === '"');
      if (!at) throw new TypeError(words.brokenQuotes(line));
      cells.push(text.slice(start + 1, at - 1).replaceAll('""', '"'));
      while (at < text.length && isSpace(text.charCodeAt(at), parts) && parts >= 0) at += 1;
      if (at < text.length && !ends(text.charCodeAt(at), parts))
        throw new TypeError(words.brokenQuotes(line));
    } else {
      while (at < text.length && !ends(text.charCodeAt(at), parts)) at += 1;
      cells.push(text.slice(start, at));
    }
  }
  return cells;
}

/** @param {number} rows @returns {Column} */
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
 * @param {Line} first
 * @param {import('./layout.js').Layout & { comments: boolean, width: number, rows: number }} how
 * @returns {Generator<number, Pick<Table, 'columns' | 'count' | 'lines'> & { inside: number }>} inside: comments between
 */
function* readRows(text, first, { delimiter, sign, comments, width, rows }) {
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

  /** @param {number} row @param {Column} column @param {string} from @param {number} start @param {number} end */
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
  const tooWide = () => new TypeError(words.moreColumns(line, width));

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
    if (count === most) throw new TypeError(words.moreThan(Math.min(ROWS, most - 1), words.countables.rows));
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

/** @param {number} code @param {number} parts the delimiter's, or -1 */
function isSpace(code, parts) {
  return (code <= 32 || code === 160) && code !== parts;
}

/** @param {number} code @param {number} parts */
function ends(code, parts) {
  return parts < 0 ? code <= 32 || code === 160 : code === parts;
}

/**
 * All values in one line.
 * @param {Line} first @param {import('./layout.js').Layout} layout
 * @returns {Generator<number, Pick<Table, 'columns' | 'count' | 'lines'>>}
 */
function* readLine({ text, line }, { delimiter, sign }) {
  if (text.includes('"')) text = cellsOf({ text, line }, { delimiter }).join(delimiter);
  const parts = delimiter === ' ' ? -1 : delimiter.charCodeAt(0);
  let most = 1;
  for (let at = 0; at < text.length; at += 1) if (ends(text.charCodeAt(at), parts)) most += 1;
  // A delimiter at the end of the line is no further cell.
  const whole = text.replace(/[\s,;]+$/, '');
  if (most > 2 * ROWS) throw new TypeError(words.moreThan(ROWS, words.countables.cells(line)));
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
  if (count > ROWS) throw new TypeError(words.moreThan(ROWS, words.countables.cells(line)));
  const lines = new Uint32Array(count).fill(line);
  return {
    columns: [
      { ...column, mantissas: column.mantissas.subarray(0, count), powers: column.powers.subarray(0, count) },
    ],
    count,
    lines,
  };
}
