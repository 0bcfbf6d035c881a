import { controlsInUse } from '../model/experiments/controls.js';
import { leastWindow } from '../state/zoom.js';

/**
 * @typedef {import('../model/types.js').Case} Case
 * @typedef {import('../model/types.js').ControlIssue} ControlIssue
 * @typedef {import('../model/types.js').Experiment} Experiment
 * @typedef {import('../model/types.js').Picture} Picture
 * @typedef {import('../model/types.js').Reading} Reading
 * @typedef {import('../model/types.js').Run} Run
 * @typedef {import('../simulator/simulator.js').Simulator} Simulator
 * @typedef {import('../model/types.js').Values} Values
 * @typedef {import('../model/types.js').RequestIssue} RequestIssue
 */

/** So many spikes of all cases together are drawn: they are run within the frame. */
const MOST_SPIKES = 2e5;

/**
 * Runs every case of an experiment.
 * @param {Simulator} iaf
 * @param {Pick<import('../simulator/grid-views.js').GridViews, 'quick' | 'views'>} grid
 * @param {Experiment} experiment
 * @param {Values} values
 * @param {import('../model/types.js').Numerics} numerics
 * @param {number} columns pixel columns to thin the traces to
 * @returns {{ runs: Run[], issues: ControlIssue[], pending: boolean }} no runs if there are issues
 */
export function runExperiment(iaf, grid, experiment, values, numerics, columns) {
  const issues = emptyFields(experiment, values, numerics);
  if (issues.length) return { runs: [], issues, pending: false };

  const cases = experiment.cases(values);
  const requests = cases.map(({ request }) => ({ ...request, ...numerics }));
  const quick = numerics.method !== 'exact' && grid.quick(requests);
  /** @type {Run[]} */
  let runs = [];
  let spikes = 0;
  for (const [at, each] of cases.entries()) {
    try {
      const window = { columns, from: 0, to: each.request.duration };
      const exact = iaf.view({ ...each.request, method: 'exact' }, window);
      const view = quick ? iaf.view(requests[at], window) : exact;
      runs.push({ ...each, request: requests[at], view, exact, drawn: { view, exact } });
      spikes += exact.spikes.length;
    } catch (error) {
      for (const issue of issuesOf(error)) issues.push(controlIssue(issue, each, experiment));
    }
    if (spikes <= MOST_SPIKES) continue;
    issues.push({ key: 'duration', code: 'too-many-spikes', most: MOST_SPIKES });
    break;
  }
  if (issues.length) return { runs: [], issues, pending: false };
  if (quick || numerics.method === 'exact') return { runs, issues, pending: false };

  const late = grid.views(requests, { columns, from: 0, to: requests[0].duration });
  runs = runs.map((run, at) => {
    if (!late) return { ...run, request: { ...run.request, method: 'exact' } };
    return { ...run, view: late[at], drawn: { view: late[at], exact: run.exact } };
  });
  return { runs, issues, pending: !late };
}

/** @param {Experiment} experiment @param {Values} values @param {import('../model/types.js').Numerics} numerics */
function emptyFields(experiment, values, { method, dt }) {
  /** @type {ControlIssue[]} */
  const issues = controlsInUse(experiment, values)
    .filter(({ key }) => !Number.isFinite(values[key]))
    .map(({ key, name }) => ({ key, name, code: 'empty' }));
  if (method !== 'exact' && !Number.isFinite(dt)) issues.push({ key: 'dt', code: 'empty' });
  return issues;
}

/**
 * The part of a run that is drawn.
 * @param {Pick<import('../model/types.js').State, 'from' | 'to'>} wanted
 * @param {number} duration ms
 * @param {number} columns
 * @returns {import('../model/types.js').Window}
 */
export function windowOf({ from, to }, duration, columns) {
  const start = Math.max(from ?? 0, 0);
  const end = Math.min(to ?? duration, duration);
  const fits = end - start >= leastWindow(duration) * (1 - 1e-6);
  return fits ? { columns, from: start, to: end } : { columns, from: 0, to: duration };
}

/**
 * The runs again, with what is to be drawn of them: points as close as the window asks for.
 * @param {Simulator} iaf
 * @param {import('../simulator/grid-views.js').GridViews} grid
 * @param {Run[]} runs
 * @param {import('../model/types.js').Window} window
 * @returns {Run[]}
 */
export function drawnIn(iaf, grid, runs, window) {
  const [first] = runs;
  if (!first) return runs;
  if (window.from === 0 && window.to === first.request.duration) {
    return runs.map((run) => ({ ...run, drawn: { view: run.view, exact: run.exact } }));
  }
  const requests = runs.map(({ request }) => request);
  const onGrid = first.request.method !== 'exact';
  const late =
    onGrid && !grid.quick(requests) ? (grid.views(requests, window) ?? runs.map(({ view }) => view)) : null;
  return runs.map((run, at) => {
    const exact = iaf.view({ ...run.request, method: 'exact' }, window);
    const view = late ? late[at] : onGrid ? iaf.view(run.request, window) : exact;
    return { ...run, drawn: { view, exact } };
  });
}

/**
 * @param {unknown} error
 * @returns {RequestIssue[]}
 */
function issuesOf(error) {
  if (error instanceof Error && 'issues' in error) return /** @type {RequestIssue[]} */ (error.issues);
  throw error;
}

/**
 * Which control an issue is about, and the symbol that the visitor sees in place of the field.
 * @param {RequestIssue} issue
 * @param {Case} origin
 * @param {Experiment} experiment
 * @returns {ControlIssue}
 */
function controlIssue(issue, { fields }, { controls }) {
  const { field } = issue;
  const name = field.slice(field.lastIndexOf('.') + 1);
  const key = fields[field] ?? name;
  const renamed = field.startsWith('input') || key === name;
  const symbol = (renamed && controls.find((control) => control.key === key)?.symbol) || name;
  return { ...issue, key, symbol };
}
