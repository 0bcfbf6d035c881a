import { reasonOf } from '../base/format.js';

/**
 * Work for the worker, one question at a time: only the newest counts. All jobs share the one worker.
 *
 * @typedef {{ kind: string, [detail: string]: any }} Task what kinds there are is the worker's to know
 * @typedef {{ slot: string, id: number, task?: Task }} Question one without a task ends what was asked before in that slot
 * @typedef {{ slot: string, id: number, pieces: unknown[], done: boolean, failed?: string }} Answer
 */

/** While the newest question waits for a first answer, the next one waits for it, so long at most, ms. */
const PATIENCE_MS = 200;

/** A worker that is asked something and says nothing for so many seconds counts as dead: no event tells. */
export const SILENCE_S = 20;
/** A worker that stopped is not followed by another one at once, ms. */
const REST_MS = 500;

/** @type {Worker | undefined} */
let worker;
let stoppedAt = -Infinity;
let stopped = '';
let watch = 0;
/** @type {Map<string, Job<any>>} */
const jobs = new Map();

/** @returns {Worker} @throws {Error} while one that stopped rests */
function start() {
  if (performance.now() - stoppedAt < REST_MS) throw new Error(stopped);
  // worker.js is bundled beside the module this becomes part of.
  const fresh = new Worker(new URL('worker.js', import.meta.url), { type: 'module' });
  fresh.addEventListener('message', ({ data }) => {
    if (fresh !== worker) return;
    listen();
    if (data.failed) stop(data.failed);
    else jobs.get(data.slot)?.receive(data);
  });
  fresh.addEventListener('error', (event) => {
    event.preventDefault();
    if (fresh === worker) stop(event.message || 'unloaded');
  });
  worker = fresh;
  return fresh;
}

/** Counts ticks, not time: a page that sleeps has none. */
function listen() {
  let silent = 0;
  clearInterval(watch);
  watch = window.setInterval(() => {
    if ([...jobs.values()].every(({ done }) => done)) return clearInterval(watch);
    silent += 1;
    if (silent === SILENCE_S) stop('silent');
  }, 1000);
}

/** Ends the worker, which can no longer be trusted; the next question starts another. @param {string} reason */
function stop(reason) {
  clearInterval(watch);
  worker?.terminate();
  worker = undefined;
  stopped = reason;
  stoppedAt = performance.now();
  for (const job of jobs.values()) if (!job.done) job.fail(reason);
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
  /** What the answer is to. @type {Task | undefined} */
  #task;
  #timer = 0;
  #fresh = false;
  /** Why the worker stopped over the newest question, if it did. */
  failed = '';
  done = true;

  /**
   * @param {string} slot a name of its own
   * @param {(pieces: P[], first: boolean, done: boolean, task: Task | undefined) => void} take called with what there
   *   is to add to the answer to the task; `first` starts a new one
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
    if (asked === this.#asked) return false;
    this.#asked = asked;
    this.failed = '';
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
    this.failed = '';
    if (this.done) return;
    this.done = true;
    worker?.postMessage({ slot: this.#slot, id: ++this.#id });
  }

  #post() {
    clearTimeout(this.#timer);
    this.#timer = 0;
    if (!this.#next) return;
    this.#task = this.#next;
    this.#next = undefined;
    const question = { slot: this.#slot, id: ++this.#id, task: this.#task };
    this.#waiting = true;
    this.#fresh = true;
    this.#since = performance.now();
    try {
      (worker ?? start()).postMessage(question);
      listen();
    } catch (error) {
      this.fail(reasonOf(error));
    }
  }

  /** @param {Answer} answer */
  receive({ id, pieces, done }) {
    if (id !== this.#id) return;
    const first = this.#fresh;
    const superseded = this.#next !== undefined;
    this.#fresh = false;
    this.#waiting = false;
    if (!superseded) this.done = done;
    this.#take(/** @type {P[]} */ (pieces), first, done && !superseded, this.#task);
    if (superseded) this.#post();
  }

  /** @param {string} reason */
  fail(reason) {
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#next = undefined;
    this.#waiting = false;
    this.failed = reason;
    this.done = true;
    this.#take([], false, true, this.#task);
  }
}
