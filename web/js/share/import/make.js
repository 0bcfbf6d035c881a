import { EVENLY } from './columns.js';
import { isConstant, partsOf } from './jumps.js';
import { decimal } from './numbers.js';
import { resampled, thinned } from './resample.js';
import { sketchOf } from './sketch.js';
import { areSingle, spacingOf } from './spacing.js';
import { currentUnits, timeUnits } from './units.js';
import * as words from '../../words/en/current-file.js';

/**
 * What was read, made into input.
 *
 * @typedef {import('./columns.js').Choice} Choice
 * @typedef {import('./types.js').Table} Table
 * @typedef {import('../../model/request.js').InputComponent} InputComponent
 *
 * @typedef {object} Told what was changed, or is not as one might think
 * @property {'resampled' | 'thinned' | 'evened' | 'jumps' | 'same' | 'noWidth' | 'before' | 'coarse'} what
 * @property {number} [count]
 * @property {number} [of]
 * @property {number} [interval] ms
 * @property {number} [off] nA; of `evened` ms
 * @property {number} [t] ms
 *
 * @typedef {object} Made
 * @property {InputComponent[]} input
 * @property {Told[]} told
 * @property {number} count of rows
 * @property {number} interval ms; 0 if they are uneven or have jumps
 * @property {number} from ms
 * @property {number} to ms
 * @property {number} low nA
 * @property {number} high nA
 * @property {number} end nA, its last value
 * @property {{ t: number[], current: number[] }} sketch
 */

/** Values that the simulator draws, and components it takes. */
const MOST = 100_000;
const COMPONENTS = 1000;
/** Columns of a sketch. */
const SKETCH = 400;

/** @param {Table} table @param {Choice} choice all that is needed @returns {Made} */
export function makeOf(
  table,
  { time = EVENLY, timeUnit = 'ms', current = 0, currentUnit = 'nA', interval = NaN },
) {
  const values = numbersOf(table, current, currentUnits[currentUnit], 'I');
  if (time === EVENLY) {
    const count = values.length;
    const times = Float64Array.from(values, (_, i) => i * interval);
    return evenly({ times, values }, { interval, start: 0, off: 0 }, [], count);
  }
  const shift = timeUnits[timeUnit];
  const times = numbersOf(table, time, shift, 't');
  for (let i = 1; i < times.length; i += 1) {
    if (times[i] < times[i - 1]) throw new TypeError(words.notAfter(table.lines[i], times[i], times[i - 1]));
  }
  const { places, digits, exponents } = table.columns[time];
  const single = areSingle(shift ? numbersOf(table, time, 0, 't') : times, digits);
  const printed = { places: places - shift, digits, exponents: exponents === table.count, single };
  return ofTimes({ times, values }, printed);
}

/** @param {Table} table @param {number} column @param {number} shift power of ten to the page's unit @param {string} name */
function numbersOf({ columns, lines }, column, shift, name) {
  const { mantissas, powers, fault } = columns[column];
  if (fault)
    throw new TypeError(
      fault.text
        ? words.notNumeric(fault.line, name, fault.text.slice(0, 24))
        : words.missing(fault.line, name),
    );
  return mantissas.map((mantissa, row) => {
    const value = decimal(mantissa, powers[row], shift);
    if (Number.isFinite(value)) return value;
    throw new TypeError(
      words.notNumeric(lines[row], name, String(decimal(mantissa, powers[row], 0)).replace('+', '')),
    );
  });
}

/**
 * @typedef {import('./resample.js').Points} Points
 * @param {Points} all @param {import('./spacing.js').Printed} printed
 * @returns {Made}
 */
function ofTimes(all, printed) {
  /** @type {Told[]} */
  const told = [];
  const points = withoutRepeats(all, told);
  const { times, values } = points;
  const last = times.length - 1;
  if (!(times[last] > times[0])) throw new TypeError(words.needsTwoTimes);
  const parts = partsOf(times);
  const whole = parts.length === 1 && parts[0].to - parts[0].from === last;
  // Rows of one time are a jump, unless the times are even to their few digits and the current changes between.
  const rounded = !whole && parts.some((part) => !isConstant(values, part));
  const spacing = whole ? spacingOf(times, printed) : rounded ? spacingOf(all.times, printed) : null;
  if (spacing && rounded) {
    told.splice(0, told.length, { what: 'coarse', interval: spacing.interval });
    return evenly(all, spacing, told, all.times.length);
  }
  if (spacing) return evenly(points, spacing, told, times.length);
  if (whole) {
    const { input, changed } = ofPart(points, null, MOST);
    const made = summed(points, input, [...told, ...changed], 0);
    return made;
  }
  return ofParts(points, parts, printed, told);
}

