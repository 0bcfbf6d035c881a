/**
 * Work for the worker, one question at a time: only the newest counts. All jobs share the one worker.
 *
 * @typedef {import('./worker.js').Task} Task
 * @typedef {import('./worker.js').Answer} Answer
 */

/** While the newest question waits for a first answer, the next one waits for it, so long at most, ms. */
const PATIENCE_MS = 200;

/** @type {Worker | undefined} */
let worker;
/** Why the worker has stopped, if it has. */
let stopped = '';
/** @type {Map<string, Job<any>>} */
const jobs = new Map();

function start() {
  // worker.js is bundled beside the module this becomes part of.
  worker = new Worker(new URL('worker.js', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }) => jobs.get(data.slot)?.receive(data));
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    stopped = event.message || 'its script did not load';
    for (const job of jobs.values()) job.fail(stopped);
  });
  return worker;
}

/** @template P what a piece of the answer is */
export class Job {
  #slot;
  #take;
  #id = 0;
  #asked = '';
  #since = 0;
  #waiting = false;
  /** @type {Task | undefined} */
  #next;
  #timer = 0;
  #fresh = false;
  /** Empty unless the worker has stopped. */
  failed = stopped;
  done = true;

  /**
   * @param {string} slot a name of its own
   * @param {(pieces: P[], first: boolean, done: boolean) => void} take called with what there is to add; `first`
   *   starts a new answer
   */
  constructor(slot, take) {
    this.#slot = slot;
    this.#take = take;
    jobs.set(slot, this);
  }

  /**
   * Asks, unless it is what was asked last.
   * @param {Task} task
   * @returns {boolean} whether it is something new
   */
  ask(task) {
    const asked = JSON.stringify(task);
    if (asked === this.#asked || this.failed) return false;
    this.#asked = asked;
    this.done = false;
    this.#next = task;
    const patience = this.#since + PATIENCE_MS - performance.now();
    if (!this.#waiting || patience <= 0) this.#post();
    else this.#timer ||= window.setTimeout(() => this.#post(), patience);
    return true;
  }

  /** Ends the work under way, and forgets what was asked. */
  cancel() {
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#next = undefined;
    this.#waiting = false;
    this.#asked = '';
    if (this.done) return;
    this.done = true;
    worker?.postMessage({ slot: this.#slot, id: ++this.#id });
  }

  #post() {
    clearTimeout(this.#timer);
    this.#timer = 0;
    if (!this.#next) return;
    const question = { slot: this.#slot, id: ++this.#id, task: this.#next };
    this.#next = undefined;
    this.#waiting = true;
    this.#fresh = true;
    this.#since = performance.now();
    try {
      (worker ?? start()).postMessage(question);
    } catch (error) {
      this.fail(String(error));
    }
  }

  /** @param {Answer} answer */
  receive({ id, pieces, done, failed }) {
    if (id !== this.#id) return;
    if (failed) return this.fail(failed);
    const first = this.#fresh;
    const superseded = this.#next !== undefined;
    this.#fresh = false;
    this.#waiting = false;
    if (!superseded) this.done = done;
    this.#take(/** @type {P[]} */ (pieces), first, done && !superseded);
    if (superseded) this.#post();
  }

  /** @param {string} reason */
  fail(reason) {
    this.failed = reason;
    this.done = true;
    this.#take([], false, true);
  }
}
