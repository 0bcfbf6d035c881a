/** @typedef {{ min: number, max: number, step: number }} AxisRange */

/** An axis spans no less, of its values and at all: below, its steps would be lost in rounding, and vanish. */
const LEAST_PART = 1e-12;
const LEAST = 1e-200;

/**
 * The smallest axis from one round number to another that holds both values. Round ends keep the picture still
 * while a slider moves.
 * @param {number} low
 * @param {number} high
 * @param {number} intervals about how many steps
 * @returns {AxisRange}
 */
export function niceRange(low, high, intervals) {
  const size = Math.max(Math.abs(low), Math.abs(high));
  const span = high > low ? Math.max(high - low, LEAST_PART * size, LEAST) : size > LEAST ? size : 1;
  const step = niceStep(span / intervals);
  const min = Math.floor(low / step + 1e-9) * step;
  const max = Math.max(Math.ceil(high / step - 1e-9) * step, min + step);
  return { min, max, step };
}

/**
 * The nearest 1, 2 or 5 times a power of ten.
 * @param {number} rough
 */
export function niceStep(rough) {
  const power = 10 ** Math.floor(Math.log10(rough));
  const lead = rough / power;
  return power * (lead < 1.5 ? 1 : lead < 3.5 ? 2 : lead < 7.5 ? 5 : 10);
}

/**
 * Ticks of an axis, at most `limit` gaps. Both ends and zero are among them where the steps divide so, or where there
 * is room for little else; elsewhere they are multiples of a few steps.
 * @param {AxisRange} range
 * @param {number} limit
 */
export function ticksOf({ min, max, step }, limit) {
  const first = Math.round(min / step);
  const last = Math.round(max / step);
  const steps = last - first;
  const fits = (/** @type {number} */ stride) =>
    steps / stride <= limit && steps % stride === 0 && (first >= 0 || last <= 0 || first % stride === 0);
  let stride = 1;
  while (stride < steps && !fits(stride)) stride += 1;
  if (steps / stride < 2 && limit >= 3) stride = Math.ceil(steps / limit);
  const start = fits(stride) ? first : Math.ceil(first / stride) * stride;
  const count = Math.floor((last - start) / stride) + 1;
  return Array.from({ length: count }, (_, index) =>
    Number(((start + index * stride) * step).toPrecision(12)),
  );
}

/** Room of a digit and between two labels of the time axis, px. */
const DIGIT = 7;
const APART = 14;

/**
 * Round times from one end of the time axis to the other, no more than have room for their labels.
 * @param {number} from ms
 * @param {number} to ms
 * @param {number} width px
 */
export function timeTicks(from, to, width) {
  for (let most = Math.min(width / 45, 11); ; most *= 0.7) {
    const step = niceStep((to - from) / most);
    const first = Math.ceil(from / step - 1e-9);
    const count = Math.floor(to / step + 1e-9) - first + 1;
    const ticks = Array.from({ length: count }, (_, k) => Number(((first + k) * step).toPrecision(15)));
    const longest = Math.max(0, ...ticks.map((value) => String(value).length));
    if (count <= 2 || count * (longest * DIGIT + APART) <= width) return ticks;
  }
}

/** @typedef {import('../types.js').Run} Run */

/**
 * One axis for I on all runs, in nA; zero is always on it.
 * @param {Run[]} runs
 * @param {number[]} shown further currents to hold
 */
export function currentRange(runs, shown) {
  const [low, high] = extent(
    runs.map(({ exact }) => exact.current),
    [0, ...shown],
  );
  const room = 0.08 * (high - low);
  return niceRange(low && low - room, high && high + room, 4);
}

/**
 * One axis for u on all runs, in mV, with room for the spikes above theta. A grid run may stretch it to three times
 * what the exact ones need; what an unstable one throws further is off the plot.
 * @param {Run[]} runs
 */
export function potentialRange(runs) {
  const levels = runs.flatMap(({ request: { neuron } }) => [
    neuron.theta,
    neuron.u_rest,
    neuron.u_reset,
    neuron.u_0,
  ]);
  const [least, most] = extent(
    runs.map(({ exact }) => exact.u),
    levels,
  );
  const onGrid = runs.filter(({ view, exact }) => view !== exact);
  const [lowest, highest] = extent(
    onGrid.map(({ view }) => view.u),
    [least, most],
  );
  const low = Math.max(lowest, least - 2 * (most - least));
  const high = Math.min(highest, most + 2 * (most - least));
  const room = 0.1 * (high - low);
  return niceRange(low, high + room, 6);
}

/** @param {Float64Array[]} traces @param {number[]} others @returns {[number, number]} */
function extent(traces, others) {
  let low = Math.min(...others);
  let high = Math.max(...others);
  for (const trace of traces) {
    for (const value of trace) {
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  return [low, high];
}
