// The grid in time of a script: its step, and what spikes on such a grid cost.

import { currentOf } from '../../../model/inputs/index.js';
import { edges } from './cases.js';
import { brief } from './numbers.js';
import * as words from '../../../words/en/scripts/python.js';

/** @typedef {import('./cases.js').Case} Case */

/** Steps a script may take, so that it ends in seconds to minutes. */
const mostSteps = 2e6;

/** Steps it may take to have fewer spikes missing: as many as cost little. */
const cheapSteps = 1e5;

/** Evaluations of a component, and spikes, that are gone through here, while somebody waits for the script. */
const countable = 1e6;

/**
 * The step of a script, one for all of its cases: that of euler and rk4 is the request's; exact has none, so there it is
 * `fine`, or less where a time constant asks for it: the next below of 1, 2, 5 · 10^k ms.
 * @param {Case[]} cases
 * @param {number} fine ms
 */
export function scriptStep(cases, fine) {
  const wanted = cases.map(({ method, dt, neuron, duration }) => {
    if (method !== 'exact') return dt;
    const needed = Math.min(fine, (neuron.R * neuron.C) / 50);
    return roundDown(Math.max(needed, duration / mostSteps));
  });
  return Math.min(...wanted);
}

/**
 * The step of a script whose spikes lie on the grid. Each of n spikes comes up to a step late, and the next starts from
 * there; so for exact the step is at most duration/(2 n²): all delays together are less than half an interval, and the
 * number of spikes is right, or nearly so. But not so short that it would take many more than `cheapSteps`.
 * @param {Case[]} cases
 * @param {number} fine ms
 */
export function gridStep(cases, fine) {
  const step = scriptStep(cases, fine);
  const wanted = cases.map((each) => {
    const n = each.method === 'exact' && exactSpikes(each)?.length;
    if (!n) return step;
    const needed = Math.max(each.duration / (2 * n * n), each.duration / cheapSteps);
    return needed < step ? roundDown(needed) : step;
  });
  return Math.min(...wanted);
}

/** @param {number} step */
function roundDown(step) {
  const decade = Math.floor(Math.log10(step) + 1e-9);
  const mantissa = [5, 2, 1].find((m) => Number(`${m}e${decade}`) <= step * (1 + 1e-9)) ?? 1;
  return Number(`${mantissa}e${decade}`);
}

/**
 * How a method takes a step of x time constants: the share of the way to the steady potential that u goes, for the
 * current at this part of the step. `exact` is `exponential` with its crossings found inside the steps.
 */
const rules = {
  forward: { at: 0, share: (/** @type {number} */ x) => x },
  exponential: { at: 0.5, share: (/** @type {number} */ x) => -Math.expm1(-x) },
  backward: { at: 0.5, share: (/** @type {number} */ x) => x / (1 + x) },
  exact: { at: 0.5, share: (/** @type {number} */ x) => -Math.expm1(-x) },
};

/**
 * The points in time a method goes to, ms, increasing: the grid; for exact also every edge of the input, and the end.
 * @param {Case} each
 * @param {{ dt: number, method: keyof typeof rules }} how
 */
function pointsOf(each, { dt, method }) {
  const count = Math.floor(each.duration / dt + 1e-9);
  const points = Array.from({ length: count + 1 }, (_, i) => i * dt);
  return method === 'exact' ? points.concat(edges(each), each.duration).sort((a, b) => a - b) : points;
}

/**
 * Where a method finds the spikes of a case, ms: at grid points, or for `exact` where u crosses, for a current that is
 * constant from point to point.
 * @param {Case} each
 * @param {{ dt: number, method: keyof typeof rules }} how dt: ms
 * @returns {number[] | null} null for what ends late or never: a reset at theta, millions of steps or spikes
 */
export function spikeTimes(each, { dt, method }) {
  const { R, C, u_rest, u_reset, theta, u_0, t_ref } = each.neuron;
  const evaluations = (each.duration / dt) * Math.max(each.input.length, 1);
  if (!(u_reset < theta && evaluations <= countable)) return null;
  const { at, share } = rules[method];
  const exact = method === 'exact';
  const hold = exact ? t_ref : Math.ceil(t_ref / dt - 1e-9) * dt;
  const points = pointsOf(each, { dt, method });
  /** @type {number[]} */
  const spikes = [];
  let u = u_0;
  let held = 0; // until then u stays at u_reset
  for (let i = 0; i + 1 < points.length; i++) {
    const end = points[i + 1];
    const middle = points[i] + at * (end - points[i]);
    const steady = u_rest + R * each.input.reduce((sum, component) => sum + currentOf(component, middle), 0);
    let now = Math.max(points[i], held);
    while (now < end) {
      const next = u + (steady - u) * share((end - now) / (R * C));
      if (next < theta || steady <= theta) {
        u = next;
        break;
      }
      now = exact ? now - R * C * Math.log1p(-(theta - u) / (steady - u)) : end;
      spikes.push(now);
      if (spikes.length > countable) return null;
      u = u_reset;
      now = held = now + hold;
    }
  }
  return spikes;
}

/** @param {Case} each */
function exactSpikes(each) {
  return spikeTimes(each, { dt: scriptStep([{ ...each, method: 'exact' }], 0.01), method: 'exact' });
}

/**
 * What the delays of a grid add up to, for a comment: a line for every case that spikes; none if none does.
 * @param {Case[]} cases
 * @param {{ dt: number, method: 'forward' | 'exponential' | 'backward' }} how
 * @param {string} [head] the line above these
 * @returns {string[]}
 */
export function delayLines(cases, how, head = words.delaysHead) {
  const lines = cases.flatMap((each) => {
    const exact = exactSpikes(each);
    const found = spikeTimes(each, how);
    if (!exact || !found) return [`    ${words.moreWithEverySpike(each.name, brief(how.dt))}`];
    if (exact.length + found.length === 0) return [];
    const last = Math.min(exact.length, found.length);
    const late = last === 0 ? 0 : found[last - 1] - exact[last - 1];
    const counts = { found: found.length, there: exact.length, last };
    return [`    ${words.delayOf(each.name, { ...counts, off: brief(Math.abs(late)), early: late < 0 })}`];
  });
  return lines.length ? [head, ...lines] : [];
}
