import { always, fieldsOf, inputKindOf, inputKinds } from './inputs/index.js';
import { clipped } from '../base/format.js';

/**
 * Input components as a line of words and back, for links: kind, then name and number in turn; a list of numbers runs on
 * to the next name. Every digit is kept. A window that is the whole run is not said.
 *
 *     samples interval 0.5 values 0 1 2.5 and constant amplitude 2 start 20 stop 120
 *
 * @typedef {import('./request.js').InputComponent} InputComponent
 */

const separator = 'and';
/** @type {Record<string, number>} */
const unsaid = always;

/**
 * @param {InputComponent[]} input
 * @returns {string}
 */
export function inputText(input) {
  return input
    .map((component) => {
      /** @type {Record<string, any>} */
      const given = component;
      const known = fieldsOf(component.kind).filter(
        (name) => given[name] !== undefined && given[name] !== unsaid[name],
      );
      return [component.kind, ...known.flatMap((name) => [name, ...[given[name]].flat().map(text)])].join(
        ' ',
      );
    })
    .join(` ${separator} `);
}

/** Without a +, which parts words. @param {number} value */
function text(value) {
  return Object.is(value, -0) ? '-0' : String(value).replace('+', '');
}

/**
 * @param {string} line
 * @returns {InputComponent[]} with the fields that stand there
 * @throws {TypeError} saying which word is wrong
 */
export function inputOf(line) {
  const words = line.split(/[\s+]+/).filter(Boolean);
  /** @type {Record<string, any>[]} */
  const input = [];
  for (let at = 0; at < words.length; at += 1) {
    const kind = words[at];
    const lists = inputKindOf(kind)?.lists;
    if (!lists) throw new TypeError(`“${clipped(kind)}” is none of ${Object.keys(inputKinds).join(', ')}`);
    /** @type {Record<string, any>} */
    const component = { kind };
    const names = fieldsOf(kind);
    for (at += 1; at < words.length && words[at] !== separator; ) {
      const name = words[at];
      if (!names.includes(name)) throw new TypeError(`“${clipped(name)}” is no field of ${kind}`);
      const numbers = [];
      for (at += 1; at < words.length && isNumber(words[at]); at += 1) numbers.push(Number(words[at]));
      const isList = lists.includes(name);
      if (!isList && numbers.length !== 1) throw new TypeError(`${name} of ${kind} wants one number`);
      component[name] = isList ? numbers : numbers[0];
    }
    input.push(component);
  }
  return /** @type {InputComponent[]} */ (input);
}

/** @param {string} word */
function isNumber(word) {
  return /^[-.\d]/.test(word) && Number.isFinite(Number(word));
}
