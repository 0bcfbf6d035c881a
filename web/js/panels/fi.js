import { bestOf, numericsOfRates } from '../runs/reference.js';
import { createProgress } from '../ui/progress.js';
import { rowOf } from '../runs/shown-row.js';
import { exactRateOf } from '../runs/rate.js';
import { unitOf } from '../model/experiments/controls.js';
import { plain } from '../base/format.js';
import { gridMethods } from '../model/methods.js';
import { modelOf } from '../model/neurons/index.js';
import { amplitudesOf, named } from '../studies/axes.js';
import { RateSource } from '../studies/rate-source.js';
import { pointsOf } from '../studies/rates.js';
import { createDataTable } from '../ui/data-table.js';
import { element } from '../ui/dom.js';
import { createFiPlot } from './fi-plot.js';
import { createAxes } from '../draw/graph.js';
import { createPick, createRowPick, createTick, plainName } from '../ui/pick.js';
import { caseTitle } from '../words/en/experiments.js';
import { exactCurve, fiName, fiStatus, fiTable, overlay, rateAgainst, rateColumn } from '../words/en/fi.js';
import { labelOf, methodLabel } from '../words/en/labels.js';
import { stoppedAtRest } from '../words/en/panels.js';

/**
 * @typedef {import('../model/types.js').Picture} Picture
 * @typedef {import('../model/types.js').Run} Run
 * @typedef {import('./types.js').PanelContext} PanelContext
 * @typedef {ReturnType<typeof subjectOf>} Subject
 * @typedef {ReturnType<typeof createSweeps>} Sweeps
 */

/** Points of a curve, and the strides in which they come: 11, 51, 201. */
const POINTS = 201;
const STRIDES = [20, 4, 1];

/**
 * The firing rate against an amplitude of the input.
 * @type {import('./types.js').CreatePanel}
 */
export function createPanel(container, { iaf, setByDrag, changeSettings, commit }) {
  const picks = createPicks(changeSettings);
  const axes = createAxes();
  const sweeps = createSweeps(iaf, draw);
  const plot = createFiPlot({
    place(control, value) {
      if (shown) axes.hold(control, shown.values);
      setByDrag({ [control.key]: value });
    },
    drop() {
      axes.drop();
      if (shown) update(shown);
      commit();
    },
  });
  const progress = createProgress('fi', fiName, sweeps.stop);
  const table = createDataTable('fi', fiTable);
  container.append(picks.element, plot.element, ...progress.nodes, table.element);

  /** @type {Picture | undefined} */
  let shown;

  function draw() {
    if (!shown?.runs.length) return;
    const subject = subjectOf(iaf, shown);
    const scene = sceneOf(shown, subject, axes.of(subject.control, shown.values), sweeps);
    plot.update(scene);
    table.update(() => rowsOf(scene));
    const { done, part, failed, stopped } = sweeps.progressOf(subject);
    progress.update({ done, part, failed }, stopped ? stoppedAtRest : statusOf(scene, subject, !done));
  }

  /** @param {Picture} picture */
  function update(picture) {
    if (!picture.runs.length || picture.issues.length) return;
    shown = picture;
    const subject = subjectOf(iaf, picture);
    picks.update(picture, subject);
    sweeps.ask(picture, subject, axes.of(subject.control, picture.values).range);
    draw();
  }

  return { update, close: sweeps.cancel };
}

/** What of a picture the curve is about. @param {PanelContext['iaf']} iaf @param {Picture} picture */
function subjectOf(iaf, picture) {
  const { experiment, values, settings, runs } = picture;
  const row = rowOf(picture);
  const run = runs[row];
  const { method } = numericsOfRates(iaf, run.request, NaN);
  const amplitudes = amplitudesOf(experiment, values, row);
  const closedForm = bestOf(run).steady !== null;
  return {
    row,
    run,
    amplitudes,
    control: named(amplitudes, settings.fi),
    closedForm,
    label: method === 'exact' ? exactCurve : methodLabel(method),
    /** Grid methods whose curves are laid over the exact one. @type {string[]} */
    laid: closedForm
      ? gridMethods.map(({ value }) => value).filter((method) => settings.overlay.includes(method))
      : [],
  };
}

/**
 * What the visitor chooses: the run, the amplitude, and the grid methods whose curves are laid over.
 * @param {PanelContext['changeSettings']} changeSettings
 */
function createPicks(changeSettings) {
  const rowPick = createRowPick('fi-row', changeSettings);
  const amplitudePick = createPick('fi-amplitude', rateAgainst, (fi) => changeSettings({ fi }));
  const ticks = gridMethods.map(({ value }) => ({ value, ...createTick(`fi-${value}`, layOver) }));
  const overlays = element('span', { className: 'ticks' }, ...ticks.map((tick) => tick.element));

  function layOver() {
    const ticked = ticks.filter(({ input }) => input.checked);
    changeSettings({ overlay: ticked.map(({ value }) => value).join(' ') });
  }

  return {
    element: element('div', { className: 'picks' }, rowPick.element, amplitudePick.element, overlays),
    /** @param {Picture} picture @param {Subject} subject */
    update(picture, { row, amplitudes, control, closedForm }) {
      rowPick.update(picture, row);
      const options = amplitudes.map((each) => ({
        value: each.key,
        label: plainName(`${labelOf(each)} ${each.symbol}`),
      }));
      amplitudePick.update(options, control.key);
      overlays.hidden = !closedForm;
      const { numerics, settings } = picture;
      for (const tick of ticks) {
        const text = overlay(methodLabel(tick.value), numerics.dt);
        tick.update(text, settings.overlay.includes(tick.value));
      }
    },
  };
}

