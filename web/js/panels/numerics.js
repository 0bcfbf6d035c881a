import { bestOf, methodsFor } from '../runs/reference.js';
import { plain } from '../base/format.js';
import { Job } from '../simulator/job.js';
import { errorOf, larger, measureOf, orderSeen, steps } from '../studies/convergence.js';
import { gridMethods, methodChoice, methodOf, stepControl, methodNames } from '../model/methods.js';
import { modelOf } from '../model/neurons/index.js';
import { spikeErrors } from '../runs/spike-errors.js';
import { element, setRichText, setText } from '../ui/dom.js';
import { createRadios } from '../ui/radios.js';
import { createSlider } from '../ui/slider.js';
import { foundOf } from '../words/en/counts.js';
import { caseTitle } from '../words/en/experiments.js';
import { explain, stability } from '../words/en/explain.js';
import { methodLabel } from '../words/en/labels.js';
import { issueSentence } from '../words/en/issue.js';
import {
  computingCoarse,
  convergenceName,
  convergencePlot,
  errorAxis,
  errorHeads,
  errorHere,
  inputHead,
  lost,
  methodComputing,
  nothingToCompare,
  ordersSeen,
} from '../words/en/numerics.js';
import { failureOf } from '../words/en/panels.js';
import { inShort } from '../words/en/regime.js';
import { createConvergencePlot } from './convergence-plot.js';

/**
 * @typedef {import('../studies/convergence.js').Point} Point
 * @typedef {import('../model/types.js').Picture} Picture
 * @typedef {import('../model/types.js').Run} Run
 * @typedef {import('./types.js').PanelContext} PanelContext
 */

/** After so many time constants a constant input has nothing left to show but rounding. */
const SETTLED = 28;

/**
 * Method and step, what they cost, and how the cost falls with the step.
 * @type {import('./types.js').CreatePanel}
 */
export function createPanel(container, context) {
  const settings = createSettings(context);
  const explanation = element('p', { id: 'explanation' });
  const table = createErrorTable();
  const convergence = createConvergence(context.iaf);
  container.append(
    settings.element,
    element('div', { className: 'account' }, table.element, explanation),
    convergence.element,
  );

  return {
    update(picture) {
      const { runs, pending } = picture;
      settings.update(picture);
      convergence.update(picture);
      if (!runs.length) return;
      container.classList.toggle('pending', pending);
      const facts = settings.showStability(picture);
      if (pending) return setRichText(explanation, methodComputing(methodLabel(facts.method.value)));
      const compared = runs.filter(({ reference }) => reference);
      table.element.hidden = !compared.length;
      if (!compared.length) return setRichText(explanation, nothingToCompare);
      table.update(runs);
      const settled = Boolean(bestOf(runs[0]).steady) && runs[0].request.duration > SETTLED * facts.tau_m;
      setRichText(explanation, explain({ ...facts, ...totals(runs), settled }));
    },
    close: convergence.close,
  };
}

/**
 * The method, its step, and whether it is stable with it.
 * @param {Pick<PanelContext, 'iaf' | 'change' | 'commit'>} context
 */
function createSettings({ iaf, change, commit }) {
  const events = {
    change: (/** @type {string} */ key, /** @type {any} */ value) => change({ [key]: value }),
    reset: (/** @type {string} */ key) => change({ [key]: stepControl.start }),
    commit,
  };
  const method = createRadios(methodChoice, events);
  const step = createSlider(stepControl, events);
  const stable = element('p', { id: 'stability' });
  return {
    element: element('div', { className: 'settings' }, method.element, step.element, stable),
    /** @param {Picture} picture */
    update(picture) {
      const { numerics, runs, issues } = picture;
      const issue = issues.find(({ key }) => key === 'dt');
      const able = runs.map(({ request }) => methodsFor(iaf, request));
      method.offer(methodNames.filter((name) => able.every((each) => each.includes(name))));
      method.update({ method: methodOn(iaf, picture) }, undefined, '');
      step.update(numerics, issue && issueSentence(issue), runs.length ? inShort(picture) : '');
    },
    /** @param {Picture} picture with runs @returns what it goes by */
    showStability(picture) {
      const { numerics, runs } = picture;
      const facts = {
        method: methodOf(methodOn(iaf, picture)),
        dt: numerics.dt,
        tau_m: timeConstantOf(runs[0]),
      };
      const { text, level } = stability(facts);
      setRichText(stable, text);
      stable.className = level;
      return facts;
    },
  };
}

/**
 * The plot of errors against steps, whose points the worker computes, and a line about them.
 * @param {PanelContext['iaf']} iaf
 */
