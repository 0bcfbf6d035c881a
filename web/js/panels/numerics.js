import { failureOf } from '../ui/progress.js';
import { plain } from '../base/format.js';
import { Job } from '../simulator/job.js';
import { errorOf, larger, measureOf, orderSeen, steps } from '../studies/convergence.js';
import { explain, stability } from '../words/explain.js';
import { gridMethods, methodChoice, methodOf, stepControl } from '../model/methods.js';
import { foundOf, spikeErrors } from '../runs/spike-errors.js';
import { inShort } from '../words/regime.js';
import { element, setRichText, setText } from '../ui/dom.js';
import { createRadios } from '../ui/radios.js';
import { createSlider } from '../ui/slider.js';
import { createConvergencePlot } from './convergence-plot.js';

/**
 * @typedef {import('../studies/convergence.js').Point} Point
 * @typedef {import('../model/types.js').Picture} Picture
 * @typedef {import('../model/types.js').Run} Run
 */

/** After so many time constants a constant input has nothing left to show but rounding. */
const SETTLED = 28;

const measures = {
  spike: { name: 'Largest spike-time error', unit: 'ms' },
  end: { name: 'Error of u at the end', unit: 'mV' },
};

/**
 * Method and step, what they cost, and how the cost falls with the step.
 * @type {import('./types.js').CreatePanel}
 */
export function createPanel(container, { iaf, change, commit }) {
  const events = {
    change: (/** @type {string} */ key, /** @type {any} */ value) => change({ [key]: value }),
    reset: (/** @type {string} */ key) => change({ [key]: stepControl.start }),
    commit,
  };
  const method = createRadios(methodChoice, events);
  const step = createSlider(stepControl, events);
  const stable = element('p', { id: 'stability' });
  const explanation = element('p', { id: 'explanation' });
  const table = createErrorTable();
  const plotBox = element('div', { className: 'plot' });
  const bar = element('progress', { id: 'convergence-progress', max: 1, 'aria-label': 'Convergence plot' });
  const status = element('p', { id: 'convergence-status' });
  container.append(
    element('div', { className: 'settings' }, method.element, step.element, stable),
    element('div', { className: 'account' }, table.element, explanation),
    element('div', { className: 'convergence-box' }, plotBox, bar, status),
  );
  const plot = createConvergencePlot(plotBox);

  /** @type {Picture | undefined} */
  let shown;
  /** @type {Point[]} */
  let points = [];
  /** @type {Job<Point>} */
  const job = new Job('convergence', (pieces, first) => {
    points = first ? pieces : [...points, ...pieces];
    showConvergence();
  });

  function showConvergence() {
    if (!shown?.runs.length) return;
    const { runs, numerics } = shown;
    const { done, failed } = job;
    const measure = measureOf(runs.map(({ exact }) => exact));
    const { name, unit } = measures[measure];
    const { R, C } = runs[0].request.neuron;
    plotBox.hidden = Boolean(failed);
    bar.hidden = done;
    bar.value = points.length / (steps.length * gridMethods.length);
    const error = presentError(runs, measure);
    plot.update({
      points,
      present: { ...numerics, error },
      tau_m: R * C,
      title: `${name} (${unit})`,
    });
    const present = Number.isFinite(error) ? `At this step: ${plain(error, 3)} ${unit}. ` : '';
    const rest = done ? slopes(points, R * C) : 'Computing, coarse steps first …';
    setText(status, failed ? failureOf('convergence plot', failed) : present + rest);
  }

  /** @param {Run[]} runs @param {import('../studies/convergence.js').Measure} measure */
  function presentError(runs, measure) {
    let largest = NaN;
    for (const { request, view, exact } of runs) {
      if (request.method === 'exact' || (measure === 'spike' && !exact.spikes.length)) continue;
      largest = larger(largest, errorOf(iaf, measure, request, view, exact));
    }
    return largest;
  }

  return {
    update(picture) {
      shown = picture;
      const { numerics, runs, issues } = picture;
      method.update(numerics, undefined, '');
      step.update(
        numerics,
        issues.find(({ key }) => key === 'dt')?.message,
        runs.length ? inShort(picture) : '',
      );
      if (!runs.length) return;
      container.classList.toggle('pending', picture.pending);
      const { R, C } = runs[0].request.neuron;
      const facts = { method: methodOf(numerics.method), dt: numerics.dt, tau_m: R * C };
      const { text, level } = stability(facts);
      setRichText(stable, text);
      stable.className = level;
      if (picture.pending) return setRichText(explanation, `${facts.method.label} is computing …`);
      table.update(runs);
      const settled = Boolean(runs[0].exact.steady) && runs[0].request.duration > SETTLED * R * C;
      setRichText(explanation, explain({ ...facts, ...totals(runs), settled }));
      const requests = runs.map(({ request: { neuron, input, duration } }) => ({ neuron, input, duration }));
      job.ask({ kind: 'convergence', requests });
      showConvergence();
    },
    close: () => job.cancel(),
  };
}

