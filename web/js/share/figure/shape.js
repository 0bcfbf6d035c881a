import { controlsInUse, groups } from '../../model/experiments/controls.js';
import { startValues } from '../../model/experiments/index.js';

/**
 * What the height of an experiment's figure follows from: how many runs it draws, and how many controls there are.
 * @param {import('../../model/types.js').Experiment} experiment
 * @returns {import('./height.js').Shape}
 */
export function shapeOf(experiment) {
  const { cases, choices, few, presets } = experiment;
  const values = startValues(experiment);
  const all = [...choices, ...controlsInUse(experiment, values)];
  return {
    runs: cases(values).length,
    few: few.length,
    groups: groups.map((name) => all.filter(({ group }) => group === name).length),
    presets: presets.length > 0,
  };
}
