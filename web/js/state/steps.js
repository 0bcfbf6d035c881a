/**
 * A control's slider as arithmetic: where values lie along it, between which ends, and at which of them it stops.
 *
 * @typedef {import('../model/types.js').Control} Control
 * @typedef {{ min: number, max: number }} Ends of a slider, in the control's unit
 */

/** What a value beyond an end moves it to is one of these digits and zeros. */
const ROUND = [1, 2, 5, 10];

/**
 * Where a value lies along the slider, and which value lies there. On a logarithmic one a place means the nearest
 * number of two digits.
 * @type {Record<'linear' | 'log', { place: (value: number) => number, value: (place: number) => number }>}
 */
const scales = {
  linear: { place: (value) => value, value: (place) => Number(place.toPrecision(12)) },
  log: {
    place: (value) => Math.log10(Math.max(value, Number.MIN_VALUE)),
    value: (place) => Number((10 ** place).toPrecision(2)),
  },
};

/** @param {Pick<Control, 'scale'>} control */
export function scaleOf({ scale }) {
  return scales[scale ?? 'linear'];
}

/**
 * The ends of a slider that holds a value: the control's own, and where that lies beyond them a round number beyond it.
 * @param {Control} control
 * @param {number} value
 * @returns {Ends}
 */
export function endsFor({ min, max, scale }, value) {
  if (!Number.isFinite(value) || (scale && value <= 0)) return { min, max };
  return {
    min: value < min ? 0 - roundAbove(-value) : min,
    max: value > max ? roundAbove(value) : max,
  };
}

/** The least round number that is not less. @param {number} value */
function roundAbove(value) {
  const size = Math.abs(value);
  if (size === 0) return 0;
  const decade = 10 ** Math.floor(Math.log10(size));
  const digits = value > 0 ? ROUND : [...ROUND].reverse();
  const end = digits
    .map((digit) => Math.sign(value) * Number((digit * decade).toPrecision(1)))
    .find((each) => each >= value);
  return Number.isFinite(end) ? Number(end) : value;
}

/** The stops of a slider, counted from the control's own least value. @param {Control} control */
function stopsOf(control) {
  const { place, value } = scaleOf(control);
  const [start, { step }] = [place(control.min), control];
  return {
    /** @param {number} of */
    nearest: (of) => Math.round((place(of) - start) / step),
    /** @param {number} count */
    at: (count) => value(start + count * step),
  };
}

/** @param {number} value @param {Ends} ends */
function within(value, { min, max }) {
  return Math.min(Math.max(value, min), max);
}

/**
 * The stop that is nearest to a value.
 * @param {Control} control
 * @param {Ends} ends
 * @param {number} value
 */
export function snapped(control, ends, value) {
  const { nearest, at } = stopsOf(control);
  return within(at(nearest(within(value, ends))), ends);
}

/**
 * So many stops further; from between two stops the first step leads to the next of them.
 * @param {Control} control
 * @param {Ends} ends
 * @param {number} value
 * @param {number} steps down, if negative
 */
export function stepped(control, ends, value, steps) {
  const { nearest, at } = stopsOf(control);
  let from = nearest(value);
  if (steps > 0 && at(from) > value) from -= 1;
  if (steps < 0 && at(from) < value) from += 1;
  return within(at(from + steps), ends);
}
