import { lowerBound } from '../../base/sorted.js';
import { MOST, tableOf } from './table.js';
import {
  missing,
  moreColumns,
  needsTwoTimes,
  needsTwoValues,
  noInterval,
  noNumbers,
  notAfter,
  notNumeric,
  resampledRemark,
  tooManyValues,
  tooUneven,
  unknownUnit,
} from '../../words/en/files.js';

/**
 * A current someone brings, as a `samples` component.
 *
 * @typedef {{ kind: 'samples', values: number[], interval: number, start?: number }} Samples nA, ms, ms
 * @typedef {{ component: Samples, remark: string }} Brought the remark is empty if nothing was changed
 * @typedef {import('./table.js').Row} Row
 */

/** Gaps of time that differ by so much of themselves count as equal: as far as few printed digits tell. */
const EVEN = 1e-6;

const decimal = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i;
const timeUnits = { ms: 1, s: 1000, us: 1e-3, µs: 1e-3, μs: 1e-3 };
const currentUnits = { nA: 1, pA: 1e-3, uA: 1e3, µA: 1e3, μA: 1e3, mA: 1e6, A: 1e9 };

/**
 * Reads one column (I) or two (t, I); a third and further ones are ignored. Units in brackets in the heading are heeded:
 * ms and nA without.
 * @param {string} text
 * @param {number} interval between the values of a single column, ms
 * @returns {Brought}
 * @throws {TypeError} naming the line and what is wrong with it
 */
export function currentOfText(text, interval) {
  const { heading, rows: found } = tableOf(text);
  const rows = heading ? found : inOneColumn(found);
  if (!heading && rows.length === 0) throw new TypeError(noNumbers);
  if (rows.length < 2) throw new TypeError(needsTwoValues);
  if (rows.length > MOST) throw new TypeError(tooManyValues(rows.length, MOST));
  refuseWider(rows, heading?.cells.length ?? 0);
  return [heading, ...rows].every((row) => !row?.cells[1])
    ? oneColumn(rows, interval, unitOf(heading, 0, currentUnits))
    : twoColumns(rows, unitOf(heading, 0, timeUnits), unitOf(heading, 1, currentUnits));
}

/** All values may stand in one line. @param {Row[]} rows */
function inOneColumn(rows) {
  const [only, second] = rows;
  if (second || !only || only.cells.length <= 2) return rows;
  const last = only.cells.map(Boolean).lastIndexOf(true);
  return only.cells.slice(0, last + 1).map((cell) => ({ cells: [cell], line: only.line }));
}

/** A sign for thousands may make one value look like two. @param {Row[]} rows @param {number} names in the heading */
function refuseWider(rows, names) {
  const most = Math.max(rows[0].cells.length, names);
  const wider = rows.find(({ cells }) => cells.slice(most).some((cell) => cell !== ''));
  if (!wider) return;
  throw new TypeError(moreColumns(wider.line, wider.cells.length, most));
}

/** @param {Row[]} rows @param {number} interval @param {number} unit @returns {Brought} */
function oneColumn(rows, interval, unit) {
  if (!(interval > 0 && interval < Infinity)) {
    throw new TypeError(noInterval(interval));
  }
  const values = rows.map((row) => numberAt(row, 0, 'I', unit));
  return { component: { kind: 'samples', values, interval }, remark: '' };
}

/** @param {Row[]} rows @param {number} timeUnit @param {number} unit @returns {Brought} */
function twoColumns(rows, timeUnit, unit) {
  /** @type {number[]} */
  const times = [];
  /** @type {number[]} */
  const currents = [];
  for (const row of rows) {
    const t = numberAt(row, 0, 't', timeUnit);
    const current = numberAt(row, 1, 'I', unit);
    const last = times.length - 1;
    if (t === times[last] && current === currents[last]) continue;
    if (t <= times[last]) {
      throw new TypeError(notAfter(row.line, t, times[last]));
    }
    times.push(t);
    currents.push(current);
  }
  if (times.length < 2) throw new TypeError(needsTwoTimes);
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
    throw new TypeError(tooUneven(least, span));
  }
  const interval = span / gaps;
  const values = Array.from({ length: gaps + 1 }, (_, i) => between(times, currents, first + i * interval));
  const grid = values.map((_, i) => first + i * interval);
  const off = times.reduce(
    (most, t, i) => Math.max(most, Math.abs(between(grid, values, t) - currents[i])),
    0,
  );
  const remark = resampledRemark(interval, off);
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

/** In ms or nA. @param {Row} row @param {number} column @param {string} name @param {number} unit */
function numberAt({ cells, line }, column, name, unit) {
  const cell = cells[column];
  if (!cell) throw new TypeError(missing(line, name));
  const value = decimal.test(cell) ? unit * Number(cell) : NaN;
  if (Number.isFinite(value)) return value;
  throw new TypeError(notNumeric(line, name, cell.slice(0, 24)));
}

/** @param {Row | null} heading @param {number} column @param {Record<string, number>} units */
function unitOf(heading, column, units) {
  const unit = heading?.cells[column]?.match(/[([]([^)\]]*)/)?.[1].trim();
  if (unit === undefined) return 1;
  if (Object.hasOwn(units, unit)) return units[unit];
  throw new TypeError(unknownUnit(heading?.line, unit.slice(0, 12), Object.keys(units)));
}
