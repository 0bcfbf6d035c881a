import { experiments } from '../model/experiments/index.js';

/** Browsers take addresses of some megabytes; people take none of this length. */
const LONGEST = 100_000;

/**
 * The fragment of the page's address: it follows the state, and going back and forward leads to the experiments one
 * was at.
 * @param {(fragment: string, own: boolean) => void} follow called when the visitor goes to another fragment; own: to one
 *   that was written here, by way of the browser's Back
 */
export function createAddress(follow) {
  let timer = 0;
  let place = experimentIn(location.hash);
  /** What is yet to be written. */
  let due = { experiment: place, fragment: () => '' };
  addEventListener('hashchange', () => {
    stop();
    place = experimentIn(location.hash);
    follow(location.hash, Boolean(history.state?.iaf));
  });

  function stop() {
    clearTimeout(timer);
    timer = 0;
  }

  function put() {
    stop();
    const next = `#${due.fragment()}`;
    if (next === location.hash || next.length > LONGEST) return;
    const step = due.experiment === place ? 'replaceState' : 'pushState';
    try {
      history[step]({ ...history.state, iaf: true }, '', next);
      place = due.experiment;
    } catch {
      // forbidden in some iframes; the lab then has no address of its own
    }
  }

  return {
    /**
     * Writes a fragment once things have rested for a moment: browsers limit how often it may be done. What is left
     * for another experiment is written before; experiments one only passes are not.
     * @param {string} experiment id
     * @param {() => string} fragment
     */
    write(experiment, fragment) {
      if (timer && experiment !== place && due.experiment === place) put();
      stop();
      due = { experiment, fragment };
      timer = window.setTimeout(put, 300);
    },
  };
}

/** @param {string} fragment */
function experimentIn(fragment) {
  return new URLSearchParams(fragment.slice(1)).get('experiment') ?? experiments[0].id;
}
