import { reasonOf } from '../base/format.js';
import { loadLater } from './load-later.js';

/**
 * Links on their way into the state and into the address.
 *
 * @typedef {typeof import('../share/reading.js')} Reading
 * @typedef {import('../share/figure/options.js').Place} Place
 * @typedef {ReturnType<Reading['readOptions']> & import('../share/follow.js').Before} Read
 */

/** @type {Reading | undefined} */
let reading;

/** What reads links. @returns {Promise<Reading>} */
export async function loadReading() {
  reading ??= await import('../share/reading.js');
  return reading;
}

/** The link in the page's address. One in the query becomes the fragment, where the state is kept from then on. @param {Pick<Reading, 'linkIn'>} how */
export function linkOfAddress({ linkIn }) {
  const link = linkIn(location);
  try {
    if (link !== location.hash) {
      history.replaceState(history.state, '', location.pathname + link.replace('?', '#'));
    }
  } catch {
    // forbidden in some iframes
  }
  return link;
}

/**
 * Brings the state to where a link leads: within this very call, where all of it stands in the link and what reads links
 * is there. One that is no longer the page's by the time it is read is not followed.
 * @param {string} fragment
 * @param {Place} place
 * @param {(read: Read, reading: Reading) => void} follow
 */
export async function readLink(fragment, place, follow) {
  const { hash } = location;
  const how = reading ?? (await loadReading());
  let read = /** @type {Read} */ (how.readOptions(fragment, place));
  if (how.isShort(read.link)) read = await withCurrent(read);
  if (location.hash === hash) follow(read, how);
}

/** A link with its current, which this browser keeps, or which is deflated. @param {Read} read @returns {Promise<Read>} */
async function withCurrent(read) {
  try {
    const { wholeLink } = await loadLater();
    return { ...read, link: await wholeLink(read.link) };
  } catch (error) {
    return { ...read, missing: reasonOf(error) };
  }
}

/**
 * What makes links short that are too long for an address: this browser keeps their current. Where it does not, the
 * state says so, and the link holds the rest.
 * @param {import('../state/actions.js').LabStore} store
 */
export function createShortener(store) {
  let last = { link: '', short: '' };
  return async (/** @type {string} */ link, /** @type {string} */ experiment) => {
    if (link === last.link) return last.short;
    const { input } = store.get().values[experiment];
    const { keptLink, unkeptLink } = await loadLater();
    const short = await keptLink(link).catch(() => '');
    if (!short) store.set({ unkept: input });
    last = { link, short: short || (await unkeptLink(link)) };
    return last.short;
  };
}
