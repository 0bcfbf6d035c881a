import { startValues } from '../model/experiments/index.js';

/**
 * What the panels let a visitor choose, as choices of an experiment that stand in its links but not among its
 * controls.
 *
 * @typedef {import('../model/types.js').Choice} Choice
 * @typedef {import('../model/types.js').Experiment} Experiment
 * @typedef {import('../model/types.js').Settings} Settings
 * @typedef {Choice & { key: keyof Settings }} Setting
 */

/** @param {string[]} values @returns {Choice['options']} */
const options = (values) => values.map((value) => ({ value, label: value }));

/**
 * @param {Experiment} experiment
 * @returns {Setting[]}
 */
export function settingsOf(experiment) {
  const { controls, cases } = experiment;
  const rows = cases(startValues(experiment)).map((_, at) => String(at));
  const keysOf = (/** @type {typeof controls} */ some) => options(['', ...some.map(({ key }) => key)]);
  const keys = keysOf(controls);
  const amplitudes = keysOf(controls.filter(({ role }) => role === 'amplitude'));
  const common = { group: 'panels' };
  return [
    { key: 'row', label: 'Input', options: options(['most', ...rows]), start: 'most', ...common },
    { key: 'fi', label: 'Rate against', options: amplitudes, start: '', ...common },
    { key: 'x', label: 'Across', options: keys, start: '', ...common },
    { key: 'y', label: 'Up', options: keys, start: '', ...common },
    {
      key: 'overlay',
      label: 'Laid over',
      options: options(['', 'euler', 'rk4', 'euler rk4']),
      start: '',
      ...common,
    },
  ];
}

/**
 * The settings an experiment starts with.
 * @param {Experiment} experiment
 */
export function startSettings(experiment) {
  return /** @type {Settings} */ (
    Object.fromEntries(settingsOf(experiment).map(({ key, start }) => [key, start]))
  );
}
