/**
 * How a spike train differs from the true one: the k-th spike is held against the k-th.
 *
 * @typedef {object} SpikeErrors
 * @property {number} found
 * @property {number} there
 * @property {number} missed
 * @property {number} invented
 * @property {number} largest error of a spike's time, ms, with its sign: + late, - early; NaN without a pair
 * @property {number} last error of the last pair, likewise
 *
 * @param {Float64Array} found ms
 * @param {Float64Array} there ms
 * @returns {SpikeErrors}
 */
export function spikeErrors(found, there) {
  const pairs = Math.min(found.length, there.length);
  let largest = NaN;
  for (let k = 0; k < pairs; k += 1) {
    const error = found[k] - there[k];
    if (!(Math.abs(error) <= Math.abs(largest))) largest = error;
  }
  return {
    found: found.length,
    there: there.length,
    missed: Math.max(there.length - found.length, 0),
    invented: Math.max(found.length - there.length, 0),
    largest,
    last: pairs ? found[pairs - 1] - there[pairs - 1] : NaN,
  };
}
