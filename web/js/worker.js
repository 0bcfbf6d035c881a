import { reasonOf } from './base/format.js';
import { convergence } from './studies/convergence.js';
import { sweepRates } from './studies/rates.js';
import { currentSteps, isHeld } from './share/import/steps.js';
import { loadSimulator } from './simulator/simulator.js';

/**
 * Long work, off the main thread. A message `{ slot, id, task }` asks for it and ends what was asked before in that
 * slot; one without a task only ends it. Answers carry slot and id, and the pieces that are new.
 *
 * @typedef {import('./model/types.js').FullRequest} FullRequest
 *
 * @typedef {(
 *   | { kind: 'convergence', requests: FullRequest[] }
 *   | { kind: 'rates', sweep: import('./studies/rates.js').Sweep }
 *   | { kind: 'current', file: Blob, number: number, choice: import('./share/import/current.js').Choice }
 *   | { kind: 'views', requests: FullRequest[], window: import('./model/types.js').Window }
 * )} Task
 * @typedef {import('./simulator/job.js').Answer} Answer
 */

/** So long it may work before it looks for messages, ms. */
const BREATH_MS = 12;

const simulator = loadSimulator();
/** @type {Map<string, number>} */
const latest = new Map();

/** @param {Answer} answer */
const answer = (answer) => self.postMessage(answer);

self.addEventListener(
  'message',
  async (/** @type {MessageEvent<{ slot: string, id: number, task?: Task }>} */ { data }) => {
    const { slot, id, task } = data;
    latest.set(slot, id);
    if (!task) return;
    try {
      await compute(slot, id, task);
    } catch (error) {
      const failed = reasonOf(error);
      answer({ slot, id, pieces: [], done: true, failed });
    }
  },
);

/**
 * The task as pieces; between any two it may be stopped.
 * @param {import('./simulator/simulator.js').Simulator} iaf
 * @param {Task} task
 * @param {Uint8Array | undefined} bytes of its file
 * @returns {Generator<unknown>}
 */
function* piecesOf(iaf, task, bytes) {
  if (task.kind === 'current') yield* currentSteps(task.number, bytes, task.choice);
  else if (task.kind === 'convergence') yield* convergence(iaf, task.requests);
  else if (task.kind === 'rates') yield* sweepRates(iaf, task.sweep);
  else for (const request of task.requests) yield iaf.view(request, task.window);
}

/** @param {string} slot @param {number} id @param {Task} task */
async function compute(slot, id, task) {
  const iaf = await simulator;
  const wanted = task.kind === 'current' && !isHeld(task.number);
  let bytes;
  try {
    bytes = wanted ? new Uint8Array(await task.file.arrayBuffer()) : undefined;
  } catch (error) {
    return answer({ slot, id, pieces: [{ fault: reasonOf(error) }], done: true }); // a folder, or gone
  }
  /** @type {unknown[]} */
  let pieces = [];
  let rested = performance.now();
  for (const piece of piecesOf(iaf, task, bytes)) {
    if (id !== latest.get(slot)) return;
    if (piece !== undefined) pieces.push(piece);
    if (performance.now() - rested < BREATH_MS) continue;
    if (pieces.length) answer({ slot, id, pieces, done: false });
    pieces = [];
    await new Promise((resolve) => setTimeout(resolve));
    rested = performance.now();
  }
  if (id === latest.get(slot)) answer({ slot, id, pieces, done: true });
}
