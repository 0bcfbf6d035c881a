/**
 * The part of a run that is drawn, as arithmetic. null stands for the whole.
 *
 * @typedef {{ from: number, to: number }} Span ms
 */

/** What a press of a zoom button or key multiplies the time drawn by. */
export const ZOOM_STEP = 2;
/** A time so near to a span, in lengths of it, is next to it. */
const NEAR = 0.1;

/**
 * The shortest time that is worth a plot: below it, the rounding of t shows.
 * @param {number} duration ms
 */
export function leastWindow(duration) {
  return Math.max(1e-9 * duration, 1e-6);
}

/**
 * A span made longer or shorter about a time that stays where it is.
 * @param {Span} span
 * @param {number} factor of its length
 * @param {number} about ms
 * @param {number} duration of the run, ms
 */
export function zoomed({ from, to }, factor, about, duration) {
  const length = Math.max((to - from) * factor, leastWindow(duration));
  const part = (about - from) / (to - from);
  return within({ from: about - part * length, to: about + (1 - part) * length }, duration);
}

/**
 * A span moved by a part of its length.
 * @param {Span} span
 * @param {number} part
 * @param {number} duration ms
 */
export function panned({ from, to }, part, duration) {
  const by = Math.min(Math.max(part * (to - from), -from), duration - to);
  return within({ from: from + by, to: to + by }, duration);
}

/**
 * A span moved just so far that it holds a time; onto the middle, if that is far from it.
 * @param {Span} span
 * @param {number} t ms
 * @param {number} duration ms
 */
export function holding({ from, to }, t, duration) {
  const part = (t - from) / (to - from);
  if (part >= 0 && part <= 1) return isWhole(to - from, duration) ? null : { from, to };
  if (part < -NEAR || part > 1 + NEAR) return panned({ from, to }, part - 0.5, duration);
  return panned({ from, to }, part < 0 ? part : part - 1, duration);
}

/** @param {number} length @param {number} duration ms */
function isWhole(length, duration) {
  return length >= duration * (1 - 1e-9);
}

/** @param {Span} span @param {number} duration @returns {Span | null} */
function within({ from, to }, duration) {
  const length = to - from;
  if (isWhole(length, duration)) return null;
  const start = Math.min(Math.max(from, 0), duration - length);
  // Finer than any screen, and short in a link.
  const grain = 10 ** (Math.floor(Math.log10(length)) - 5);
  const round = (/** @type {number} */ t) => Number((Math.round(t / grain) * grain).toPrecision(15));
  return { from: Math.max(round(start), 0), to: Math.min(round(start + length), duration) };
}
