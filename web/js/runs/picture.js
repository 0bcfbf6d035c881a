import { controlsInUse } from '../model/experiments/controls.js';
import { bestOf, methodsFor } from './reference.js';
import { leastWindow } from '../state/zoom.js';

/**
 * @typedef {import('../model/types.js').Case} Case
 * @typedef {import('../model/types.js').ControlIssue} ControlIssue
 * @typedef {import('../model/types.js').Experiment} Experiment
 * @typedef {import('../model/types.js').Picture} Picture
 * @typedef {import('../model/types.js').Reading} Reading
 * @typedef {import('../model/types.js').Run} Run
 * @typedef {import('../model/types.js').View} View
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
  const requests = cases.map(({ request }) => withMethod(iaf, request, numerics));
  const quick = isOnGrid(requests) && grid.quick(requests);
  /** @type {Run[]} */
  const runs = [];
  let spikes = 0;
  for (const [at, each] of cases.entries()) {
    try {
      const window = { columns, from: 0, to: each.request.duration };
      const results = resultsOf(iaf, requests[at], window, quick);
      runs.push({ ...each, request: requests[at], ...results, drawn: results });
      spikes += bestOf(results).spikes.length;
    } catch (error) {
      for (const issue of issuesOf(error)) issues.push(controlIssue(issue, each, experiment));
    }
    if (spikes <= MOST_SPIKES) continue;
    issues.push({ key: 'duration', code: 'too-many-spikes', most: MOST_SPIKES });
    break;
  }
  if (issues.length) return { runs: [], issues, pending: false };
  if (quick || !isOnGrid(requests) || runs.some(({ reference }) => !reference)) {
    return { runs, issues, pending: false };
  }
  const late = grid.views(requests, { columns, from: 0, to: requests[0].duration });
  return { runs: runs.map((run, at) => whenLate(run, late?.[at])), issues, pending: !late };
}

/**
 * A request by the method that is wanted, or by the best that runs it.
 * @param {Simulator} iaf
 * @param {import('../model/types.js').FullRequest} request
 * @param {import('../model/types.js').Numerics} numerics
 */
function withMethod(iaf, request, { method, dt }) {
  const able = methodsFor(iaf, request);
  return { ...request, method: able.includes(method) ? method : able[0], dt };
}

/** @param {import('../model/types.js').FullRequest[]} requests */
function isOnGrid(requests) {
  return requests.some(({ method }) => method !== 'exact');
}

/**
 * A run and its reference over a window. What is slow on the grid is left to the worker and shown as its reference until
 * then; where it has none it is run at once all the same.
 * @param {Simulator} iaf
 * @param {import('../model/types.js').FullRequest} request
 * @param {import('../model/types.js').Window} window
 * @param {boolean} quick whether it may be run by a grid method at once
 * @returns {import('../model/types.js').Results}
 */
function resultsOf(iaf, request, window, quick) {
  const exact = { ...request, method: /** @type {const} */ ('exact') };
  const reference = methodsFor(iaf, request).includes('exact') ? iaf.view(exact, window) : undefined;
  const view = reference && (request.method === 'exact' || !quick) ? reference : iaf.view(request, window);
  return { view, reference };
}

/** A run whose view comes from the worker: as its reference until that is there. @param {Run} run @param {View | undefined} view */
function whenLate(run, view) {
  if (!view) return { ...run, request: { ...run.request, method: /** @type {const} */ ('exact') } };
  const results = { view, reference: run.reference };
  return { ...run, ...results, drawn: results };
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
    return runs.map((run) => ({ ...run, drawn: { view: run.view, reference: run.reference } }));
  }
  const requests = runs.map(({ request }) => request);
  if (!isOnGrid(requests) || grid.quick(requests) || runs.some(({ reference }) => !reference)) {
    return runs.map((run) => ({ ...run, drawn: resultsOf(iaf, run.request, window, true) }));
  }
  const late = grid.views(requests, window);
  return runs.map((run, at) => {
    const { reference } = resultsOf(iaf, run.request, window, false);
    return { ...run, drawn: { view: late?.[at] ?? run.view, reference } };
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
