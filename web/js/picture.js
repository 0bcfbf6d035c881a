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

/**
 * Runs every case of an experiment.
 * @param {Simulator} iaf
 * @param {Experiment} experiment
 * @param {Values} values
 * @param {import('./types.js').Numerics} numerics
 * @param {number} columns pixel columns to thin the traces to
 * @returns {{ runs: Run[], issues: ControlIssue[] }} no runs if there are issues
 */
export function runExperiment(iaf, experiment, values, numerics, columns) {
  /** @type {ControlIssue[]} */
  const issues = controlsInUse(experiment, values)
    .filter(({ key }) => !Number.isFinite(values[key]))
    .map(({ key, label }) => ({ key, message: `${label}: enter a number` }));
  const { method, dt } = numerics;
  if (method !== 'exact' && !Number.isFinite(dt)) issues.push({ key: 'dt', message: 'Step: enter a number' });
  if (issues.length) return { runs: [], issues };

  /** @type {Run[]} */
  const runs = [];
  for (const each of experiment.cases(values)) {
    try {
      const request = { ...each.request, ...numerics };
      const exact = iaf.view({ ...each.request, method: 'exact' }, { columns });
      const view = method === 'exact' ? exact : iaf.view(request, { columns });
      runs.push({ ...each, request, view, exact });
    } catch (error) {
      issues.push(...issuesOf(error).map((issue) => controlIssue(issue, each, experiment)));
    }
  }
  return issues.length ? { runs: [], issues } : { runs, issues };
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

/**
 * I and u at one time, on every run. The exact method is asked for that very instant; a grid method's trace is
 * read between its points.
 * @param {Simulator} iaf
 * @param {Run[]} runs
 * @param {number} t ms
 * @returns {Reading}
 */
export function readAt(iaf, runs, t) {
  let spike = false;
  const points = runs.map(({ request, view }) => {
    const at = lowerBound(view.spikes, t);
    const fires = view.spikes[at] === t;
    spike ||= fires;
    const { u, current } =
      request.method === 'exact' && t > 0
        ? lastSample(iaf.simulate({ ...request, duration: t, dt: t }))
        : between(view, t);
    return { current, u: fires ? request.neuron.theta : u };
  });
  return { t, spike, points };
}

/** @param {{ u: Float64Array, current: Float64Array }} run */
function lastSample({ u, current }) {
  return { u: u[u.length - 1], current: current[current.length - 1] };
}

/** @param {import('./types.js').View} view @param {number} t */
function between({ t: times, u, current }, t) {
  const right = Math.min(Math.max(lowerBound(times, t), 1), times.length - 1);
  const left = right - 1;
  const span = times[right] - times[left];
  const part = span > 0 ? Math.min(Math.max((t - times[left]) / span, 0), 1) : 1;
  const mix = (/** @type {Float64Array} */ values) => values[left] + part * (values[right] - values[left]);
  return { u: mix(u), current: mix(current) };
}

/**
 * A run's firing rate, Hz: the steady one where the exact method knows it, else that of its intervals.
 * @param {Run} run
 */
export function rateOf({ request, view: { steady, statistics } }) {
  return request.method === 'exact' && steady ? steady.rate : statistics.rate;
}

/**
 * Index of the first entry that is not less than `value`.
 * @param {Float64Array} sorted
 * @param {number} value
 */
export function lowerBound(sorted, value) {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
