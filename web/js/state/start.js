import { experiments, startValues } from '../model/experiments/index.js';
import { methodChoice, stepControl } from '../model/methods.js';
import { startSettings } from './settings.js';

/**
 * Everything at its start.
 * @returns {import('../model/types.js').State}
 */
export function startState() {
  return {
    experiment: experiments[0].id,
    values: Object.fromEntries(experiments.map((each) => [each.id, startValues(each)])),
    settings: Object.fromEntries(experiments.map((each) => [each.id, startSettings(each)])),
    method: methodChoice.start,
    dt: stepControl.start,
    from: null,
    to: null,
    cursor: null,
    panel: null,
    drawing: false,
    problems: [],
    unkept: null,
  };
}
