import { Job } from './job.js';

/**
 * Views of runs by a grid method. A few steps are taken at once; many in the worker, so that no slider ever waits
 * for them.
 *
 * @typedef {import('../model/types.js').FullRequest} FullRequest
 * @typedef {import('../model/types.js').View} View
 * @typedef {import('../model/types.js').Window} Window
 */

/** So many steps are taken within the frame. */
const QUICK_STEPS = 1.5e5;
/** More than the simulator takes: it says so at once. */
const TOO_MANY_STEPS = 1e7;

/**
 * Whether runs may be made within the frame.
 * @param {FullRequest[]} requests
 */
export function isQuick(requests) {
  const stepsOf = (/** @type {FullRequest} */ { duration, dt = 1 }) => duration / dt;
  const work = requests.reduce((sum, each) => sum + stepsOf(each) * Math.max(each.input.length, 1), 0);
  return work <= QUICK_STEPS || requests.some((each) => !(stepsOf(each) < TOO_MANY_STEPS));
}

export class GridViews {
  /** @type {Job<View>} */
  #job;
  /** @type {View[]} */
  #views = [];
  #wanted = '';
  #there = '';
  #asked = '';
  /** Those that the worker failed at: they are run within the frame, however long that takes. */
  #given = '';

  /**
   * @param {string} slot
   * @param {() => void} arrived called when views that were late are there
   */
  constructor(slot, arrived) {
    this.#job = new Job(slot, (pieces, first, done) => {
      this.#views = first ? pieces : [...this.#views, ...pieces];
      if (!done) return;
      if (this.#job.failed) this.#given = this.#asked;
      else this.#there = this.#wanted;
      arrived();
    });
  }

  /**
   * Whether these are run within the frame.
   * @param {FullRequest[]} requests
   */
  quick(requests) {
    return isQuick(requests) || (this.#given !== '' && this.#given === JSON.stringify(requests));
  }

  /**
   * @param {FullRequest[]} requests
   * @param {Window} window
   * @returns {View[] | null} null if they are yet to come
   */
  views(requests, window) {
    const wanted = JSON.stringify([requests, window]);
    if (wanted === this.#there) return this.#views;
    this.#wanted = wanted;
    this.#there = '';
    this.#asked = JSON.stringify(requests);
    this.#job.ask({ kind: 'views', requests, window });
    return null;
  }
}
