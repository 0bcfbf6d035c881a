/**
 * Two rows at one time are a jump, as protocols of steps are written: between jumps the current is a part of its own.
 *
 * @typedef {object} Part
 * @property {number} from index of its first row
 * @property {number} to of its last one
 */

/**
 * @param {Float64Array} times not decreasing
 * @returns {Part[]} those that last
 */
export function partsOf(times) {
  /** @type {Part[]} */
  const parts = [];
  let from = 0;
  for (let i = 1; i <= times.length; i += 1) {
    if (i < times.length && times[i] !== times[i - 1]) continue;
    if (i - 1 > from) parts.push({ from, to: i - 1 });
    from = i;
  }
  return parts;
}

/** Whether a part has one value. @param {Float64Array} values @param {Part} part */
export function isConstant(values, { from, to }) {
  for (let i = from + 1; i <= to; i += 1) if (values[i] !== values[from]) return false;
  return true;
}
