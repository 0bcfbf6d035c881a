// What is handed over: the four experiments as they start, and ten seeded random states with all kinds of input.

import { experiments, startValues } from '../../web/js/model/experiments/index.js';
import { caseTitle, experimentTitle } from '../../web/js/words/en/experiments.js';

/** The cases of an experiment as it starts, with the titles they have on the page. @param {import('../../web/js/model/types.js').Experiment} experiment */
const requestsOf = (experiment) =>
  experiment.cases(startValues(experiment)).map((each) => ({ ...each, title: caseTitle(each) }));

/** @param {number} seed @returns {() => number} in [0, 1): mulberry32 */
export function random(seed) {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** @param {() => number} next @param {string} kind @param {number} scale nA: what it takes to fire */
function component(next, kind, scale) {
  const between = (low, high) => Number((low + (high - low) * next()).toFixed(3));
  const window = next() < 0.4 ? { start: between(0, 40), stop: between(50, 130) } : {};
  const amplitude = between(1.2 * scale, 3 * scale);
  if (kind === 'constant') return { kind, amplitude, ...window };
  if (kind === 'ramp') return { kind, amplitude: between(scale / 40, scale / 15), ...window };
  if (kind === 'sine')
    return { kind, amplitude, frequency: between(5, 200), phase: between(0, 6.28), ...window };
  if (kind === 'exponential') return { kind, amplitude: 2 * amplitude, tau: between(5, 80), ...window };
  const values = Array.from({ length: 12 }, () => between(0, 5 * scale));
  return { kind, values, interval: between(4, 12), start: between(0, 20) };
}

/**
 * @param {number} seed
 * @param {'exact' | 'euler' | 'rk4'} method
 * @returns {import('../../web/js/model/request.js').Request}
 */
export function randomRequest(seed, method) {
  const next = random(seed);
  const between = (low, high) => Number((low + (high - low) * next()).toFixed(3));
  const R = between(1, 20);
  const C = between(2, 20) / R;
  const u_rest = between(-70, -60);
  const theta = u_rest + between(5, 15);
  const neuron = {
    R,
    C,
    u_rest,
    theta,
    u_reset: u_rest - between(0, 5),
    u_0: u_rest + between(0, 4),
    t_ref: next() < 0.5 ? 0 : between(0, 4),
  };
  const kinds = ['constant', 'ramp', 'sine', 'exponential', 'samples'];
  const scale = (theta - u_rest) / R;
  const input = [component(next, kinds[seed % kinds.length], scale)];
  while (next() < 0.5 && input.length < 3) {
    const more = component(next, kinds[Math.floor(next() * kinds.length)], 0.5 * scale);
    input.push(more);
  }
  return { neuron, input, method, dt: method === 'exact' ? 0.1 : 0.02, duration: 120 };
}

/** Seeds whose states fire, with every kind of input and window; euler and rk4 where the input has no edges. */
const seeds = /** @type {const} */ ([
  [101, 'exact'],
  [104, 'exact'],
  [106, 'exact'],
  [139, 'exact'],
  [135, 'euler'],
  [116, 'exact'],
  [122, 'exact'],
  [113, 'rk4'],
  [128, 'exact'],
  [137, 'exact'],
]);

/** @type {{ id: string, title: string, requests: { title: string, request: object }[] }[]} */
export const states = [
  ...experiments.map((each) => ({
    id: each.id,
    title: experimentTitle(each.id),
    requests: requestsOf(each),
  })),
  ...seeds.map(([seed, method]) => ({
    id: `random-${seed}`,
    title: `Random state ${seed}`,
    requests: [{ title: '', request: randomRequest(seed, method) }],
  })),
];
