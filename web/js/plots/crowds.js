import { lowerBound } from '../base/sorted.js';
import { zoomed } from '../state/zoom.js';

/**
 * Where spikes are too near to each other to be drawn one by one: their strokes would be one black bar.
 *
 * @typedef {{ first: number, last: number }} Crowd times of its first and last spike, ms
 * @typedef {import('../state/zoom.js').Span} Span
 *
 * @typedef {object} Note that spikes crowd in a row
 * @property {number} row its index
 * @property {number} run
 * @property {number} count of spikes in the window, by the method chosen
 * @property {number} x where the row's title ends, px of the canvas
 * @property {number} y its middle
 */

/** Spikes nearer than so many px crowd: their strokes are wider than what they leave between them. */
export const APART = 3;
/** Fewer are a burst, whose strokes may touch. */
const LEAST = 8;
/** So far apart spikes are easy to see, px. */
const CLEAR = 12;

/**
 * @param {Float64Array} spikes ms
 * @param {Span} span that is drawn
 * @param {number} columns px
 * @returns {Crowd[]} those of the span, in order
 */
export function crowdsOf(spikes, { from, to }, columns) {
  const near = (APART * (to - from)) / columns;
  const start = Math.max(lowerBound(spikes, from) - 1, 0);
  const crowds = [];
  let first = start;
  for (let at = start; at < spikes.length && spikes[at] <= to; at += 1) {
    if (spikes[at + 1] - spikes[at] < near) continue;
    if (at - first + 1 >= LEAST) crowds.push({ first: spikes[first], last: spikes[at] });
    first = at + 1;
  }
  const end = Math.min(lowerBound(spikes, to), spikes.length - 1);
  if (end - first + 1 >= LEAST) crowds.push({ first: spikes[first], last: spikes[end] });
  return crowds;
}

/**
 * Spikes within a span.
 * @param {Float64Array} spikes ms
 * @param {Span} span
 */
export function countIn(spikes, { from, to }) {
  return lowerBound(spikes, to) - lowerBound(spikes, from);
}

/**
 * A part of a span in which the spikes of a crowd stand apart.
 * @param {Float64Array} spikes ms
 * @param {Crowd[]} crowds of them in the span, at least one
 * @param {Span} span
 * @param {number} columns px
 * @param {number} wanted ms, within the span: the crowd nearest to it is shown, there where it is nearest
 * @param {number} duration of the run, ms
 * @returns {Span}
 */
export function apart(spikes, crowds, span, columns, wanted, duration) {
  const [{ at: nearest, first, last }] = crowds
    .map((crowd) => ({
      ...crowd,
      at: Math.min(Math.max(wanted, crowd.first, span.from), crowd.last, span.to),
    }))
    .sort((a, b) => Math.abs(a.at - wanted) - Math.abs(b.at - wanted));
  const middle = lowerBound(spikes, nearest);
  const before = Math.max(middle - 3, lowerBound(spikes, first));
  const after = Math.min(middle + 3, lowerBound(spikes, last));
  const interval = (spikes[after] - spikes[before]) / (after - before);
  let factor = Math.min((columns / CLEAR) * (interval / (span.to - span.from)), 0.5);
  let part = span;
  for (let tries = 0; tries < 8; tries += 1, factor /= 2) {
    part = zoomed(span, factor, nearest, duration) ?? span;
    if (!crowdsOf(spikes, part, columns).length) break;
  }
  return part;
}
