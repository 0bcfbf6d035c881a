/**
 * What of a link went back to its start, although it is another control that could not be had.
 * @param {string} key
 * @param {unknown} value
 * @param {string} sentence what could not be had
 */
export function wentBack(key, value, sentence) {
  return `${key} = ${value} (${sentence})`;
}
