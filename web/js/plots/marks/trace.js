import { lowerBound } from '../../base/sorted.js';
import { APART } from '../crowds.js';
import { fillBand, strokeLine } from './lines.js';
import { MarkController } from './mark.js';

/**
 * A line through all points of a trace, and a band where its spikes crowd.
 *
 * @typedef {object} Trace
 * @property {'trace'} type
 * @property {Float64Array} t ms
 * @property {Float64Array} values
 * @property {string} colour
 * @property {number} width px; 0 for none but the dots
 * @property {boolean} [dots] whether there is a dot at each point, where they stand apart
 * @property {import('../crowds.js').Crowd[]} [crowds]
 * @property {Peaks | null} [peaks] what a trace on a grid leaves out
 *
 * @typedef {object} Peaks at a spike's step a run on a grid is already reset: there its line goes up to theta first
 * @property {Float64Array} spikes ms
 * @property {number} theta
 * @property {number} u_reset
 *
 * @typedef {import('./mark.js').Plane} Plane
 * @typedef {import('./lines.js').Points} Points
 */

/** More points than so many a pixel are drawn as the extremes of each pixel column. */
const DENSE = 8;
/** What an unstable run throws out of the row is held so near it, px. */
const OUTSIDE = 1000;

export class TraceController extends MarkController {
  static id = 'trace';

  /** @param {Plane} plane @param {Trace} trace */
  paint(plane, trace) {
    if (trace.width) clipped(plane, () => drawLine(plane, trace));
    if (trace.dots) drawDots(plane, trace);
  }
}

/**
 * Draws inside the row only: at a zoom, traces begin and end outside it.
 * @param {Plane} plane
 * @param {() => void} draw
 */
function clipped({ ctx, left, right, top, bottom }, draw) {
  ctx.save();
  ctx.beginPath();
  ctx.rect(left - 0.5, top - 2, right - left + 1, bottom - top + 4);
  ctx.clip();
  draw();
  ctx.restore();
}

/** @param {Plane} plane @param {Trace} trace */
function drawLine(plane, trace) {
  const { ctx, x } = plane;
  const { colour, width, crowds = [] } = trace;
  const points = pointsOf(plane, trace);
  const end = points.xs.length - 1;
  let from = 0;
  for (const { first, last } of crowds) {
    const start = Math.min(lowerBound(points.xs, x(first)), end);
    const stop = Math.max(lowerBound(points.xs, x(last) + 1e-6) - 1, start);
    if (stop === start) continue;
    strokeLine(ctx, points, from, start, colour, width);
    fillBand(ctx, points, start, stop, colour, APART);
    from = stop;
  }
  strokeLine(ctx, points, from, end, colour, width);
}

/** @param {Plane} plane @param {Trace} trace @returns {Points} */
function pointsOf(plane, { t, values, peaks }) {
  if (peaks) return withPeaks(plane, t, values, peaks);
  const { x, y, left, right } = plane;
  if (t.length <= DENSE * (right - left)) return { xs: t.map(x), ys: values.map(y) };
  return thinned(plane, t, values);
}

/**
 * The first, least, greatest and last point of each pixel column, which look the same as all.
 * @param {Plane} plane @param {Float64Array} t @param {Float64Array} values @returns {Points}
 */
function thinned({ x, y }, t, values) {
  /** @type {number[]} */
  const xs = [];
  /** @type {number[]} */
  const ys = [];
  for (let i = 0; i < t.length; ) {
    const column = Math.floor(x(t[i]));
    const first = values[i];
    let [least, greatest, last] = [first, first, first];
    for (; i < t.length && x(t[i]) < column + 1; i += 1) {
      last = values[i];
      if (last < least) least = last;
      if (last > greatest) greatest = last;
    }
    for (const value of [first, greatest, least, last]) {
      xs.push(column + 0.5);
      ys.push(y(value));
    }
  }
  return { xs: new Float64Array(xs), ys: new Float64Array(ys) };
}

/** @param {Plane} plane @param {Float64Array} t @param {Float64Array} u @param {Peaks} peaks @returns {Points} */
function withPeaks({ x, y, top, bottom }, t, u, { spikes, theta, u_reset }) {
  const [up, down] = [y(theta), y(u_reset)];
  const [highest, lowest] = [top - OUTSIDE, bottom + OUTSIDE];
  /** @type {number[]} */
  const xs = [];
  /** @type {number[]} */
  const ys = [];
  let spike = lowerBound(spikes, t[0]);
  let before = NaN;
  for (let i = 0; i < t.length; i += 1) {
    for (; spike < spikes.length && spikes[spike] <= t[i]; spike += 1) {
      const at = x(spikes[spike]);
      if (Math.abs(at - before) < 0.25) continue;
      before = at;
      xs.push(at, at);
      ys.push(up, down);
    }
    xs.push(x(t[i]));
    ys.push(Math.min(Math.max(y(u[i]), highest), lowest));
  }
  return { xs: new Float64Array(xs), ys: new Float64Array(ys) };
}

/**
 * A dot at each point inside the row, where they stand apart.
 * @param {Plane} plane
 * @param {Trace} trace
 */
function drawDots({ ctx, x, y, left, right, top, bottom }, { t, values, colour }) {
  if (t.length < 2 || x(t[1]) - x(t[0]) < 6) return;
  ctx.beginPath();
  for (let i = 0; i < t.length; i += 1) {
    const [at, height] = [x(t[i]), y(values[i])];
    if (!(height >= top && height <= bottom && at >= left && at <= right)) continue;
    ctx.moveTo(at + 2.25, height);
    ctx.arc(at, height, 2.25, 0, 2 * Math.PI);
  }
  ctx.fillStyle = colour;
  ctx.fill();
}
