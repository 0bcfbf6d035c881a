/**
 * @typedef {{ kind: 'samples', values: ArrayLike<number>, interval?: number } & import('./types.js').Window} Samples nA, ms:
 *   linear between the values, 0 after the last
 */

/** @type {import('./types.js').InputKind} */
export const samples = {
  kind: 'samples',
  numbers: ['interval'],
  lists: ['values'],
  currentAt({ values, interval }, s) {
    const k = Math.floor(s / interval);
    if (k + 1 >= values.length) return 0;
    return values[k] + (values[k + 1] - values[k]) * (s / interval - k);
  },
  scaled: (component, factor) => ({
    ...component,
    values: Array.from(component.values, (value) => factor * value),
  }),
};
