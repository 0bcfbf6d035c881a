import { deflated, inflated } from './deflate.js';
import { keep, recallKept } from './kept.js';
import { DEFLATED, LONGEST_LINK, pairsOf } from './link-pairs.js';

/**
 * Links whose current stands elsewhere than in them, or deflated: `input=#` with the key under which this browser keeps
 * it, `input=deflated` with its characters.
 */

/**
 * The link with its current.
 * @param {string} link
 * @returns {Promise<string>}
 * @throws {TypeError} saying why it is not to be had
 */
export function wholeLink(link) {
  return withInput(link, async (text) => {
    const [, key, signs] = /^(?:#([\da-f]*)|deflated ([\w-]*))[.…]?$/i.exec(text) ?? [];
    if (key !== undefined) return recallKept(key.toLowerCase());
    return signs === undefined ? text : inflated(signs, LONGEST_LINK);
  });
}

/** The link, once this browser keeps its current. @param {string} link @throws {Error} where it cannot */
export function keptLink(link) {
  return withInput(link, async (text) => `#${await keep(text)}`);
}

/** The link without its current: it says that there was one. @param {string} link */
export function unkeptLink(link) {
  return withInput(link, async () => '#');
}

/** The link, its current deflated. @param {string} link @throws {Error} where the browser cannot */
export function deflatedLink(link) {
  return withInput(link, async (text) => [DEFLATED, await deflated(text)].join(' '));
}

/** @param {string} link @param {(text: string) => Promise<string>} change */
async function withInput(link, change) {
  const pairs = pairsOf(link);
  for (const pair of pairs) if (pair[0] === 'input') pair[1] = await change(pair[1]);
  return new URLSearchParams(pairs).toString();
}
