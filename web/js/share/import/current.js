import { atfTable } from './atf.js';
import { EVENLY, namedColumns, resolved } from './columns.js';
import { textOf } from './encoding.js';
import { isConstant, partsOf } from './jumps.js';
import { decimal } from './numbers.js';
import { resampled, thinned } from './resample.js';
import { sketchOf } from './sketch.js';
import { areSingle, spacingOf } from './spacing.js';
import { LONGEST, readTable } from './table.js';
import { currentUnits, timeUnits } from './units.js';
import * as words from '../../words/en/current-file.js';

/**
 * A current someone brings: first it is read, then shown with what is still to be asked, then made into input.
 *
 * @typedef {import('./columns.js').Choice} Choice
 * @typedef {import('./columns.js').Question} Question
 * @typedef {import('./table.js').Table} Table
 * @typedef {import('../../model/request.js').InputComponent} InputComponent
 *
 * @typedef {object} Reading
 * @property {string} text
 * @property {Table} table
 * @property {Choice['comma']} comma as it was read
 * @property {Skipped[]} skipped
 *
 * @typedef {import('./table.js').Skipped | { what: 'encoding' | 'commas' | 'index' | 'columns', count: number, line: number }} Skipped
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
 *
 * @typedef {object} Answer
 * @property {{ title: string, said: string, index: boolean }[]} columns
 * @property {Choice} choice what the file says, and what was chosen
 * @property {Question[]} asked what has still to be chosen
 * @property {Table['unclear']} unclear
 * @property {string} example of a line whose comma is not clear
 * @property {Skipped[]} skipped
 * @property {Made | null} made null while something is asked
 */

/** Values that the simulator draws, and components it takes. */
export const MOST = 100_000;
const COMPONENTS = 1000;
/** Columns of a sketch. */
const SKETCH = 400;

/**
 * @param {string | Uint8Array} source
 * @param {Choice['comma']} [comma]
 * @returns {Generator<number, Reading>} yields how much of it is read, 0 … 1
 * @throws {TypeError} naming the line and what is wrong with it
 */
export function* readCurrent(source, comma) {
  if (source.length > LONGEST) throw new TypeError(words.tooLong(source.length, LONGEST));
  const { text: raw, encoding } =
    typeof source === 'string' ? { text: source, encoding: 'utf-8' } : textOf(source);
  yield 0;
  const bare = raw.replace(/^\uFEFF/, '');
  const text = bare.includes('\r') ? bare.replace(/\r\n?/g, '\n') : bare;
  /** @type {Skipped[]} */
  const skipped = encoding === 'windows-1252' ? [{ what: 'encoding', count: 1, line: 0 }] : [];
  return yield* again({ text, skipped, table: /** @type {any} */ (undefined), comma });
}

/** @param {Reading} reading @returns {Generator<number, Reading>} */
function* again({ text, skipped, comma }) {
  const atf = atfTable(text);
  const read = comma === 'thousands' ? withoutThousands(text) : text;
  const table = yield* readTable(read, { comma, ...(atf ? { ...atf, comments: false } : {}) });
  const before = skipped.filter(({ what }) => what === 'encoding');
  if (atf?.header) before.push({ what: 'header', count: atf.header + 2, line: 1 });
  if (table.commas) before.push({ what: 'commas', count: 1, line: 0 });
  return { text, table, comma, skipped: [...before, ...table.skipped] };
}

/** Where commas part thousands they part nothing else, but outside of quotation marks where there are some. @param {string} text */
function withoutThousands(text) {
  if (text.includes('"')) return text.replace(/"[^"]*"/g, (cell) => cell.replaceAll(',', ''));
  return text.replaceAll(',', '');
}

/**
 * What a reading gives, by the heading and the choice.
 * @param {Reading} reading
 * @param {Choice} choice
 * @returns {Generator<number, { answer: Answer, reading: Reading }>} the reading is another one if the choice makes it one
 * @throws {TypeError} naming the line and what is wrong with it
 */
export function* makeCurrent(reading, choice) {
  if (choice.comma !== reading.comma) reading = yield* again({ ...reading, comma: choice.comma });
  const { table } = reading;
  if (!table.unclear && table.count < 2) throw new TypeError(words.needsTwoValues);
  const named = namedColumns(table);
  const { choice: whole, asked } = resolved(table, named, choice);
  const skipped = [...reading.skipped];
  const index = named.findIndex((name) => name.index);
  if (index >= 0) skipped.push({ what: 'index', count: index + 1, line: 0 });
  const others = named.filter((name, at) => !name.index && at !== whole.time && at !== whole.current).length;
  if (others && !asked.includes('time') && !asked.includes('current'))
    skipped.push({ what: 'columns', count: others, line: 0 });
  yield 1;
  const made = asked.length ? null : makeOf(table, whole);
  const columns = named.map(({ text, said, index }) => ({ title: text, said, index }));
  return {
    answer: { columns, choice: whole, asked, unclear: table.unclear, example: table.example, skipped, made },
    reading,
  };
}

/** @param {Table} table @param {Choice} choice all that is needed @returns {Made} */
function makeOf(table, { time = EVENLY, timeUnit = 'ms', current = 0, currentUnit = 'nA', interval = NaN }) {
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

/**
 * All at once, for a text that says what is needed; units count where its heading names none.
 * @param {string | Uint8Array} source
 * @param {number} interval between the values of a single column, ms
 * @param {Choice} [choice]
 * @param {{ time: string, current: string }} [units]
 * @returns {Made & Pick<Answer, 'choice' | 'skipped'>}
 * @throws {TypeError} naming the line and what is wrong with it, or what would have to be asked
 */
export function currentOfText(source, interval, choice = {}, units = { time: 'ms', current: 'nA' }) {
  const reading = run(readCurrent(source, choice.comma));
  const first = run(makeCurrent(reading, { interval, ...choice }));
  let { answer } = first;
  const { time, current } = answer.choice;
  const silent = (/** @type {number | undefined} */ at) => at !== undefined && !answer.columns[at]?.said;
  const more = {
    ...(answer.asked.includes('timeUnit') && silent(time) ? { timeUnit: units.time } : {}),
    ...(answer.asked.includes('currentUnit') && silent(current) ? { currentUnit: units.current } : {}),
  };
  if (Object.keys(more).length)
    ({ answer } = run(makeCurrent(first.reading, { interval, ...choice, ...more })));
  if (answer.made) return { ...answer.made, choice: answer.choice, skipped: answer.skipped };
  throw new TypeError(unsaid(answer, first.reading.table.heading, interval));
}

/** What is asked first. @param {Answer} answer @param {number} line of the heading @param {number} interval */
function unsaid({ asked, columns, choice }, line, interval) {
  const [question] = asked;
  const said = question === 'timeUnit' ? columns[choice.time ?? 0]?.said : columns[choice.current ?? 0]?.said;
  if (question === 'interval') return words.noInterval(interval);
  if (question === 'timeUnit' && said) return words.unknownUnit(line, said, Object.keys(timeUnits));
  if (question === 'currentUnit' && said) return words.unknownUnit(line, said, Object.keys(currentUnits));
  return words.questions[question];
}

/** @template T @param {Generator<unknown, T>} work @returns {T} */
export function run(work) {
  for (;;) {
    const { done, value } = work.next();
    if (done) return /** @type {T} */ (value);
  }
}