function createConvergence(iaf) {
  const plotBox = element('div', { className: 'plot' });
  const bar = element('progress', { id: 'convergence-progress', max: 1, 'aria-label': convergenceName });
  const status = element('p', { id: 'convergence-status' });
  const plot = createConvergencePlot(plotBox);
  /** @type {Picture | undefined} */
  let shown;
  /** @type {Point[]} */
  let points = [];
  /** @type {Job<Point>} */
  const job = new Job('convergence', (pieces, first) => {
    points = first ? pieces : [...points, ...pieces];
    show();
  });

  function show() {
    if (!shown?.runs.length) return;
    const { runs, numerics } = shown;
    const { done, failed } = job;
    const measure = measureOf(runs.map(bestOf));
    const tau_m = timeConstantOf(runs[0]);
    plotBox.hidden = Boolean(failed);
    bar.hidden = done;
    bar.value = points.length / (steps.length * gridMethods.length);
    const error = presentError(iaf, runs, measure);
    plot.update({ points, present: { ...numerics, error }, tau_m, title: errorAxis(measure) });
    const rest = done ? ordersSeen(ordersOf(points, tau_m)) : computingCoarse;
    setText(status, failed ? failureOf(convergencePlot, failed) : errorHere(error, measure) + rest);
  }

  return {
    element: element('div', { className: 'convergence-box' }, plotBox, bar, status),
    /** @param {Picture} picture */
    update(picture) {
      shown = picture;
      if (!picture.runs.length || picture.pending) return;
      const root = /** @type {HTMLElement} */ (plotBox.parentElement);
      root.hidden = !picture.runs.every(({ reference }) => reference);
      if (root.hidden) return job.cancel();
      const requests = picture.runs.map(({ request: { neuron, input, duration } }) => ({
        neuron,
        input,
        duration,
      }));
      job.ask({ kind: 'convergence', requests });
      show();
    },
    close: () => job.cancel(),
  };
}

/**
 * The error of the runs on show; NaN if they are exact, or have nothing to compare.
 * @param {PanelContext['iaf']} iaf
 * @param {Run[]} runs
 * @param {import('../studies/convergence.js').Measure} measure
 */
function presentError(iaf, runs, measure) {
  let largest = NaN;
  for (const { request, view, reference } of runs) {
    if (!reference || request.method === 'exact') continue;
    if (measure === 'spike' && !reference.spikes.length) continue;
    largest = larger(largest, errorOf(iaf, measure, request, view, reference));
  }
  return largest;
}

/** The method chosen; where that does not run the neuron on show, the one that does in its stead. @param {PanelContext['iaf']} iaf @param {Picture} picture */
function methodOn(iaf, { numerics: { method }, runs: [first] }) {
  return !first || methodsFor(iaf, first.request).includes(method)
    ? method
    : (first.request.method ?? method);
}

/** The time constant of a run's neuron, ms; NaN where its model has none. @param {Run} run */
function timeConstantOf({ request: { neuron } }) {
  return modelOf(neuron)?.timeConstant?.(neuron) ?? NaN;
}

/** @param {Run[]} runs */
function totals(runs) {
  const errors = runs.map((run) => spikeErrors(run.view.spikes, bestOf(run).spikes));
  return {
    several: runs.length > 1,
    found: errors.reduce((sum, { found }) => sum + found, 0),
    there: errors.reduce((sum, { there }) => sum + there, 0),
    largest: Math.max(0, ...errors.map(({ largest }) => Math.abs(largest)).filter(Number.isFinite)),
  };
}

/** The orders of the grid methods, where their points show one. @param {Point[]} points @param {number} tau_m */
function ordersOf(points, tau_m) {
  return gridMethods
    .map(({ value }) => ({
      label: methodLabel(value),
      order: orderSeen(
        points.filter(({ method }) => method === value),
        tau_m,
      ),
    }))
    .filter(({ order }) => Number.isFinite(order));
}

/** A spike-time error, ms. @param {number} error */
function signed(error) {
  if (!Number.isFinite(error)) return '–';
  const size = plain(Math.abs(error), 3);
  return error === 0 ? '0' : `${error < 0 ? '−' : '+'}${size}`;
}

/** @type {[string, (errors: import('../runs/spike-errors.js').SpikeErrors) => string][]} */
const columns = [
  [errorHeads.found, foundOf],
  [errorHeads.lost, lost],
  [errorHeads.largest, ({ largest }) => signed(largest)],
  [errorHeads.last, ({ last }) => signed(last)],
];

/** Spikes found and their errors, a run a row. */
function createErrorTable() {
  const body = element('tbody');
  const heads = [inputHead, ...columns.map(([head]) => head)].map((head) =>
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
      runs.forEach((run, at) => {
        const errors = spikeErrors(run.view.spikes, bestOf(run).spikes);
        const row = body.rows[at] ?? body.appendChild(newRow());
        const texts = [caseTitle(run), ...columns.map(([, text]) => text(errors))];
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
