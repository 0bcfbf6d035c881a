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

/**
 * @param {Experiment} experiment
 * @returns {Setting[]}
 */
export function settingsOf(experiment) {
  const { controls, cases } = experiment;
  const rows = cases(startValues(experiment)).map((_, at) => String(at));
  const keysOf = (/** @type {typeof controls} */ some) => ['', ...some.map(({ key }) => key)];
  const keys = keysOf(controls);
  const amplitudes = keysOf(controls.filter(({ role }) => role === 'amplitude'));
  const common = { group: 'panels' };
  return [
    { key: 'row', options: ['most', ...rows], start: 'most', ...common },
    { key: 'fi', options: amplitudes, start: '', ...common },
    { key: 'x', options: keys, start: '', ...common },
    { key: 'y', options: keys, start: '', ...common },
    {
      key: 'overlay',
      options: ['', 'euler', 'rk4', 'euler rk4'],
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
