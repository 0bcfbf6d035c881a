import { always, fieldsOf, inputKindOf, inputKinds } from './inputs/index.js';

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
 * @throws {TypeError} whose cause is a `Fault`
 */
export function inputOf(line) {
  const words = line.split(/[\s+]+/).filter(Boolean);
  /** @type {Record<string, any>[]} */
  const input = [];
  for (let at = 0; at < words.length; at += 1) {
    const kind = words[at];
    const lists = inputKindOf(kind)?.lists;
    if (!lists) throw faulty({ code: 'kind', word: kind, kind, known: Object.keys(inputKinds) });
    /** @type {Record<string, any>} */
    const component = { kind };
    const names = fieldsOf(kind);
    for (at += 1; at < words.length && words[at] !== separator; ) {
      const name = words[at];
      if (!names.includes(name)) throw faulty({ code: 'field', word: name, kind });
      const numbers = [];
      for (at += 1; at < words.length && isNumber(words[at]); at += 1) numbers.push(Number(words[at]));
      const isList = lists.includes(name);
      if (!isList && numbers.length !== 1) throw faulty({ code: 'number', word: name, kind });
      component[name] = isList ? numbers : numbers[0];
    }
    input.push(component);
  }
  return /** @type {InputComponent[]} */ (input);
}

/**
 * @typedef {object} Fault what is wrong with a line that is no input
 * @property {'kind' | 'field' | 'number'} code no such kind; no such field of the kind; not the one number it wants
 * @property {string} word that is wrong
 * @property {string} kind
 * @property {string[]} [known] kinds there are
 */

/** @param {Fault} fault */
function faulty(fault) {
  return new TypeError(fault.code, { cause: fault });
}

/** @param {string} word */
function isNumber(word) {
  return /^[-.\d]/.test(word) && Number.isFinite(Number(word));
}
