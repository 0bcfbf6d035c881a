import { reasonOf } from '../base/format.js';
import { LONGEST } from '../share/import/table.js';
import { currentSteps } from '../share/import/steps.js';
import { Job } from '../simulator/job.js';
import { tooLong } from '../words/en/current-file.js';
import { workerStopped } from '../words/en/current-dialog.js';

/** Characters or bytes that are read at once; more is the worker's. */
const AT_ONCE = 150_000;

/**
 * Reads what is brought: small texts here and now, long ones in the worker.
 *
 * @typedef {import('../share/import/current.js').Choice} Choice
 * @typedef {import('../share/import/current.js').Answer} Answer
 *
 * @param {{ progress: (part: number) => void, answered: (answer: Answer) => void, refused: (fault: string) => void }} events
 */
export function createReader({ progress, answered, refused }) {
  let number = 0;
  /** @type {string | File | Uint8Array} */
  let source = '';
  let large = false;
  let busy = false;

  /** @param {import('../share/import/steps.js').Step} step */
  function take(step) {
    if ('part' in step) return progress(step.part);
    busy = false;
    if ('fault' in step) refused(step.fault);
    else answered(step.answer);
  }

  /** @type {Job<import('../share/import/steps.js').Step>} */
  const job = new Job('current', (steps, first, done) => {
    for (const step of steps) take(step);
    if (!busy || !done) return;
    busy = false;
    if (job.failed) refused(workerStopped(job.failed));
  });

  /** @param {Choice} choice */
  function ask(choice) {
    busy = true;
    if (large) {
      progress(0);
      const file = source instanceof File ? source : new Blob([/** @type {BlobPart} */ (source)]);
      if (!job.ask({ kind: 'current', file, number, choice })) busy = false;
      return;
    }
    for (const step of currentSteps(number, /** @type {string | Uint8Array} */ (source), choice)) take(step);
  }

  return {
    get busy() {
      return busy;
    },
    /** Reads something new. @param {string | File} what @param {Choice} choice */
    async read(what, choice) {
      job.cancel();
      number += 1;
      const here = number;
      const size = typeof what === 'string' ? what.length : what.size;
      large = size > AT_ONCE;
      source = what;
      busy = false;
      if (size > LONGEST) return refused(tooLong(size, LONGEST));
      if (what instanceof File && !large) {
        busy = true;
        try {
          const bytes = new Uint8Array(await what.arrayBuffer());
          if (here !== number) return;
          source = bytes;
        } catch (error) {
          if (here === number) take({ fault: reasonOf(error) });
          return;
        }
      }
      ask(choice);
    },
    /** Makes it again, with another choice. */
    ask,
    stop() {
      number += 1;
      busy = false;
      job.cancel();
    },
  };
}