/** @param {Run[]} runs */
function totals(runs) {
  const errors = runs.map(({ view, exact }) => spikeErrors(view.spikes, exact.spikes));
  return {
    several: runs.length > 1,
    found: errors.reduce((sum, { found }) => sum + found, 0),
    there: errors.reduce((sum, { there }) => sum + there, 0),
    largest: Math.max(0, ...errors.map(({ largest }) => Math.abs(largest)).filter(Number.isFinite)),
  };
}

/** @param {import('../studies/convergence.js').Point[]} points @param {number} tau_m */
function slopes(points, tau_m) {
  const seen = gridMethods
    .map(({ value, label }) => ({
      label,
      order: orderSeen(
        points.filter(({ method }) => method === value),
        tau_m,
      ),
    }))
    .filter(({ order }) => Number.isFinite(order))
    .map(({ label, order }) => `${label} ${order.toFixed(1)}`);
  return seen.length ? `Order seen: ${seen.join(', ')}.` : '';
}

/** A spike-time error, ms. @param {number} error */
function signed(error) {
  if (!Number.isFinite(error)) return '–';
  const size = plain(Math.abs(error), 3);
  return error === 0 ? '0' : `${error < 0 ? '−' : '+'}${size}`;
}

/** @param {import('../runs/spike-errors.js').SpikeErrors} errors */
function lost({ missed, invented }) {
  if (invented) return `${invented} invented`;
  return missed ? `${missed} missed` : '0';
}

/** @type {[string, (errors: import('../runs/spike-errors.js').SpikeErrors) => string][]} */
const columns = [
  ['Spikes found', foundOf],
  ['Missed or invented', lost],
  ['Largest error (ms)', ({ largest }) => signed(largest)],
  ['Last error (ms)', ({ last }) => signed(last)],
];

/** Spikes found and their errors, a run a row. */
function createErrorTable() {
  const body = element('tbody');
  const heads = ['Input', ...columns.map(([head]) => head)].map((head) =>
    element('th', { scope: 'col' }, head),
  );
  const table = element(
    'table',
    { id: 'numerics-table' },
    element('thead', {}, element('tr', {}, ...heads)),
    body,
  );
  return {
    element: table,
    /** @param {Run[]} runs */
    update(runs) {
      table.classList.toggle('single', runs.length < 2);
      while (body.rows.length > runs.length) body.deleteRow(-1);
      runs.forEach(({ title, view, exact }, at) => {
        const errors = spikeErrors(view.spikes, exact.spikes);
        const row = body.rows[at] ?? body.appendChild(newRow());
        const texts = [title, ...columns.map(([, text]) => text(errors))];
        texts.forEach((text, column) => setText(row.cells[column], text));
        row.classList.toggle('wrong', errors.missed + errors.invented > 0);
      });
    },
  };
}

function newRow() {
  return element(
    'tr',
    {},
    element('th', { scope: 'row' }),
    ...columns.map(([head]) => element('td', { 'data-head': head })),
  );
}
