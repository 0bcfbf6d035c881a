/**
 * Whether times are even, judged by the digits they are printed with: some start and some interval meet each of them
 * within half a unit of its last digit. Of the intervals that do, the simplest number is meant, in ms or as a rate.
 *
 * @typedef {object} Printed how the times were printed, ms
 * @property {number} places digits behind the point
 * @property {number} digits most of a number, after its leading zeros
 * @property {boolean} exponents whether each has an exponent, and so a fixed number of digits
 * @property {boolean} single whether each is a float32 in the unit of the file
 * @typedef {object} Spacing
 * @property {number} interval ms
 * @property {number} start ms
 * @property {number} off how far the farthest of the times is from it, ms
 */

/** Numbers of so many digits may be printed with that many, rather than with so many places. */
const SIGNIFICANT = 5;
/** As many digits a float32 may need, and a double; with fewer than the least, all numbers are float32. */
const LEAST_SINGLE = 7;
const SINGLE = 9;
const DOUBLE = 15;
/** Uneven times seem even to their digits with a chance of 10^-this, or they do not count as even. */
const SURE = 4;

/**
 * @param {Float64Array} times ms, not decreasing
 * @param {Printed} printed
 * @returns {Spacing | null} null where they are uneven
 */
export function spacingOf(times, printed) {
  const last = times.length - 1;
  if (last < 1 || !(times[last] > times[0])) return null;
  const exact = exactSpacing(times);
  if (exact) return exact;
  for (const tolerance of tolerancesOf(printed)) {
    const found = feasible(times, tolerance);
    if (!found) continue;
    return found.off <= 1e-9 * found.interval || isSure(times, tolerance, found.interval) ? found : null;
  }
  return null;
}

/** Half a unit of the last of so many digits. @param {number} t @param {number} digits */
function halfDigit(t, digits) {
  return t ? 0.5 * 10 ** (Math.floor(Math.log10(Math.abs(t)) + 1e-9) + 1 - digits) : 0;
}

/**
 * Whether all numbers are float32, printed as such or as doubles.
 * @param {Float64Array} numbers @param {number} digits most that one is printed with
 */
export function areSingle(numbers, digits) {
  if (digits < LEAST_SINGLE) return false;
  const slack = (/** @type {number} */ t) =>
    digits <= SINGLE ? halfDigit(t, digits) + Math.abs(t) * 2 ** -51 : 0;
  return numbers.every((t) => Math.abs(t - Math.fround(t)) <= slack(t));
}

/** A few times that are printed coarsely may meet some interval by chance. @param {Float64Array} times @param {(t: number, i: number) => number} tolerance @param {number} interval */
function isSure(times, tolerance, interval) {
  const last = times.length - 1;
  const chance = Math.max(tolerance(times[last], last), tolerance(times[0], 0)) * (2 / interval);
  return (last - 1) * -Math.log10(Math.min(chance, 0.9)) >= SURE;
}

/** An interval that gives each time to the last bit, as from the lab's own files. @param {Float64Array} times */
function exactSpacing(times) {
  const [first] = times;
  const mean = (times[times.length - 1] - first) / (times.length - 1);
  const printed = [15, 12, 9, 6].map((digits) => Number(mean.toPrecision(digits)));
  const interval = [times[1] - first, mean, ...printed].find((gap) =>
    times.every((t, i) => t === first + i * gap),
  );
  return interval ? { interval, start: first, off: 0 } : null;
}

/**
 * How far a time may be off, the strictest first.
 * @param {Printed} printed
 * @returns {((t: number, i: number) => number)[]}
 */
function tolerancesOf({ places, digits, exponents, single }) {
  const half = 0.5 * 10 ** -places;
  const rounding = (/** @type {number} */ t) => Math.abs(t) * 2 ** -51;
  /** @type {((t: number, i: number) => number)[]} */
  const ways = [(t) => half + rounding(t)];
  const lastDigit = (/** @type {number} */ t) => Math.max(half, halfDigit(t, digits));
  if (digits >= SIGNIFICANT || exponents) ways.push((t) => lastDigit(t) + rounding(t));
  if (single) ways.push((t) => Math.max(lastDigit(t), Math.abs(t) * 2 ** -23));
  if (digits >= DOUBLE) ways.push((t, i) => (i + 4) * Math.abs(t) * 2 ** -53);
  return ways;
}

