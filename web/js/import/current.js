import { plain } from '../format.js';
import { lowerBound } from '../sorted.js';
import { rowsOf } from './table.js';

/**
 * A current someone brings, as a `samples` component.
 *
 * @typedef {{ kind: 'samples', values: number[], interval: number, start?: number }} Samples nA, ms, ms
 * @typedef {{ component: Samples, remark: string }} Brought the remark is empty if nothing was changed
 * @typedef {import('./table.js').Row} Row
 */

/** Values a current may have. */
const MOST = 100_000;
/** Gaps of time that differ by so much of themselves count as equal: as far as few printed digits tell. */
const EVEN = 1e-6;

const timeUnits = { ms: 1, s: 1000, us: 1e-3, µs: 1e-3, μs: 1e-3 };
const currentUnits = { nA: 1, pA: 1e-3, uA: 1e3, µA: 1e3, μA: 1e3, mA: 1e6, A: 1e9 };

/**
 * Reads one column (I) or two (t, I); a third and further ones are ignored. A first line of words is a heading; units in
 * brackets there are heeded: ms and nA without.
 * @param {string} text
 * @param {number} interval between the values of a single column, ms
 * @returns {Brought}
 * @throws {TypeError} naming the line and what is wrong with it
 */
export function currentOfText(text, interval) {
  let rows = rowsOf(text);
  if (rows.length === 0) throw new TypeError('There are no numbers in it.');
  if (rows.length === 1 && rows[0].cells.length > 2) {
    const [{ cells, line }] = rows;
    rows = cells.map((cell) => ({ cells: [cell], line }));
  }
  const heading = isNumber(rows[0].cells[0]) ? null : rows.shift();
  if (rows.length < 2) throw new TypeError('A current needs two values at least.');
  if (rows.length > MOST) throw new TypeError(`${rows.length} values: must be ${MOST} at most.`);
  return rows[0].cells.length === 1
    ? oneColumn(rows, interval, unitOf(heading, 0, currentUnits))
    : twoColumns(rows, unitOf(heading, 0, timeUnits), unitOf(heading, 1, currentUnits));
}

/** @param {Row[]} rows @param {number} interval @param {number} unit @returns {Brought} */
function oneColumn(rows, interval, unit) {
  if (!(interval > 0 && interval < Infinity)) {
    throw new TypeError(`Interval = ${interval} ms: one column of values needs an interval above 0.`);
  }
  const values = rows.map((row) => unit * numberAt(row, 0, 'I'));
  return { component: { kind: 'samples', values, interval }, remark: '' };
}

/** @param {Row[]} rows @param {number} timeUnit @param {number} unit @returns {Brought} */
function twoColumns(rows, timeUnit, unit) {
  /** @type {number[]} */
  const times = [];
  /** @type {number[]} */
  const currents = [];
  for (const row of rows) {
    const t = timeUnit * numberAt(row, 0, 't');
    const current = unit * numberAt(row, 1, 'I');
    const last = times.length - 1;
    if (t === times[last] && current === currents[last]) continue;
    if (t <= times[last]) {
      throw new TypeError(
        `Line ${row.line}: t = ${plain(t)} ms does not come after ${plain(times[last])} ms.`,
      );
    }
    times.push(t);
    currents.push(current);
  }
  if (times.length < 2) throw new TypeError('A current needs two different times at least.');
  const start = times[0] === 0 ? {} : { start: times[0] };
  const interval = intervalOf(times);
  if (interval) return { component: { kind: 'samples', values: currents, interval, ...start }, remark: '' };
  return resampled(times, currents, start);
}

/**
 * The spacing of even times, such that `first + i·interval` is each of them; 0 if they are uneven.
 * @param {number[]} times
 */
function intervalOf(times) {
  const [first] = times;
  const gaps = times.length - 1;
  const mean = (times[gaps] - first) / gaps;
  const even = times.every((t, i) => Math.abs(t - (first + i * mean)) <= EVEN * mean);
  if (!even) return 0;
  const printed = [15, 12, 9, 6].map((digits) => Number(mean.toPrecision(digits)));
  const exact = [times[1] - first, mean, ...printed].find((gap) =>
    times.every((t, i) => t === first + i * gap),
  );
  return exact ?? mean;
}

/**
 * On an even grid as fine as the smallest gap.
 * @param {number[]} times @param {number[]} currents @param {{ start?: number }} start
 * @returns {Brought}
 */
function resampled(times, currents, start) {
  const [first] = times;
  const span = times[times.length - 1] - first;
  const least = times.slice(1).reduce((least, t, i) => Math.min(least, t - times[i]), Infinity);
  const gaps = Math.ceil(span / least - EVEN);
  if (gaps >= MOST) {
    throw new TypeError(
      `Times are as near as ${plain(least)} ms in ${plain(span)} ms: too uneven to resample.`,
    );
  }
  const interval = span / gaps;
  const values = Array.from({ length: gaps + 1 }, (_, i) => between(times, currents, first + i * interval));
  const grid = values.map((_, i) => first + i * interval);
  const off = times.reduce(
    (most, t, i) => Math.max(most, Math.abs(between(grid, values, t) - currents[i])),
    0,
  );
  const remark = `The times are uneven: resampled every ${plain(interval)} ms, which changes I by ${plain(off, 2)} nA at most.`;
  return { component: { kind: 'samples', values, interval, ...start }, remark };
}

/** @param {number[]} times @param {number[]} values @param {number} t */
function between(times, values, t) {
  const right = Math.min(Math.max(lowerBound(times, t), 1), times.length - 1);
  if (times[right] === t) return values[right];
  const left = right - 1;
  const part = Math.min(Math.max((t - times[left]) / (times[right] - times[left]), 0), 1);
  return values[left] + part * (values[right] - values[left]);
}

/** @param {string} cell */
function isNumber(cell) {
  return cell !== '' && Number.isFinite(Number(cell));
}

/** @param {Row} row @param {number} column @param {string} name */
function numberAt({ cells, line }, column, name) {
  const cell = cells[column];
  if (cell === undefined) throw new TypeError(`Line ${line}: there is no ${name}.`);
  if (isNumber(cell)) return Number(cell);
  throw new TypeError(`Line ${line}: ${name} = “${cell.slice(0, 24)}” is not a number.`);
}

/** @param {Row | null | undefined} heading @param {number} column @param {Record<string, number>} units */
function unitOf(heading, column, units) {
  const unit = heading?.cells[column]?.match(/[([]\s*(\S+?)\s*[)\]]/)?.[1];
  if (unit === undefined) return 1;
  if (Object.hasOwn(units, unit)) return units[unit];
  throw new TypeError(
    `Line ${heading?.line}: the unit “${unit.slice(0, 12)}” is none of ${Object.keys(units).join(', ')}.`,
  );
}
