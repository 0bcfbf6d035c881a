import { experiments } from '../experiments.js';

/** Browsers take addresses of some megabytes; people take none of this length. */
const LONGEST = 100_000;

/**
 * The fragment of the page's address: it follows the state, and going back and forward leads to the experiments one
 * was at.
 * @param {(fragment: string) => void} follow called when the visitor goes to another fragment
 */
export function createAddress(follow) {
  let timer = 0;
  let place = experimentOf(location.hash);
  addEventListener('hashchange', () => {
    clearTimeout(timer);
    place = experimentOf(location.hash);
    follow(location.hash);
  });
  return {
    /**
     * Writes a fragment once things have rested for a moment: browsers limit how often it may be done.
     * @param {() => string} fragment
     */
    write(fragment) {
      clearTimeout(timer);
      timer = window.setTimeout(() => {
        const next = `#${fragment()}`;
        if (next === location.hash || next.length > LONGEST) return;
        const step = experimentOf(next) === place ? 'replaceState' : 'pushState';
        try {
          history[step](history.state, '', next);
          place = experimentOf(next);
        } catch {
          // forbidden in some iframes; the lab then has no address of its own
        }
      }, 300);
    },
  };
}

/** @param {string} fragment */
function experimentOf(fragment) {
  return new URLSearchParams(fragment.slice(1)).get('experiment') ?? experiments[0].id;
}
