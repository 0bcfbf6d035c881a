/**
 * What the lab knows about the methods, as data.
 *
 * @typedef {import('./types.js').State['method']} MethodId
 *
 * @typedef {object} Method
 * @property {MethodId} value
 * @property {number} stable it is stable up to so many tau_m a step
 * @property {number} rings past so many tau_m a step, u oscillates about where it should settle
 * @property {(z: number) => number} growth what a step of z tau_m multiplies a deviation from the steady state by
 */

/** @type {Method[]} */
export const methods = [
  { value: 'exact', stable: Infinity, rings: Infinity, growth: (z) => Math.exp(-z) },
  { value: 'euler', stable: 2, rings: 1, growth: (z) => 1 - z },
  {
    value: 'rk4',
    stable: 2.785293563405282,
    rings: Infinity,
    growth: (z) => 1 - z * (1 - (z / 2) * (1 - (z / 3) * (1 - z / 4))),
  },
];

/** @param {MethodId} id */
export function methodOf(id) {
  return methods.find(({ value }) => value === id) ?? methods[0];
}

/** Those that step along a grid. */
export const gridMethods = methods.filter(({ value }) => value !== 'exact');

/** @type {import('./types.js').Choice & { start: MethodId }} */
export const methodChoice = {
  key: 'method',
  group: 'numerics',
  options: methods.map(({ value }) => value),
  start: 'exact',
};

/** @type {import('./types.js').Control} */
export const stepControl = {
  key: 'dt',
  group: 'numerics',
  symbol: 'dt',
  unit: 'ms',
  scale: 'log',
  min: 1e-3,
  max: 5,
  step: 0.05,
  start: 0.1,
};

/** Their names in requests. */
export const methodNames = methods.map(({ value }) => value);