/**
 * The sweeps whose rates are the curves: by the exact method, and by each grid method.
 * @param {PanelContext['iaf']} iaf
 * @param {() => void} changed called when there is more to show
 */
function createSweeps(iaf, changed) {
  const exact = new RateSource(iaf, 'fi', changed);
  const grids = gridMethods.map(({ value }) => ({
    method: value,
    source: new RateSource(iaf, `fi-${value}`, changed),
  }));
  const all = [exact, ...grids.map(({ source }) => source)];
  const laidOver = (/** @type {Subject} */ { laid }) => grids.filter(({ method }) => laid.includes(method));

  return {
    exact,
    laidOver,
    /** @param {Picture} picture @param {Subject} subject @param {{ min: number, max: number }} range of the amplitude */
    ask({ experiment, values, numerics }, subject, { min, max }) {
      const { row, run, control, closedForm } = subject;
      const sweep = {
        experiment: experiment.id,
        // The curve does not depend on where on it the neuron is.
        values: { ...values, [control.key]: control.start },
        row,
        axes: [{ key: control.key, min, max, count: POINTS, centred: false }],
        strides: STRIDES,
      };
      exact.ask({ ...sweep, numerics: numericsOfRates(iaf, run.request, numerics.dt) }, closedForm);
      const laid = laidOver(subject);
      for (const each of grids) {
        if (!laid.includes(each)) each.source.cancel();
        else each.source.ask({ ...sweep, numerics: { method: each.method, dt: numerics.dt } }, false);
      }
    },
    /** How far those are that may take long. @param {Subject} subject */
    progressOf(subject) {
      const sources = [
        ...(subject.closedForm ? [] : [exact]),
        ...laidOver(subject).map(({ source }) => source),
      ];
      const working = sources.filter(({ done }) => !done);
      return {
        done: !working.length,
        part: working.length ? Math.min(...working.map(({ part }) => part)) : 1,
        failed: sources.find(({ failed }) => failed)?.failed ?? '',
        stopped: sources.some(({ stopped }) => stopped),
      };
    },
    stop() {
      for (const source of all) source.stop();
    },
    cancel() {
      for (const source of all) source.cancel();
    },
  };
}

/**
 * @param {Picture} picture
 * @param {Subject} subject
 * @param {import('../draw/graph.js').GraphAxis} axis of the amplitude
 * @param {Sweeps} sweeps
 * @returns {import('./fi-plot.js').FiScene}
 */
function sceneOf(picture, subject, axis, sweeps) {
  const { values } = picture;
  const { row, control, run, label, closedForm } = subject;
  const points = pointsOf({ ...axis.range, key: '', count: POINTS, centred: false });
  const unit = unitOf(control, values);
  const { t_ref } = run.request.neuron;
  const known = unit === 'nA' || (unit === '×' && closedForm);
  return {
    axis,
    unit,
    control,
    value: values[control.key],
    rate: exactRateOf(bestOf(run)),
    marks: {
      rheobase: known ? rheobaseOf(picture, row, control.key, closedForm) : NaN,
      ceiling: t_ref > 0 ? 1000 / t_ref : NaN,
    },
    curves: [
      { id: 'exact', label, rates: sweeps.exact.rates, points },
      ...sweeps.laidOver(subject).map(({ method, source }) => ({
        id: method,
        label: methodLabel(method),
        rates: source.rates,
        points,
      })),
    ],
  };
}

/**
 * Every tenth point of the curves.
 * @param {import('./fi-plot.js').FiScene} scene
 */
function rowsOf({ control, unit, curves }) {
  const rows = [];
  for (let i = 0; i < POINTS; i += 10) {
    const rates = curves.map(({ rates: found }) => plain(Math.max(found?.values[i] ?? NaN, 0), 4));
    rows.push([plain(curves[0].points[i]), ...rates]);
  }
  return [[`${control.symbol} (${unit})`, ...curves.map(({ label }) => rateColumn(label))], ...rows];
}

/**
 * The amplitude at which a constant input, with the others that there are, holds u at theta; where the input is not
 * constant, that of a constant current alone.
 * @param {Picture} picture
 * @param {number} row
 * @param {string} key of the amplitude
 * @param {boolean} closedForm
 */
function rheobaseOf({ experiment, values, runs }, row, key, closedForm) {
  const { neuron } = runs[row].request;
  const current = modelOf(neuron)?.rheobase?.(neuron) ?? NaN;
  if (!closedForm) return current;
  const at = (/** @type {number} */ amplitude) => {
    const { input } = experiment.cases({ ...values, [key]: amplitude })[row].request;
    return input.reduce((sum, each) => sum + (each.kind === 'samples' ? NaN : (each.amplitude ?? NaN)), 0);
  };
  return (current - at(0)) / (at(1) - at(0));
}

/** @param {import('./fi-plot.js').FiScene} scene @param {Subject} subject @param {boolean} working */
function statusOf({ control, value, rate, marks, unit }, { run, label, closedForm }, working) {
  return fiStatus({
    title: caseTitle(run),
    symbol: control.symbol,
    value,
    unit,
    rate,
    working,
    closedForm,
    label,
    rheobase: Number.isFinite(marks.rheobase),
    points: POINTS,
    duration: run.request.duration,
  });
}
