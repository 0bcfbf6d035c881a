import { cellsOf } from './cells.js';
import { headOf } from './heading.js';
import { kindOf, layoutOf } from './layout.js';
import { clip, LINE, middleOf, startOf } from './opening.js';
import { readLine, readRows, ROWS } from './rows.js';
import * as words from '../../words/en/current-file.js';

/**
 * The table of numbers in a text, as people's files have them. Each character is looked at a bounded number of times.
 *
 * @typedef {import('./heading.js').Head} Head
 * @typedef {import('./layout.js').Comma} Comma
 * @typedef {import('./opening.js').Line} Line
 * @typedef {import('./types.js').Table} Table
 */

/** Bytes a file may have, and characters a text. */
export const LONGEST = 100_000_000;
/** Columns it may have. */
const COLUMNS = 1000;

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
  if (
    name
      .slice(0, 200)
      .split(/,(?![^()[\]]*[)\]])/)
      .filter((each) => each.trim()).length > 1
  )
    return 'columns';
  return lines.some(({ text }) => /\d,(?!\d{3}\s*$)\d/.test(text)) ? 'decimal' : undefined;
}

/** @param {string} text @param {number} from @throws {TypeError} if there are too many */
function countLines(text, from) {
  let count = 1;
  for (let at = text.indexOf('\n', from); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  if (count > 2 * ROWS) throw new TypeError(words.moreThan(2 * ROWS, words.countables.lines));
  return count;
}

/** @param {Line[]} opening @param {import('./layout.js').Layout} layout @param {Line[]} comments */
function headIn(opening, layout, comments) {
  const rows = opening.map((each) => ({
    ...each,
    cells: cellsOf(each.text.length > LINE ? { ...each, text: clip(each.text) } : each, layout),
  }));
  return headOf(rows, comments, layout.delimiter, (cell) => kindOf(cell, layout.sign));
}
