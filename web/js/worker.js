import { convergence } from './numerics/convergence.js';
import { loadSimulator } from './simulator.js';

/**
 * The convergence plot's points, computed off the main thread. A message `{ id, requests }` asks for them and ends
 * what was asked before; one without requests only ends it. Answers carry the id: `{ id, points, done }`.
 *
 * @typedef {{ id: number, requests?: import('./types.js').FullRequest[] }} Question
 * @typedef {{ id: number, points: import('./numerics/convergence.js').Point[], done: boolean, failed?: string }} Answer
 */

/** So long it may work before it looks for messages, ms. */
const BREATH_MS = 12;

const simulator = loadSimulator();
let latest = 0;

/** @param {Answer} answer */
const answer = (answer) => self.postMessage(answer);

self.addEventListener('message', async (/** @type {MessageEvent<Question>} */ { data }) => {
  const { id, requests } = data;
  latest = id;
  if (!requests) return;
  try {
    await compute(id, requests);
  } catch (error) {
    answer({ id, points: [], done: true, failed: error instanceof Error ? error.message : String(error) });
  }
});

/** @param {number} id @param {import('./types.js').FullRequest[]} requests */
async function compute(id, requests) {
  const iaf = await simulator;
  /** @type {import('./numerics/convergence.js').Point[]} */
  let points = [];
  let rested = performance.now();
  for (const point of convergence(iaf, requests)) {
    if (id !== latest) return;
    if (point) points.push(point);
    if (performance.now() - rested < BREATH_MS) continue;
    if (points.length) answer({ id, points, done: false });
    points = [];
    await new Promise((resolve) => setTimeout(resolve));
    rested = performance.now();
  }
  if (id === latest) answer({ id, points, done: true });
}
