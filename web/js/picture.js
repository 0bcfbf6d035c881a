import { leastWindow } from './plots/zoom.js';
import { lowerBound } from './sorted.js';

/**
 * @typedef {import('./types.js').Case} Case
 * @typedef {import('./types.js').ControlIssue} ControlIssue
 * @typedef {import('./types.js').Experiment} Experiment
 * @typedef {import('./types.js').Picture} Picture
 * @typedef {import('./types.js').Reading} Reading
 * @typedef {import('./types.js').Run} Run
 * @typedef {import('./types.js').Simulator} Simulator
 * @typedef {import('./types.js').Values} Values
 * @typedef {{ field: string, value: unknown, message: string }} RequestIssue
 */

/**
 * The controls of an experiment that its values put to use.
 * @param {Experiment} experiment
 * @param {Values} values
 */
export function controlsInUse({ controls }, values) {
  return controls.filter(({ when }) => !when || when(values));
}

/** So many spikes of all cases together are drawn: they are run within the frame. */
const MOST_SPIKES = 2e5;

/**
 * Runs every case of an experiment.
 * @param {Simulator} iaf
 * @param {Pick<import('./grid-views.js').GridViews, 'quick' | 'views'>} grid
 * @param {Experiment} experiment
 * @param {Values} values
 * @param {import('./types.js').Numerics} numerics
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
    issues.push({
      key: 'duration',
      message: `The runs have more than ${MOST_SPIKES} spikes together: shorten the duration`,
    });
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

/** @param {Experiment} experiment @param {Values} values @param {import('./types.js').Numerics} numerics */
function emptyFields(experiment, values, { method, dt }) {
  /** @type {ControlIssue[]} */
  const issues = controlsInUse(experiment, values)
    .filter(({ key }) => !Number.isFinite(values[key]))
    .map(({ key, label }) => ({ key, message: `${label}: enter a number` }));
  if (method !== 'exact' && !Number.isFinite(dt)) issues.push({ key: 'dt', message: 'Step: enter a number' });
  return issues;
}

/**
 * The part of a run that is drawn.
 * @param {Pick<import('./types.js').State, 'from' | 'to'>} wanted
 * @param {number} duration ms
 * @param {number} columns
 * @returns {import('./types.js').Window}
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
 * @param {import('./grid-views.js').GridViews} grid
 * @param {Run[]} runs
 * @param {import('./types.js').Window} window
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
 * Which control an issue is about, and the message in the symbols the visitor sees.
 * @param {RequestIssue} issue
 * @param {Case} origin
 * @param {Experiment} experiment
 * @returns {ControlIssue}
 */
function controlIssue({ field, message }, { fields }, { controls }) {
  const name = field.slice(field.lastIndexOf('.') + 1);
  const key = fields[field] ?? name;
  const renamed = field.startsWith('input') || key === name;
  const symbol = (renamed && controls.find((control) => control.key === key)?.symbol) || name;
  return { key, message: message.replace(field, symbol) };
}

/** The simulator runs nothing shorter, ms. */
const SHORTEST = 1e-12;

/**
 * I and u at one time, on every run. The exact method is asked for that very instant; a grid method's trace is
 * read between its points.
 * @param {Simulator} iaf
 * @param {Picture} picture
 * @param {number} t ms
 * @returns {Reading}
 */
export function readAt(iaf, { runs, window }, t) {
  let spike = false;
  const points = runs.map(({ request, view, drawn }) => {
    const at = lowerBound(view.spikes, t);
    const fires = view.spikes[at] === t;
    spike ||= fires;
    const { u, current } =
      request.method === 'exact' && t >= SHORTEST
        ? lastSample(iaf.simulate({ ...request, duration: t, dt: t }))
        : between(inside(drawn.view, t) ? drawn.view : view, t);
    return { current, u: fires ? request.neuron.theta : u };
  });
  const perPixel = (window.to - window.from) / window.columns;
  const digits = Math.min(Math.max(Math.ceil(Math.log10(window.to / perPixel)), 6), 15);
  return { t, spike, points, digits };
}

/** @param {import('./types.js').View} view @param {number} t */
function inside({ t: times }, t) {
  return times[0] <= t && t <= times[times.length - 1];
}

/** @param {{ u: Float64Array, current: Float64Array }} run */
function lastSample({ u, current }) {
  return { u: u[u.length - 1], current: current[current.length - 1] };
}

/** @param {import('./types.js').View} view @param {number} t */
function between({ t: times, u, current }, t) {
  const right = Math.min(Math.max(lowerBound(times, t), 1), times.length - 1);
  const left = Math.max(right - 1, 0); // a step longer than the run leaves one point
  const span = times[right] - times[left];
  const part = span > 0 ? Math.min(Math.max((t - times[left]) / span, 0), 1) : 1;
  const mix = (/** @type {Float64Array} */ values) => values[left] + part * (values[right] - values[left]);
  return { u: mix(u), current: mix(current) };
}

/**
 * A run's firing rate by its method, Hz.
 * @param {Run} run
 */
export function rateOf({ request, view }) {
  return request.method === 'exact' ? exactRateOf(view) : view.statistics.rate;
}

/**
 * A firing rate by the exact method, Hz: the steady one where there is one, else that of the intervals.
 * @param {import('./types.js').View} view
 */
export function exactRateOf({ steady, statistics }) {
  return steady ? steady.rate : statistics.rate;
}
