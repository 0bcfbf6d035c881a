import { tooLong } from '../../words/en/current-file.js';
import { tooDeep, tooManyValues } from '../../words/en/take-out.js';

/** Characters a JSON text may have; objects and lists within each other; values besides a result. */
export const LONGEST = 100_000_000;
const DEEPEST = 32;
const VALUES = 250_000;

/**
 * A JSON text without the results in it, which are long and not read: its size, depth and count are known before it is
 * parsed. What is no JSON stays none.
 * @param {string} text
 * @returns {string}
 * @throws {TypeError} if there is too much of it
 */
export function withoutResult(text) {
  if (text.length > LONGEST) throw new TypeError(tooLong(text.length, LONGEST));
  let depth = 0;
  let values = 0;
  /** Where the list or object begins that is passed over, and at what depth. */
  let from = -1;
  /** @type {string[]} */
  const kept = [];
  let done = 0;
  let key = '';
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 34) {
      const end = stringEnd(text, at);
      if (depth === 1) key = text.slice(at + 1, Math.min(end, at + 20));
      at = end;
    } else if (code === 123 || code === 91) {
      depth += 1;
      if (depth > DEEPEST) throw new TypeError(tooDeep(DEEPEST));
      if (depth === 2 && key === 'result' && from < 0) from = at;
    } else if (code === 125 || code === 93) {
      depth -= 1;
      if (depth === 1 && from >= 0) {
        kept.push(text.slice(done, from), 'null');
        done = at + 1;
        from = -1;
      }
    } else if (code === 44 && from < 0) {
      values += 1;
      if (values > VALUES) throw new TypeError(tooManyValues(VALUES));
    }
  }
  return done ? kept.join('') + text.slice(done) : text;
}

/** Where a string ends, or the text. @param {string} text @param {number} start of the string */
function stringEnd(text, start) {
  let end = text.indexOf('"', start + 1);
  while (end >= 0) {
    let back = end - 1;
    while (text.charCodeAt(back) === 92) back -= 1;
    if ((end - back) % 2) return end;
    end = text.indexOf('"', end + 1);
  }
  return text.length;
}
