/**
 * The worker that computes the convergence plot, and what it has answered so far. Only the newest question counts.
 *
 * @typedef {import('../numerics/convergence.js').Point} Point
 * @typedef {{ points: Point[], done: boolean, failed: string }} Progress
 */
export class ConvergenceJob {
  /** @type {Worker | undefined} */
  #worker;
  #id = 0;
  #asked = '';
  #fresh = false;
  #changed;
  /** @type {Progress} */
  progress = { points: [], done: false, failed: '' };

  /** @param {() => void} changed called whenever there is more to show */
  constructor(changed) {
    this.#changed = changed;
  }

  /**
   * Asks for the points of these requests, unless they are what was asked last.
   * @param {import('../types.js').FullRequest[]} requests
   */
  ask(requests) {
    const asked = JSON.stringify(requests);
    if (asked === this.#asked || this.progress.failed) return;
    this.#asked = asked;
    this.#fresh = true;
    this.progress = { ...this.progress, done: false };
    this.#post({ id: ++this.#id, requests });
  }

  /** Ends the work under way. */
  cancel() {
    if (!this.progress.done) this.#asked = '';
    this.#post({ id: ++this.#id });
  }

  /** @param {import('../worker.js').Question} question */
  #post(question) {
    if (this.progress.failed) return;
    try {
      this.#worker ??= this.#start();
      this.#worker.postMessage(question);
    } catch (error) {
      this.#fail(String(error));
    }
  }

  #start() {
    // worker.js is bundled beside the module this becomes part of.
    const worker = new Worker(new URL('worker.js', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }) => this.#receive(data));
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      this.#fail(event.message || 'its script did not load');
    });
    return worker;
  }

  /** @param {import('../worker.js').Answer} answer */
  #receive({ id, points, done, failed }) {
    if (id !== this.#id) return;
    if (failed) return this.#fail(failed);
    const before = this.#fresh ? [] : this.progress.points;
    this.#fresh = false;
    this.progress = { points: [...before, ...points], done, failed: '' };
    this.#changed();
  }

  /** @param {string} failed */
  #fail(failed) {
    this.#worker?.terminate();
    this.progress = { points: [], done: true, failed };
    this.#changed();
  }
}
