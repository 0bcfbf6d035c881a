import { lowerBound } from '../base/sorted.js';

/**
 * @typedef {import('../model/types.js').Picture} Picture
 * @typedef {import('../model/types.js').Reading} Reading
 * @typedef {import('../simulator/simulator.js').Simulator} Simulator
 */

/** The simulator runs nothing shorter, ms. */
const SHORTEST = 1e-12;

/**
 * I and u at one time, on every run. The exact method is asked for that very instant; a grid method's trace is
 * read between its points.
 * @param {Simulator} iaf
 * @param {Picture} picture
 * @param {number} t ms
 * @returns {Reading}
 */
export function readAt(iaf, { runs, window }, t) {
  let spike = false;
  const points = runs.map(({ request, view, drawn }) => {
    const at = lowerBound(view.spikes, t);
    const fires = view.spikes[at] === t;
    spike ||= fires;
    const { u, current } =
      request.method === 'exact' && t >= SHORTEST
        ? lastSample(iaf.simulate({ ...request, duration: t, dt: t }))
        : between(inside(drawn.view, t) ? drawn.view : view, t);
    return { current, u: fires ? request.neuron.theta : u };
  });
  const perPixel = (window.to - window.from) / window.columns;
  const digits = Math.min(Math.max(Math.ceil(Math.log10(window.to / perPixel)), 6), 15);
  return { t, spike, points, digits };
}

/** @param {import('../model/types.js').View} view @param {number} t */
function inside({ t: times }, t) {
  return times[0] <= t && t <= times[times.length - 1];
}

/** @param {{ u: Float64Array, current: Float64Array }} run */
function lastSample({ u, current }) {
  return { u: u[u.length - 1], current: current[current.length - 1] };
}

/** @param {import('../model/types.js').View} view @param {number} t */
function between({ t: times, u, current }, t) {
  const right = Math.min(Math.max(lowerBound(times, t), 1), times.length - 1);
  const left = Math.max(right - 1, 0); // a step longer than the run leaves one point
  const span = times[right] - times[left];
  const part = span > 0 ? Math.min(Math.max((t - times[left]) / span, 0), 1) : 1;
  const mix = (/** @type {Float64Array} */ values) => values[left] + part * (values[right] - values[left]);
  return { u: mix(u), current: mix(current) };
}
