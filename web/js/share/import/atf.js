import { brokenAtf } from '../../words/en/current-file.js';

/** Lines of a header there may be. */
const MOST = 10_000;

/**
 * Where the table of an Axon Text File begins: its second line says how many lines of a header follow.
 * @param {string} text lines parted by \n
 * @returns {{ from: number, line: number, header: number } | null} header: lines before the table, without the first
 *   two; null if it is no such file
 * @throws {TypeError} if the second line does not say it
 */
export function atfTable(text) {
  if (!/^ATF[\t ,]/.test(text)) return null;
  const first = text.indexOf('\n') + 1;
  const second = text.indexOf('\n', first) + 1;
  const [, count] = /^\s*"?(\d{1,6})"?[\s,]+"?\d+/.exec(text.slice(first, second || undefined)) ?? [];
  if (!first || !second || count === undefined || Number(count) > MOST) throw new TypeError(brokenAtf);
  let from = second;
  for (let left = Number(count); left > 0; left -= 1) {
    from = text.indexOf('\n', from) + 1;
    if (!from) throw new TypeError(brokenAtf);
  }
  return { from, line: Number(count) + 3, header: Number(count) };
}
