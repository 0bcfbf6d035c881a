import { experimentOf, startValues } from '../../model/experiments/index.js';
import { isQuick } from '../../simulator/grid-views.js';
import { stepControl } from '../../model/methods.js';
import { runExperiment } from '../../runs/picture.js';
import { wentBack } from '../../words/en/mended.js';
import { issueSentence } from '../../words/en/issue.js';

/** @typedef {import('../../model/types.js').State} State */

/**
 * What becomes of a state that cannot be run, as a link may ask for: what is at fault goes back to its start.
 * @param {import('../../simulator/simulator.js').Simulator} iaf
 * @param {State} state
 * @returns {Pick<State, 'values' | 'dt' | 'problems'>} problems name what was at fault, after those there were
 */
export function withValidValues(iaf, state) {
  const experiment = experimentOf(state.experiment);
  /** @type {Record<string, any>} */
  const starts = { ...startValues(experiment), dt: stepControl.start };
  const grid = { quick: isQuick, views: () => null };
  const issuesOf = (/** @type {Record<string, any>} */ { dt, ...values }) =>
    runExperiment(iaf, grid, experiment, values, { method: state.method, dt }, 1).issues;

  /** @type {Record<string, any>} */
  let all = { ...state.values[experiment.id], dt: state.dt };
  let issues = issuesOf(all);
  const problems = [...state.problems];
  // Those named first; a fault of two, such as theta below u_reset, is named at one of them.
  for (const key of new Set([...issues.map((issue) => issue.key), ...Object.keys(starts)])) {
    if (!issues.length || Object.is(all[key], starts[key]) || !(key in starts)) continue;
    const [{ key: named }] = issues;
    const sentence = issueSentence(issues[0]);
    const next = { ...all, [key]: starts[key] };
    const left = issuesOf(next);
    if (left.some((issue) => issueSentence(issue) === sentence)) continue;
    problems.push(named === key ? sentence : wentBack(key, all[key], sentence));
    all = next;
    issues = left;
  }
  if (issues.length) {
    problems.push(issueSentence(issues[0]));
    all = { ...starts };
  }
  const { dt, ...values } = all;
  return { values: { ...state.values, [experiment.id]: values }, dt, problems };
}
