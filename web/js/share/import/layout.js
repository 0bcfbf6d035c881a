import { createScanner } from './numbers.js';

/**
 * How a table is written: what parts its cells, and which sign is the decimal one.
 *
 * @typedef {object} Layout
 * @property {string} delimiter a space stands for any white space
 * @property {'.' | ','} sign
 * @property {'' | 'columns' | 'thousands'} unclear what a comma may be besides a decimal sign, where the lines do not tell
 *
 * @typedef {{ text: string, line: number }} Line
 * @typedef {'decimal' | 'columns' | 'thousands' | undefined} Comma what commas are, if it is known
 */

/** What starts as a number does, be it one or not. */
const numeric = /^[\s"]*[-+\u2212]?(?:[.,]?\d|(?:nan|inf(?:inity)?)\b)/i;
const thousands = /^[-+]?[1-9]\d{0,2}(?:,\d{3})+$/;
const quoted = /"[^"]*"/g;

const [byPoint, byComma] = /** @type {const} */ (['.', ',']).map((sign) => {
  const { scan } = createScanner(sign);
  return (/** @type {string} */ cell) => scan(cell, 0, cell.length);
});
const withComma = (/** @type {string} */ cell) => cell.includes(',') && byComma(cell);
const withPoint = (/** @type {string} */ cell) => cell.includes('.') && byPoint(cell);

/**
 * @param {Line[]} lines a sample of those that say something
 * @param {string} delimiter if the file says which; else empty
 * @param {Comma} comma
 * @returns {Layout & { point?: number, comma?: number }} lines with a decimal point and with a decimal comma, where
 *   there are both
 */
export function layoutOf(lines, delimiter, comma) {
  const starting = lines.filter(({ text }) => numeric.test(text));
  const data = starting.length ? starting : lines;
  const bare = data.map(({ text }) => text.replace(quoted, '0'));
  const part = (/** @type {string} */ sign) =>
    2 * bare.filter((text) => text.includes(sign)).length >= bare.length;
  const found = delimiter || ['\t', ';'].find(part) || (part(',') ? ',' : ' ');
  if (found === ',' && !delimiter) {
    if (2 * bare.filter(isDecimals).length > bare.length) return { delimiter: ' ', sign: ',', unclear: '' };
    const lonely = areLonely(data);
    if (lonely && comma === 'decimal') return { delimiter: ' ', sign: ',', unclear: '' };
    if (lonely && comma !== 'columns') return { delimiter: ',', sign: '.', unclear: 'columns' };
  }
  return { delimiter: found, ...signOf(data, found, comma) };
}

/**
 * Whether each line may be one number with a decimal comma as well as two that a comma parts. A damaged line among them
 * does not tell.
 * @param {Line[]} data
 */
function areLonely(data) {
  const others = data.filter(({ text }) => !byComma(text.trim()) || /,\s*$/.test(text));
  const parted = (/** @type {Line} */ { text }) => cellsIn(text, ',').every(byPoint);
  return 2 * others.length < data.length && !others.some(parted);
}

/** Whether white space parts numbers with decimal commas, and commas part nothing. @param {string} text */
function isDecimals(text) {
  const cells = text.trim().split(/\s+/);
  return cells.length > 1 && cells.every(byComma) && text.split(',').some((cell) => /\d\s+[-+\d]/.test(cell));
}

/** @param {Line[]} data @param {string} delimiter @param {Comma} comma */
function signOf(data, delimiter, comma) {
  const cells = data.flatMap(({ text, line }) => cellsIn(text, delimiter).map((cell) => ({ cell, line })));
  const commas = cells.filter(({ cell }) => withComma(cell));
  /** @type {Omit<Layout, 'delimiter'> & { point?: number, comma?: number }} */
  const layout = { sign: '.', unclear: '' };
  const grouped = cells.filter(({ cell }) => cell.includes(','));
  if (!grouped.length || comma === 'thousands') return layout;
  if (grouped.every(({ cell }) => thousands.test(cell)) && comma !== 'decimal') {
    return { ...layout, unclear: /** @type {const} */ ('thousands') };
  }
  if (!commas.length) return layout;
  const point = cells.find(({ cell }) => withPoint(cell));
  if (point) return { ...layout, point: point.line, comma: commas[0].line };
  return { ...layout, sign: /** @type {const} */ (',') };
}

/** Cells of a line of a sample. @param {string} text @param {string} delimiter */
function cellsIn(text, delimiter) {
  const inQuotes = text.match(quoted)?.map((cell) => cell.slice(1, -1).trim()) ?? [];
  const bare = text.replace(quoted, '');
  const others = delimiter === ' ' ? bare.split(/\s+/) : bare.split(delimiter);
  return [...inQuotes, ...others.map((cell) => cell.trim())].filter(Boolean);
}

/** What a cell of a first row is. @param {string} cell @param {'.' | ','} sign */
export function kindOf(cell, sign) {
  if (!numeric.test(cell)) return 'word';
  const isNumber = sign === ',' ? byComma(cell) : byPoint(cell);
  return isNumber || /^[-+]?(?:nan|inf(?:inity)?)$/i.test(cell) ? 'number' : 'fault';
}
