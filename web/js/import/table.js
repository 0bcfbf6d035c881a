import Papa from 'papaparse';

/** The first that occurs counts: a comma beside one of the others is a decimal one. */
const delimiters = ['\t', ';', ','];

/**
 * Rows of a text of columns, as people's files have them: any usual delimiter, comments behind #, blank lines, decimal
 * commas where the delimiter is another sign.
 *
 * @typedef {{ cells: string[], line: number }} Row
 * @param {string} text
 * @returns {Row[]}
 */
export function rowsOf(text) {
  const unix = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const data = unix.replace(/^#.*$/gm, '');
  const delimiter = delimiters.find((sign) => data.includes(sign)) ?? ' ';
  /** @type {Row[]} */
  const rows = [];
  let end = 0;
  let line = 0;
  Papa.parse(unix, {
    comments: '#',
    delimiter,
    step({ data: parts, meta }) {
      for (; end < meta.cursor; end += 1) if (unix[end] === '\n') line += 1;
      const here = unix[end - 1] === '\n' ? line : line + 1;
      const cells = /** @type {string[]} */ (parts).map((cell) => cell.trim()).filter((cell) => cell !== '');
      const points = delimiter === ',' ? cells : cells.map((cell) => cell.replace(',', '.'));
      if (cells.length) rows.push({ cells: points, line: here });
    },
  });
  return rows;
}