/**
 * The starts and intervals that meet all times are a polygon: each time cuts two half-planes off it. Its coordinates are
 * a, what the start is off the first time, and b, what the end is off the last.
 * @param {Float64Array} times
 * @param {(t: number, i: number) => number} tolerance
 * @returns {Spacing | null}
 */
function feasible(times, tolerance) {
  const last = times.length - 1;
  const [first] = times;
  const mean = (times[last] - first) / last;
  const [atStart, atEnd] = [tolerance(first, 0), tolerance(times[last], last)];
  /** @type {[a: number, b: number][]} */
  let corners = [
    [-atStart, atStart - atEnd],
    [atStart, -atStart - atEnd],
    [atStart, atEnd - atStart],
    [-atStart, atEnd + atStart],
  ];
  for (let i = 1; i < last; i += 1) {
    const x = i / last;
    const off = times[i] - first - i * mean;
    const slack = tolerance(times[i], i);
    let low = Infinity;
    let high = -Infinity;
    for (let k = 0; k < corners.length; k += 1) {
      const value = corners[k][0] + corners[k][1] * x;
      if (value < low) low = value;
      if (value > high) high = value;
    }
    if (low > off + slack || high < off - slack) return null;
    if (high > off + slack) corners = cut(corners, x, off + slack, 1);
    if (low < off - slack) corners = cut(corners, x, off - slack, -1);
  }
  const all = corners.map(([, b]) => b);
  const [low, high] = [Math.min(...all), Math.max(...all)].map((b) => mean + b / last);
  const interval = simplestInterval(low, high);
  const [from, to] = startsAt(
    corners,
    Math.min(Math.max((interval - mean) * last, Math.min(...all)), Math.max(...all)),
  );
  const onGrid = Math.round(first / interval) * interval - first;
  const start = from <= 0 && to >= 0 ? 0 : onGrid >= from && onGrid <= to ? onGrid : (from + to) / 2;
  const begin = first + start;
  const off = times.reduce((most, t, i) => Math.max(most, Math.abs(t - (begin + i * interval))), 0);
  return { interval, start: begin, off };
}

/**
 * The part of a polygon where side·(a + b·x) <= side·bound.
 * @param {[number, number][]} corners @param {number} x @param {number} bound @param {1 | -1} side
 */
function cut(corners, x, bound, side) {
  const over = corners.map(([a, b]) => side * (a + b * x - bound));
  /** @type {[number, number][]} */
  const kept = [];
  corners.forEach((corner, k) => {
    const next = (k + 1) % corners.length;
    if (over[k] <= 0) kept.push(corner);
    if (over[k] * over[next] >= 0) return;
    const part = over[k] / (over[k] - over[next]);
    const [a, b] = corner;
    kept.push([a + part * (corners[next][0] - a), b + part * (corners[next][1] - b)]);
  });
  return kept.length ? kept : corners;
}

/** Values of a at this b. @param {[number, number][]} corners @param {number} at */
function startsAt(corners, at) {
  let [low, high] = [Infinity, -Infinity];
  corners.forEach(([a, b], k) => {
    const [nextA, nextB] = corners[(k + 1) % corners.length];
    if ((b - at) * (nextB - at) > 0) return;
    const part = b === nextB ? 0 : (at - b) / (nextB - b);
    const value = a + part * (nextA - a);
    low = Math.min(low, value);
    high = Math.max(high, value, b === nextB ? nextA : value);
  });
  return low <= high ? [low, high] : [0, 0];
}

/** Of the intervals between two, the one with fewest digits, or with the simplest rate. @param {number} low ms @param {number} high ms */
function simplestInterval(low, high) {
  const interval = simplest(low, high);
  const rate = simplest(1000 / high, 1000 / low);
  return rate.digits < interval.digits ? 1000 / rate.value : interval.value;
}

/** @param {number} low @param {number} high */
function simplest(low, high) {
  const middle = low + (high - low) / 2;
  for (let digits = 1; digits <= 17; digits += 1) {
    const value = Number(middle.toPrecision(digits));
    if (value >= low && value <= high && value > 0) return { value, digits };
  }
  return { value: middle, digits: 18 };
}
