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

/**
 * Ticks between the ends of an axis, which need not be round, as many as have room.
 * @param {AxisRange} range
 * @param {number} length px
 * @param {number} apart px
 */
export function ticksWithin(range, length, apart) {
  const room = 1e-6 * (range.max - range.min);
  return ticksOf(range, length / apart).filter(
    (value) => value >= range.min - room && value <= range.max + room,
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
