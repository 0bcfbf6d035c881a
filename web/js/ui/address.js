/** Browsers take addresses of some megabytes; people take none of this length. */
const LONGEST = 100_000;

/**
 * The fragment of the page's address: it follows the state, and going back and forward leads to the experiments one
 * was at.
 * @param {() => string} experimentNow id of the one on show
 * @param {(fragment: string, own: boolean) => Promise<void>} follow called when the visitor goes to another fragment; own: to one
 *   that was written here, by way of the browser's Back
 * @param {(fragment: string, experiment: string) => Promise<string>} [shortened] one that is too long, in a form that is not; where there is
 *   no such form the address stays
 */
export function createAddress(experimentNow, follow, shortened) {
  let timer = 0;
  /** The experiment of the present entry of the history. */
  let place = experimentNow();
  /** What is yet to be written. */
  let due = { experiment: place, fragment: () => '' };
  /** How often the visitor has gone elsewhere. */
  let gone = 0;
  /** Long ones that are being made short; those after them wait. */
  let waiting = 0;
  /** @type {Promise<void>} */
  let before = Promise.resolve();
  addEventListener('hashchange', () => {
    stop();
    gone += 1;
    const here = gone;
    follow(location.hash, Boolean(history.state?.iaf)).then(() => {
      if (here === gone) place = experimentNow();
    });
  });

  function stop() {
    clearTimeout(timer);
    timer = 0;
  }

  function put() {
    stop();
    const { experiment } = due;
    const fragment = due.fragment();
    const isLong = fragment.length > LONGEST;
    if (isLong && !shortened) return;
    if (!isLong && !waiting) return enter(experiment, fragment);
    const left = gone;
    waiting += 1;
    before = before
      .then(() => (isLong && shortened ? shortened(fragment, experiment) : fragment))
      .then(
        (short) => left === gone && enter(experiment, short),
        () => {}, // its code did not load: the address stays
      )
      .then(() => {
        waiting -= 1;
      });
  }

  /** @param {string} experiment @param {string} fragment */
  function enter(experiment, fragment) {
    const next = `#${fragment}`;
    if (next === location.hash) return;
    const step = experiment === place ? 'replaceState' : 'pushState';
    try {
      history[step]({ ...history.state, iaf: true }, '', next);
      place = experiment;
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
