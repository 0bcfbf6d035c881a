import { brokenQuotes } from '../../words/en/current-file.js';

/**
 * The cells of one line, without empty ones at its end.
 * @param {{ text: string, line: number }} line @param {{ delimiter: string }} layout
 */
export function cellsOf({ text, line }, { delimiter }) {
  const cells = text.includes('"')
    ? quotedCells(text, line, delimiter)
    : delimiter === ' '
      ? text.trim().split(/\s+/)
      : text.split(delimiter);
  return trimmedCells(cells);
}

/** @param {string[]} cells */
export function trimmedCells(cells) {
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
export function quotedCells(text, line, delimiter) {
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
      if (!at) throw new TypeError(brokenQuotes(line));
      cells.push(text.slice(start + 1, at - 1).replaceAll('""', '"'));
      while (at < text.length && isSpace(text.charCodeAt(at), parts) && parts >= 0) at += 1;
      if (at < text.length && !ends(text.charCodeAt(at), parts)) throw new TypeError(brokenQuotes(line));
    } else {
      while (at < text.length && !ends(text.charCodeAt(at), parts)) at += 1;
      cells.push(text.slice(start, at));
    }
  }
  return cells;
}

/** @param {number} code @param {number} parts the delimiter's, or -1 */
export function isSpace(code, parts) {
  return (code <= 32 || code === 160) && code !== parts;
}

/** @param {number} code @param {number} parts */
export function ends(code, parts) {
  return parts < 0 ? code <= 32 || code === 160 : code === parts;
}

/** A text without what parts cells, and spaces, at its end. @param {string} text */
export function withoutTail(text) {
  let end = text.length;
  while (end && /[\s,;]/.test(text[end - 1])) end -= 1;
  return text.slice(0, end);
}