/** Rows that say the same as the one before. @param {Points} points @param {Told[]} told @returns {Points} */
function withoutRepeats({ times, values }, told) {
  const kept = new Uint32Array(times.length);
  let count = 0;
  for (let i = 0; i < times.length; i += 1) {
    if (i && times[i] === times[i - 1] && values[i] === values[i - 1]) continue;
    kept[count] = i;
    count += 1;
  }
  if (count === times.length) return { times, values };
  told.push({ what: 'same', count: times.length - count });
  const of = (/** @type {Float64Array} */ all) => Float64Array.from(kept.subarray(0, count), (i) => all[i]);
  return { times: of(times), values: of(values) };
}

/** @param {Points} points @param {import('./spacing.js').Spacing} spacing @param {Told[]} told @param {number} count @returns {Made} */
function evenly(points, spacing, told, count) {
  const { interval, off } = spacing;
  const { input, changed } = ofPart(points, spacing, MOST);
  const evened = off > 1e-9 * interval ? [{ what: /** @type {const} */ ('evened'), interval, off }] : [];
  return { ...summed(points, input, [...told, ...evened, ...changed], interval), count };
}

/**
 * One stretch without a jump, as samples.
 * @param {Points} points @param {import('./spacing.js').Spacing | null} spacing null if it is uneven @param {number} most
 * @returns {{ input: Extract<InputComponent, { kind: 'samples' }>[], changed: Told[] }}
 */
function ofPart(points, spacing, most) {
  const { times, values } = points;
  const begin = spacing ? spacing.start : times[0];
  const start = begin === 0 ? {} : { start: begin };
  if (spacing && values.length <= most) {
    return {
      input: [{ kind: 'samples', values: Array.from(values), interval: spacing.interval, ...start }],
      changed: [],
    };
  }
  const even = spacing ? Float64Array.from(times, (_, i) => spacing.start + i * spacing.interval) : times;
  const {
    values: fewer,
    interval,
    off,
  } = spacing ? thinned({ times: even, values }, most, spacing.interval) : resampled({ times, values }, most);
  const what = values.length > most ? 'thinned' : 'resampled';
  return {
    input: [{ kind: 'samples', values: fewer, interval, ...start }],
    changed: [{ what, interval, off, count: fewer.length, of: values.length }],
  };
}

/** @param {Points} points @param {import('./jumps.js').Part[]} parts @param {import('./spacing.js').Printed} printed @param {Told[]} told @returns {Made} */
function ofParts(points, parts, printed, told) {
  const { times, values } = points;
  const lasting = parts.filter((part) => !(isConstant(values, part) && values[part.from] === 0));
  if (lasting.length > COMPONENTS) throw new TypeError(words.tooManyJumps(parts.length - 1, COMPONENTS));
  const varying = lasting.filter((part) => !isConstant(values, part));
  const rows = varying.reduce((sum, { from, to }) => sum + to - from + 1, 0);
  // Even the shortest takes two.
  const all = MOST - 2 * varying.length;
  /** @type {Told[]} */
  const changes = [];
  const input = lasting.flatMap((part) => {
    const window = { start: times[part.from], stop: times[part.to] };
    if (isConstant(values, part)) {
      return [/** @type {InputComponent} */ ({ kind: 'constant', amplitude: values[part.from], ...window })];
    }
    const own = { times: times.slice(part.from, part.to + 1), values: values.slice(part.from, part.to + 1) };
    const room = Math.max(Math.floor((all * own.times.length) / Math.max(rows, all)), 2);
    const spacing = spacingOf(own.times, printed);
    const most = spacing ? room : Math.max(Math.floor((all * own.times.length) / rows), 2);
    const { input: samples, changed } = ofPart(own, spacing, most);
    changes.push(...changed);
    return samples.map((each) => ({ ...each, ...window }));
  });
  const jumps = parts.slice(1).filter(({ from }) => values[from] !== values[from - 1]).length;
  const changed = changes.length
    ? [changes.reduce((most, each) => ((each.off ?? 0) > (most.off ?? 0) ? each : most))]
    : [];
  const idle = times.filter((t, i) => i && t === times[i - 1] && t === times[i + 1]).length;
  if (idle) told.push({ what: 'noWidth', count: idle });
  const whole = input.length ? input : [/** @type {InputComponent} */ ({ kind: 'constant', amplitude: 0 })];
  return summed(points, whole, [...told, { what: 'jumps', count: jumps }, ...changed], 0);
}

/** @param {Points} points @param {InputComponent[]} input @param {Told[]} told @param {number} interval @returns {Made} */
function summed({ times, values }, input, told, interval) {
  const [from, to] = [times[0], times[times.length - 1]];
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (from < 0) told.push({ what: 'before', t: from });
  const end = values[values.length - 1];
  return {
    input,
    told,
    count: times.length,
    interval,
    from,
    to,
    low,
    high,
    end,
    sketch: sketchOf(times, values, SKETCH),
  };
}
