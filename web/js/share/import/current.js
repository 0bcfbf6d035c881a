import { atfTable } from './atf.js';
import { namedColumns, resolved } from './columns.js';
import { textOf } from './encoding.js';
import { makeOf } from './make.js';
import { LONGEST, readTable } from './table.js';
import { currentUnits, timeUnits } from './units.js';
import * as words from '../../words/en/current-file.js';

/**
 * A current someone brings: first it is read, then shown with what is still to be asked, then made into input.
 *
 * @typedef {import('./columns.js').Choice} Choice
 * @typedef {import('./columns.js').Question} Question
 * @typedef {import('./types.js').Table} Table
 *
 * @typedef {object} Reading
 * @property {string} text
 * @property {Table} table
 * @property {Choice['comma']} comma as it was read
 * @property {Skipped[]} skipped
 *
 * @typedef {import('./types.js').Skipped | { what: 'encoding' | 'commas' | 'index' | 'columns', count: number, line: number }} Skipped
 *
 * @typedef {import('./make.js').Made} Made
 * @typedef {import('./make.js').Told} Told
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
