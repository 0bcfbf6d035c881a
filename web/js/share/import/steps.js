import { reasonOf } from '../../base/format.js';
import { makeCurrent, readCurrent } from './current.js';

/**
 * Reading a current in steps, for a worker as for the page: how far it is, then the answer or what is wrong. The last
 * reading is kept, as choices follow.
 *
 * @typedef {{ part: number } | { answer: import('./current.js').Answer } | { fault: string }} Step
 */

/** @type {{ number: number, reading: import('./current.js').Reading } | undefined} */
let held;

/** Whether the text of this number has been read, and is known. @param {number} number */
export function isHeld(number) {
  return held?.number === number;
}

/**
 * @param {number} number of the source: another text has another one
 * @param {string | Uint8Array | undefined} source may be left out if it is held
 * @param {import('./current.js').Choice} choice
 * @returns {Generator<Step, void>}
 */
export function* currentSteps(number, source, choice) {
  try {
    if (!isHeld(number)) {
      held = undefined;
      const reading = yield* parts(readCurrent(source ?? '', choice.comma));
      held = { number, reading };
    }
    const { reading } = /** @type {NonNullable<typeof held>} */ (held);
    const made = yield* parts(makeCurrent(reading, choice));
    held = { number, reading: made.reading };
    yield { answer: made.answer };
  } catch (error) {
    yield { fault: reasonOf(error) };
  }
}

/** @template T @param {Generator<number, T>} work @returns {Generator<Step, T>} */
function* parts(work) {
  for (;;) {
    const { done, value } = work.next();
    if (done) return /** @type {T} */ (value);
    yield { part: /** @type {number} */ (value) };
  }
}
