import { decimal, ROUNDED } from './numbers.js';
import { nameOf } from './units.js';

/**
 * Which column is what: what the heading says, and what is then still to be asked.
 *
 * @typedef {import('./types.js').Table} Table
 * @typedef {import('./units.js').Name} Name
 * @typedef {Name & { index: boolean }} Named index: numbers the rows
 *
 * @typedef {object} Choice what a visitor, or a test, says of a file; what is left out is as the heading has it
 * @property {import('./layout.js').Comma} [comma]
 * @property {number} [time] index of the column of times; EVENLY: there is none
 * @property {string} [timeUnit]
 * @property {number} [current] index of the column of the current
 * @property {string} [currentUnit]
 * @property {number} [interval] ms between values, where there are no times
 *
 * @typedef {'comma' | 'time' | 'timeUnit' | 'current' | 'currentUnit' | 'interval'} Question
 */

/** In place of the column of times: the values come at even intervals. */
export const EVENLY = -1;

/** @param {Table} table @returns {Named[]} */
export function namedColumns({ columns, names, units, headed }) {
  return columns.map((column, k) => {
    const name = nameOf(names[k] ?? '', units[k] ?? '');
    const called = name.text === '' || /^(?:unnamed: ?\d+|index|row|rownames)$/i.test(name.text);
    const fits = headed && columns.length > 1 && k === 0 && called;
    return { ...name, index: fits && (column.fault !== null || countsRows(column)) };
  });
}

/** @param {import('./types.js').Column} column */
function countsRows({ mantissas, powers }) {
  const at = (/** @type {number} */ row) => decimal(mantissas[row], powers[row], 0);
  const start = at(0);
  if ((start !== 0 && start !== 1) || powers.some((power) => power === ROUNDED || power < 0)) return false;
  return mantissas.every((_, row) => at(row) === start + row);
}

/**
 * What the file says, and the choice on top of it.
 * @param {Table} table
 * @param {Named[]} named
 * @param {Choice} choice
 * @returns {{ choice: Choice, asked: Question[] }}
 */
export function resolved(table, named, choice) {
  if (table.unclear) return { choice, asked: ['comma'] };
  const there = (/** @type {number | undefined} */ at) =>
    at !== undefined && at < named.length ? at : undefined;
  const chosen = there(choice.current);
  const time = there(choice.time) ?? timeColumn(table, named, chosen);
  const current = chosen ?? currentColumn(table, named, time);
  const own = (/** @type {number | undefined} */ column, /** @type {string} */ quantity) => {
    const name = column === undefined || column < 0 ? undefined : named[column];
    return name?.quantity === quantity && name.unit ? name.unit : undefined;
  };
  const timeUnit = choice.timeUnit ?? own(time, 'time');
  const currentUnit = choice.currentUnit ?? own(current, 'current');
  const { interval } = choice;
  /** @type {Question[]} */
  const asked = [];
  if (time === undefined) asked.push('time');
  if (current === undefined || current === time) asked.push('current');
  if (time === EVENLY && !(interval !== undefined && interval > 0 && interval < Infinity))
    asked.push('interval');
  if (time !== EVENLY && !timeUnit) asked.push('timeUnit');
  if (!currentUnit) asked.push('currentUnit');
  return { choice: { ...choice, time, current, timeUnit, currentUnit, interval }, asked };
}

/** The one that fulfils it, if only one does. @param {Named[]} named @param {(name: Named, at: number) => boolean} is */
function onlyOne(named, is) {
  const found = named.flatMap((name, at) => (!name.index && is(name, at) ? [at] : []));
  return found.length === 1 ? found[0] : undefined;
}

/** @param {Table} table @param {Named[]} named @param {number} [current] @returns {number | undefined} */
function timeColumn({ headed }, named, current) {
  const open = named.flatMap(({ index }, at) => (index ? [] : [at]));
  if (open.length === 1) return EVENLY;
  const times = (/** @type {Named} */ { quantity }) => quantity === 'time';
  const found = onlyOne(named, (name) => times(name) && name.byUnit) ?? onlyOne(named, times);
  if (found !== undefined) return found;
  // Of two columns the first is time, unless it says otherwise.
  const [first, second] = open;
  if (open.length === 2 && second !== current && !(headed && named[first].quantity)) return first;
  if (open.length === 2 && !headed) return first;
  return undefined;
}

/** @param {Table} table @param {Named[]} named @param {number | undefined} time @returns {number | undefined} */
function currentColumn({ headed }, named, time) {
  const open = named.flatMap(({ index }, at) => (index || at === time ? [] : [at]));
  const currents = (/** @type {Named} */ { quantity }) => quantity === 'current';
  const byUnit = named.filter((name) => currents(name) && name.byUnit);
  const found = byUnit.length
    ? onlyOne(named, (name) => currents(name) && name.byUnit)
    : onlyOne(named, currents);
  if (found !== undefined && found !== time) return found;
  if (byUnit.length || open.length !== 1) return undefined;
  const [only] = open;
  return !headed || !named[only].quantity ? only : undefined;
}
