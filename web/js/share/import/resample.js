/**
 * Points of a current, linear between them, on an even grid.
 *
 * @typedef {{ times: Float64Array, values: Float64Array }} Points ms, increasing; nA
 * @typedef {{ values: number[], interval: number, off: number }} Resampled off: most that it changes the current at the
 *   points, nA
 */

/** Gaps of time that differ by so much of themselves make no further one. */
const EVEN = 1e-6;

/**
 * As fine as the points lie, if that takes no more values than allowed; then each is the current there. Else so many, and
 * each is the mean over what lies nearer to it than to the next: the charge stays.
 * @param {Points} points
 * @param {number} most
 * @returns {Resampled}
 */
export function resampled({ times, values }, most) {
  const last = times.length - 1;
  const span = times[last] - times[0];
  let least = Infinity;
  for (let i = 1; i <= last; i += 1) least = Math.min(least, times[i] - times[i - 1]);
  const gaps = Math.max(Math.ceil(span / least - EVEN), 1);
  if (gaps < most) {
    const interval = span / gaps;
    return withOff({ times, values }, interval, pointwise(times, values, interval, gaps + 1));
  }
  return thinned({ times, values }, most);
}

/**
 * Means on a grid of at most so many points, from the first to the last time.
 * @param {Points} points
 * @param {number} most
 * @param {number} [gap] between the points, where they are even, ms
 * @returns {Resampled}
 */
export function thinned({ times, values }, most, gap) {
  const gaps = times.length - 1;
  const span = times[gaps] - times[0];
  const least = Math.ceil(gaps / (most - 1));
  // A grid on every kth of even points, if one does not take many fewer.
  let every = least;
  while (every <= 2 * least && gaps % every) every += 1;
  const steps = gaps % every ? most - 1 : gaps / every;
  const onPoints = gap !== undefined && gaps % every === 0;
  const interval = onPoints ? Number((gap * every).toPrecision(15)) : span / steps;
  return withOff({ times, values }, interval, means(times, values, interval, steps + 1));
}

/** @param {Float64Array} times @param {Float64Array} values @param {number} interval @param {number} count */
function pointwise(times, values, interval, count) {
  let right = 1;
  return Array.from({ length: count }, (_, k) => {
    const t = Math.min(times[0] + k * interval, times[times.length - 1]);
    while (right < times.length - 1 && times[right] < t) right += 1;
    return between(times, values, right, t);
  });
}

/** On the line that ends at a point. @param {Float64Array} times @param {Float64Array} values @param {number} right @param {number} t */
function between(times, values, right, t) {
  if (times[right] === t) return values[right];
  const left = right - 1;
  const part = Math.min(Math.max((t - times[left]) / (times[right] - times[left]), 0), 1);
  return values[left] + part * (values[right] - values[left]);
}

/**
 * Each value is the mean with a weight that falls to 0 where the next one stands.
 * @param {Float64Array} times @param {Float64Array} values @param {number} interval @param {number} count
 */
function means(times, values, interval, count) {
  const sums = new Float64Array(count);
  const weights = new Float64Array(count);
  const low = new Float64Array(count).fill(Infinity);
  const high = new Float64Array(count).fill(-Infinity);
  const [first] = times;
  /** @type {(node: number, Ia: number, Ib: number, length: number, wa: number, wb: number) => void} */
  const add = (node, Ia, Ib, length, wa, wb) => {
    sums[node] += (length / 6) * (Ia * wa + (Ia + Ib) * (wa + wb) + Ib * wb);
    weights[node] += (length * (wa + wb)) / 2;
    low[node] = Math.min(low[node], Ia, Ib);
    high[node] = Math.max(high[node], Ia, Ib);
  };
  let cell = 0;
  for (let i = 1; i < times.length; i += 1) {
    const slope = (values[i] - values[i - 1]) / (times[i] - times[i - 1]);
    let from = times[i - 1];
    let Ia = values[i - 1];
    while (from < times[i]) {
      const edge = first + (cell + 1) * interval;
      const inner = cell + 2 < count && edge < times[i];
      const to = inner ? edge : times[i];
      const Ib = inner ? values[i - 1] + slope * (edge - times[i - 1]) : values[i];
      const wa = (from - first) / interval - cell;
      const wb = inner ? 1 : (to - first) / interval - cell;
      if (to > from) {
        add(cell + 1, Ia, Ib, to - from, wa, wb);
        add(cell, Ia, Ib, to - from, 1 - wa, 1 - wb);
      }
      if (inner) cell += 1;
      from = to;
      Ia = Ib;
    }
  }
  return Array.from(sums, (sum, k) => {
    if (!(weights[k] > 0)) return k ? values[values.length - 1] : values[0];
    return Math.min(Math.max(sum / weights[k], low[k]), high[k]);
  });
}

/** @param {Points} points @param {number} interval @param {number[]} grid @returns {Resampled} */
function withOff({ times, values }, interval, grid) {
  let off = 0;
  for (let i = 0; i < times.length; i += 1) {
    const place = Math.min(Math.max((times[i] - times[0]) / interval, 0), grid.length - 1);
    const left = Math.min(Math.floor(place), grid.length - 2);
    const here = grid[left] + (grid[left + 1] - grid[left]) * (place - left);
    off = Math.max(off, Math.abs(here - values[i]));
  }
  return { values: grid, interval, off };
}
