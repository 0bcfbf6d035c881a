import { gridMethods } from '../model/methods.js';
import { spikeErrors } from '../runs/spike-errors.js';

/**
 * How the error of the grid methods falls with dt: what is measured, and in what order.
 *
 * @typedef {import('../model/types.js').FullRequest} FullRequest
 * @typedef {import('../simulator/simulator.js').Simulator} Simulator
 * @typedef {{ method: string, dt: number, error: number }} Point error is NaN where there is nothing to compare
 * @typedef {'spike' | 'end'} Measure the largest error of a paired spike's time, ms, over all runs; or where the
 *   exact runs have no spike, the largest error of u at the end, mV
 */

/** dt, ms: the slider's range, the coarse and cheap ones first. */
export const steps = Array.from({ length: 13 }, (_, k) => 5 * 2 ** -k);

/**
 * @param {{ spikes: Float64Array }[]} exact
 * @returns {Measure}
 */
export function measureOf(exact) {
  return exact.some(({ spikes }) => spikes.length) ? 'spike' : 'end';
}

/**
 * The error of a view of a grid run, in the measure.
 * @param {Simulator} iaf
 * @param {Measure} measure
 * @param {FullRequest} request
 * @param {{ t: Float64Array, u: Float64Array, spikes: Float64Array }} view
 * @param {{ spikes: Float64Array }} exact
 */
export function errorOf(iaf, measure, request, view, exact) {
  if (measure === 'spike') return Math.abs(spikeErrors(view.spikes, exact.spikes).largest);
  const last = view.t.length - 1;
  const end = Math.min(view.t[last], request.duration); // n dt may round to more
  const { u_at_probe } = iaf.simulate({ ...request, method: 'exact', dt: request.duration, probe: [end] });
  const error = Math.abs(view.u[last] - u_at_probe[0]);
  return Number.isNaN(error) ? Infinity : error;
}

/**
 * The larger of two errors; NaN, where there was nothing to compare, counts for nothing.
 * @param {number} a
 * @param {number} b
 */
export function larger(a, b) {
  return a >= b || Number.isNaN(b) ? a : b;
}

/**
 * All points of the convergence plot, one by one; between any two pieces of work it yields, with a point or with
 * nothing, so that whoever drives it may stop.
 * @param {Simulator} iaf
 * @param {FullRequest[]} requests
 * @returns {Generator<Point | undefined, void>}
 */
export function* convergence(iaf, requests) {
  const exact = requests.map((request) => iaf.view({ ...request, method: 'exact' }, { columns: 1 }));
  const measure = measureOf(exact);
  for (const dt of steps) {
    for (const { value: method } of gridMethods) {
      let error = NaN;
      for (const [index, each] of requests.entries()) {
        if (dt > each.duration || (measure === 'spike' && !exact[index].spikes.length)) continue;
        const request = { ...each, method, dt };
        const view = viewIfAllowed(iaf, request);
        if (view) error = larger(error, errorOf(iaf, measure, request, view, exact[index]));
        yield;
      }
      yield { method, dt, error };
    }
  }
}

/** Nothing where there are more steps than the simulator takes. @param {Simulator} iaf @param {FullRequest} request */
function viewIfAllowed(iaf, request) {
  try {
    return iaf.view(request, { columns: 1 });
  } catch (error) {
    if (error instanceof Error && 'issues' in error) return undefined;
    throw error;
  }
}

/**
 * The order of a method as seen: the slope of log error against log dt, by least squares over the finest six steps
 * whose errors stand clear of rounding. NaN if they are fewer than three.
 * @param {Point[]} points of one method, coarse ones first
 * @param {number} tau_m ms
 */
export function orderSeen(points, tau_m) {
  const usable = points.filter(({ dt, error }) => dt <= tau_m / 2 && error > 1e-12).slice(-6);
  const n = usable.length;
  if (n < 3) return NaN;
  const xs = usable.map(({ dt }) => Math.log(dt));
  const ys = usable.map(({ error }) => Math.log(error));
  const mean = (/** @type {number[]} */ values) => values.reduce((sum, value) => sum + value, 0) / n;
  const [x, y] = [mean(xs), mean(ys)];
  const covariance = xs.reduce((sum, each, i) => sum + (each - x) * (ys[i] - y), 0);
  return covariance / xs.reduce((sum, each) => sum + (each - x) ** 2, 0);
}
