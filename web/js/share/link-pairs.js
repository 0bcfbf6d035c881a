import { experiments } from '../model/experiments/index.js';
import { moreProblems } from '../words/en/link.js';

/**
 * The keys and texts of a link as they were meant: chat and mail programs, word processors and people change links on
 * their way. All of it takes time in proportion to the link's length.
 *
 * @typedef {[key: string, text: string]} Pair
 */

/** Characters of a link: twice what 100,000 samples with all their digits take. */
export const LONGEST_LINK = 4e6;

/** Problems named of one link. */
const NAMED = 3;

/**
 * So many of the problems of a link as are named, and how many more there are.
 * @param {string[]} problems
 * @param {number} [unread] further ones
 */
export function firstOf(problems, unread = 0) {
  const more = Math.max(problems.length - NAMED, 0) + unread;
  return more ? [...problems.slice(0, NAMED), moreProblems(more)] : problems;
}

/** The lab's keys that are not in lower case, as an element's attributes are. */
const cased = experiments
  .flatMap(({ controls }) => controls.map(({ key }) => key))
  .filter((key) => key !== key.toLowerCase());

/** What programs that count visits add. */
const trackers =
  /^(utm_.*|_gl|_ga|_hs\w*|(fb|g|d|y|tw|tt)clid|msclkid|[gw]braid|gclsrc|gad_\w+|igsh(id)?|mc_[ce]id|mkt_tok|ref_src|srsltid)$/;
/** Signs that are not seen, and come along with what is copied. */
const unseen = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
/** Signs that a sentence has after its link. */
const after = new Set('.,;:!?)]}>"\'…*_`’”» \t\n');

/**
 * @param {string} text fragment or query of an address, with or without its # or ?
 * @returns {Pair[]} in their order; none of a text that is longer than any link
 */
export function pairsOf(text) {
  if (text.length > LONGEST_LINK) return [];
  const signs = text
    .replace(unseen, '')
    .replace(/^[#?]/, '')
    .replace(/:~:.*/s, '')
    // & = ; and what was encoded twice: no value has them.
    .replace(/%(?:25)*(26|3d|3b)/gi, (_, code) => String.fromCharCode(parseInt(code, 16)))
    .replace(/%(?:25)+(?=[\da-f]{2})/gi, '%')
    .replace(/&(?:amp;|#38;)+/gi, '&');
  const pairs = [...new URLSearchParams(signs)]
    .map(([key, value]) => /** @type {Pair} */ ([knownCase(legible(key)), unquoted(legible(value))]))
    .filter(([key]) => !trackers.test(key));
  const last = pairs.pop();
  if (last) pairs.push(ended(last));
  return pairs.filter(([key, value]) => key || value);
}

/**
 * What of an address is a link of the lab: its fragment, or the query of one that has none.
 * @param {{ hash: string, search: string }} address
 */
export function linkIn({ hash, search }) {
  const asked = pairsOf(search).some(
    ([key, text]) => key === 'experiment' || (key === 'v' && text === '1'), // others' pages have a v, too
  );
  return asked && !pairsOf(hash).length ? search : hash;
}

/** What deflated samples begin with. */
export const DEFLATED = 'deflated';

/** Whether a link's current stands elsewhere than in it, or deflated. @param {string} link */
export function isShort(link) {
  return pairsOf(link).some(([key, text]) => key === 'input' && /^(?:#|deflated )/i.test(text));
}

/** @param {string} text */
function legible(text) {
  return text.replace(unseen, '').replace(/[\u2212\u2013]/g, '-');
}

/** In a mail's “quoted-printable” = is =3D; no value begins so. @param {string} text */
function unquoted(text) {
  return text.replace(/^3D/, '');
}

/**
 * The last pair without the signs of the sentence around it. A point after samples stays: it may be that of a value
 * that was cut off there.
 * @param {Pair} pair
 * @returns {Pair}
 */
function ended([key, text]) {
  if (!text) return [key.slice(0, endOf(key)), ''];
  const end = endOf(text);
  const cut = key === 'input' && '.…'.includes(text.charAt(end));
  return [key, text.slice(0, cut ? end + 1 : end)];
}

/** @param {string} text */
function endOf(text) {
  let end = text.length;
  while (end > 0 && after.has(text.charAt(end - 1))) end -= 1;
  return end;
}

/** @param {string} key */
function knownCase(key) {
  const lower = key.toLowerCase();
  return cased.find((each) => each.toLowerCase() === lower) ?? lower;
}
