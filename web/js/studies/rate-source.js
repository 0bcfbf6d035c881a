import { experimentOf } from '../model/experiments/index.js';
import { Job } from '../simulator/job.js';
import { Rates, sweepRates } from './rates.js';

/**
 * @typedef {import('./rates.js').Sweep} Sweep
 * @typedef {import('./rates.js').Piece} Piece
 */

/** A sweep that last took so long at most is computed within the frame, ms. */
const QUICK_MS = 2;

/** The rates of the newest sweep asked for: at once where that is quick, else from the worker, coarse to fine. */
export class RateSource {
  #iaf;
  #changed;
  /** @type {Job<Piece>} */
  #job;
  #asked = '';
  #kind = '';
  #took = Infinity;
  #since = 0;
  /** The axes of what was asked, and of what is arriving. @type {Sweep['axes']} */
  #axes = [];
  /** @type {Rates | null} */
  rates = null;

  /**
   * @param {import('../simulator/simulator.js').Simulator} iaf
   * @param {string} slot a name of its own
   * @param {() => void} changed called when there is more to show
   */
  constructor(iaf, slot, changed) {
    this.#iaf = iaf;
    this.#changed = changed;
    this.#job = new Job(slot, (pieces, first, done, task) => {
      const axes = task?.kind === 'rates' ? task.sweep.axes : [];
      // What the newest sweep overtook is shown until that arrives, unless it is along other axes.
      if (pieces.length && JSON.stringify(axes) === JSON.stringify(this.#axes)) {
        if (first || !this.rates) this.rates = new Rates(axes);
        for (const piece of pieces) this.rates.add(piece);
      }
      if (done && !this.failed) this.#took = performance.now() - this.#since;
      changed();
    });
  }

  get done() {
    return this.#job.done;
  }

  get failed() {
    return this.#job.failed;
  }

  /** Part of the work that is done, 0 … 1. */
  get part() {
    return this.rates ? this.rates.count / this.rates.values.length : 0;
  }

  /** Whether the work was stopped before its end. */
  get stopped() {
    return this.done && !this.failed && this.part < 1 && this.#asked !== '';
  }

  /** Ends the work under way and keeps what it has found; only another sweep begins it again. */
  stop() {
    this.#job.cancel();
    this.#changed();
  }

  /**
   * @param {Sweep} sweep
   * @param {boolean} closedForm whether every rate is a formula
   */
  ask(sweep, closedForm) {
    const asked = JSON.stringify(sweep);
    if (asked === this.#asked) return;
    this.#asked = asked;
    // What took long once may take long again; what is of another kind may take longer still.
    const { choices } = experimentOf(sweep.experiment);
    const chosen = choices.map(({ key }) => sweep.values[key]);
    const keys = sweep.axes.map(({ key }) => key);
    const kind = [sweep.experiment, sweep.row, keys, chosen, sweep.values.duration].join();
    if (kind !== this.#kind) this.#took = Infinity;
    this.#kind = kind;
    if (closedForm || (this.#took <= QUICK_MS && isOrdinary(sweep))) return this.#computeNow(sweep);
    this.#since = performance.now();
    if (JSON.stringify(sweep.axes) !== JSON.stringify(this.#axes)) this.rates = null;
    this.#axes = sweep.axes;
    this.#job.ask({ kind: 'rates', sweep });
  }

  /** Ends the work under way. */
  cancel() {
    if (!this.done || this.failed) this.#asked = '';
    this.#job.cancel();
  }

  /** @param {Sweep} sweep */
  #computeNow(sweep) {
    this.#job.cancel();
    const start = performance.now();
    this.#axes = sweep.axes;
    this.rates = new Rates(sweep.axes);
    for (const piece of sweepRates(this.#iaf, { ...sweep, strides: [1] })) this.rates.add(piece);
    this.#took = performance.now() - start;
  }
}

/** Whether all values lie on their sliders; what lies beyond may take any time. @param {Sweep} sweep */
function isOrdinary({ experiment, values }) {
  const controls = experimentOf(experiment).controls;
  return controls.every(({ key, min, max }) => values[key] >= min && values[key] <= max);
}
