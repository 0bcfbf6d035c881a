// Requests on their way into wasm: one run of doubles, as cpp/include/iaf/decode.hpp describes it, the
// other end of this format. Whoever changes one changes both, and the number of the form in both.

/** The form that is written here: the first number of every request. The wasm must read the same. */
export const FORM = 101;

const NUMBER = 0;
const STRING = 1;
const NUMBERS = 2;
const ARRAY = 3;
const OBJECT = 4;
const OTHER = 5;

const MOST_DOUBLES = 2 ** 25;
const DEEPEST = 16;
const LONGEST_NAME = 200;

let buffer = new Float64Array(1024);
let length = 0;

/** @param {number} count of doubles about to be written */
function reserve(count) {
  if (length + count <= buffer.length) return;
  // eslint-disable-next-line iaf/no-prose -- iaf.js ships alone: its messages, like the core's, come with it
  if (length + count > MOST_DOUBLES) throw new RangeError('the request is too large');
  const grown = new Float64Array(Math.max(2 * buffer.length, length + count));
  grown.set(buffer.subarray(0, length));
  buffer = grown;
}

/** @param {string} text */
function writeText(text) {
  const count = Math.min(text.length, LONGEST_NAME);
  reserve(count + 1);
  buffer[length++] = count;
  for (let i = 0; i < count; i++) buffer[length++] = text.charCodeAt(i);
}

/** @param {number} tag */
function writeTag(tag) {
  reserve(2);
  buffer[length++] = tag;
}

/**
 * @param {ArrayLike<unknown>} list
 * @param {number} depth
 */
function writeList(list, depth) {
  const start = length;
  writeTag(NUMBERS);
  buffer[length++] = list.length;
  reserve(list.length);
  if (list instanceof Float64Array || list instanceof Float32Array) {
    buffer.set(list, length);
    length += list.length;
    return;
  }
  for (let i = 0; i < list.length; i++) {
    const item = list[i];
    if (typeof item !== 'number') {
      length = start;
      writeTag(ARRAY);
      buffer[length++] = list.length;
      for (let j = 0; j < list.length; j++) write(list[j], depth + 1);
      return;
    }
    buffer[length++] = item;
  }
}

/**
 * @param {unknown} value
 * @param {number} depth
 */
function write(value, depth) {
  if (typeof value === 'number') {
    writeTag(NUMBER);
    buffer[length++] = value;
  } else if (typeof value === 'string') {
    writeTag(STRING);
    writeText(value);
  } else if (typeof value !== 'object' || value === null || depth > DEEPEST) {
    writeTag(OTHER);
  } else if (Array.isArray(value) || (ArrayBuffer.isView(value) && 'length' in value)) {
    writeList(/** @type {ArrayLike<unknown>} */ (/** @type {unknown} */ (value)), depth);
  } else if (Object.prototype.toString.call(value) !== '[object Object]') {
    writeTag(OTHER); // a Map, a Date: what it holds are not fields
  } else {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    writeTag(OBJECT);
    buffer[length++] = entries.length;
    for (const [key, item] of entries) {
      writeText(key);
      write(item, depth + 1);
    }
  }
}

/**
 * @param {unknown} request any value; what cannot be meant is for the decoder to say
 * @returns {Float64Array} valid until the next call
 * @throws {RangeError} past 2²⁵ doubles
 */
export function encode(request) {
  length = 1;
  buffer[0] = FORM;
  write(request, 0);
  return buffer.subarray(0, length);
}
