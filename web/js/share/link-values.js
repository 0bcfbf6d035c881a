import { mayPartThousands } from '../base/read-number.js';
import { complete } from '../model/complete.js';
import { inputOf } from '../model/input-text.js';
import { DEFLATED } from './link-pairs.js';
import {
  commaOrThousands,
  cutSamples,
  damaged,
  inputFault,
  notANumber,
  notKept,
  notOneOf,
} from '../words/en/link.js';

/**
 * The texts of a link as values.
 *
 * @typedef {Pick<import('../model/request.js').Defaults, 'components'>} Components what missing fields of components take
 *
 * @typedef {object} Entry a choice, a number or a list of input components, whatever it belongs to
 * @property {string} key
 * @property {any} start
 * @property {string[]} [options]
 * @property {true} [components]
 */

/**
 * @param {Entry} entry
 * @param {string} text
 * @param {{ defaults: Components, missing?: string, last: boolean }} how missing: why a current that stands elsewhere is
 *   not to be had; last: whether the link ends in it
 * @returns {any}
 * @throws {TypeError} saying why it cannot be
 */
export function valueIn({ options, components }, text, how) {
  if (components) return componentsIn(text.toLowerCase(), how);
  if (!options) return numberIn(text.trim());
  const found = options.find((each) => each.toLowerCase() === text.toLowerCase());
  if (found === undefined) throw new TypeError(notOneOf(options.filter(Boolean)));
  return found;
}

/** A comma may be that of a fraction, but before three digits it may be one of thousands. @param {string} text */
function numberIn(text) {
  if (mayPartThousands(text)) throw new TypeError(commaOrThousands(text));
  const number = Number(text.replace(/^([-+]?\d*),(\d+(?:e[-+]?\d+)?)$/i, '$1.$2'));
  if (text === '' || !Number.isFinite(number)) throw new TypeError(notANumber);
  return number;
}

/** @param {string} text @param {Parameters<typeof valueIn>[2]} how */
function componentsIn(text, { defaults, missing, last }) {
  if (text.startsWith('#')) throw new TypeError(missing ?? notKept);
  if (text.startsWith(`${DEFLATED} `)) throw new TypeError(missing ?? damaged);
  if (last && isCut(text)) throw new TypeError(cutSamples);
  try {
    return complete(inputOf(text), defaults);
  } catch (error) {
    const { cause } = /** @type {{ cause?: import('../model/input-text.js').Fault }} */ (error);
    throw cause ? new TypeError(inputFault(cause)) : error;
  }
}

/** Whether a line ends within a number; a point after one is no sign of it where the number before has one, too. @param {string} line */
function isCut(line) {
  const [before = '', end = ''] = line.split(/[\s+]+/).slice(-2);
  return end.endsWith('…') || (/^-?[\d.]*(?:[-.]|e-?)$/.test(end) && !/^-?\d+\.$/.test(before));
}
