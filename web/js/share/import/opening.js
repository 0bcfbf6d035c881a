import { longLine } from '../../words/en/current-file.js';
import { withoutTail } from './cells.js';

/** Characters of a line where there are more lines than one. */
export const LINE = 100_000;
/** Lines and characters from which the layout is told. */
const HEAD = 400;
const ENOUGH = 500_000;
/** Of long lines so much is looked at for that. */
const CLIP = 4000;

/**
 * A line that says something.
 * @typedef {{ text: string, line: number, at: number }} Line
 */

/** @param {string} text */
export const isComment = (text) => /^\s*[#%]/.test(text);
/** @param {string} text */
const isBlank = (text) => /^[\s,;"]*$/.test(text);

/**
 * The first lines that say something, with the comments between.
 * @param {string} text @param {number} from @param {number} line @param {boolean} withComments
 */
export function startOf(text, from, line, withComments) {
  /** @type {Line[]} */
  const lines = [];
  /** @type {Line[]} */
  const comments = [];
  /** @type {import('./types.js').Skipped[]} */
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
    throw new TypeError(longLine(long.line, long.text.length, LINE));
  return { lines, comments, skipped, delimiter, whole };
}

/** @param {string} text @param {number} at */
export function lineEnd(text, at) {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

/** Some lines from the middle of a long text: its numbers may look otherwise there. @param {string} text @param {number} from @param {boolean} comments */
export function middleOf(text, from, comments) {
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
export function clip(text) {
  if (text.length <= CLIP) return text;
  let end = CLIP;
  while (end && !/[\s,;]/.test(text[end - 1])) end -= 1;
  return withoutTail(text.slice(0, end));
}
