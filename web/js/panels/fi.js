import { createProgress } from '../ui/progress.js';
import { rowOf } from '../runs/shown-row.js';
import { exactRateOf } from '../runs/rate.js';
import { unitOf } from '../model/experiments/controls.js';
import { plain, quantity } from '../base/format.js';
import { gridMethods } from '../model/methods.js';
import { amplitudesOf, named } from '../studies/axes.js';
import { RateSource } from '../studies/rate-source.js';
import { pointsOf } from '../studies/rates.js';
import { createDataTable } from '../ui/data-table.js';
import { element } from '../ui/dom.js';
import { createFiPlot } from './fi-plot.js';
import { createAxes } from '../draw/graph.js';
import { createPick, createRowPick, createTick, plainName } from '../ui/pick.js';

/**
 * @typedef {import('../model/types.js').Picture} Picture
 * @typedef {import('../model/types.js').Run} Run
 */

/** Points of a curve, and the strides in which they come: 11, 51, 201. */
const POINTS = 201;
const STRIDES = [20, 4, 1];

/**
 * The firing rate against an amplitude of the input.
 * @type {import('./types.js').CreatePanel}
 */
export function createPanel(container, { iaf, setByDrag, changeSettings, commit }) {
  const rowPick = createRowPick('fi-row', changeSettings);
  const amplitudePick = createPick('fi-amplitude', 'Rate against', (fi) => changeSettings({ fi }));
  const ticks = gridMethods.map(({ value, label }) => ({
    value,
    label,
    ...createTick(`fi-${value}`, overlay),
  }));
  const overlays = element('span', { className: 'ticks' }, ...ticks.map((tick) => tick.element));
  const bar = element('div', { className: 'picks' }, rowPick.element, amplitudePick.element, overlays);
  const axes = createAxes();
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
  const progress = createProgress('fi', 'f-I curve', () => {
    for (const source of allSources) source.stop();
  });
  const table = createDataTable('fi', 'The f-I curve as a table');
  container.append(bar, plot.element, ...progress.nodes, table.element);

  /** @type {Picture | undefined} */
  let shown;
  const exact = new RateSource(iaf, 'fi', draw);
  const grids = gridMethods.map(({ value, label }) => ({
    method: value,
    label,
    source: new RateSource(iaf, `fi-${value}`, draw),
  }));
  const allSources = [exact, ...grids.map(({ source }) => source)];

  function overlay() {
    changeSettings({
      overlay: ticks
        .filter(({ input }) => input.checked)
        .map(({ value }) => value)
        .join(' '),
    });
  }

  /** What of a picture the curve is about. @param {Picture} picture */
  function subjectOf(picture) {
    const { experiment, values, settings, runs } = picture;
    const row = rowOf(picture);
    const amplitudes = amplitudesOf(experiment, values, row);
    const control = named(amplitudes, settings.fi);
    const closedForm = runs[row].exact.steady !== null;
    const laid = closedForm ? grids.filter(({ method }) => settings.overlay.includes(method)) : [];
    return { row, amplitudes, control, run: runs[row], closedForm, laid };
  }

  function draw() {
    if (!shown?.runs.length) return;
    const { values } = shown;
    const { row, control, run, closedForm, laid } = subjectOf(shown);
    const axis = axes.of(control, values);
    const points = pointsOf({ ...axis.range, key: '', count: POINTS, centred: false });
    const rate = exactRateOf(run.exact);
    const unit = unitOf(control, values);
    const { t_ref } = run.request.neuron;
    const known = unit === 'nA' || (unit === '×' && closedForm);
    const scene = {
      axis,
      unit,
      control,
      value: values[control.key],
      rate,
      marks: {
        rheobase: known ? rheobaseOf(shown, row, control.key, closedForm) : NaN,
        ceiling: t_ref > 0 ? 1000 / t_ref : NaN,
      },
      curves: [
        { id: 'exact', label: 'exact', rates: exact.rates, points },
        ...laid.map(({ method, label, source }) => ({ id: method, label, rates: source.rates, points })),
      ],
    };
    plot.update(scene);
    table.update(() => rowsOf(scene));
    const sources = [...(closedForm ? [] : [exact]), ...laid.map(({ source }) => source)];
    const working = sources.filter(({ done }) => !done);
    const part = working.length ? Math.min(...working.map((source) => source.part)) : 1;
    const stopped = sources.some((source) => source.stopped);
    const failed = sources.find((source) => source.failed)?.failed ?? '';
    progress.update(
      { done: !working.length, part, failed },
      stopped
        ? 'Stopped. A slider that moves starts it again.'
        : statusOf(scene, run, closedForm, working.length > 0),
    );
  }

  /** @param {Picture} picture */
  function update(picture) {
    if (!picture.runs.length || picture.issues.length) return;
    shown = picture;
    const { experiment, values, numerics, settings } = picture;
    const { row, amplitudes, control, closedForm, laid } = subjectOf(picture);
    rowPick.update(picture, row);
    amplitudePick.update(
      amplitudes.map(({ key, label, symbol }) => ({
        value: key,
        label: plainName(`${label} ${symbol}`),
      })),
      control.key,
    );
    overlays.hidden = !closedForm;
    for (const { value, label, update } of ticks)
      update(`${label}, dt = ${plain(numerics.dt)} ms`, settings.overlay.includes(value));
    const { min, max } = axes.of(control, values).range;
    const sweep = {
      experiment: experiment.id,
      // The curve does not depend on where on it the neuron is.
      values: { ...values, [control.key]: control.start },
      row,
      axes: [{ key: control.key, min, max, count: POINTS, centred: false }],
      strides: STRIDES,
    };
    exact.ask({ ...sweep, numerics: { method: 'exact', dt: 0 } }, closedForm);
    for (const each of grids) {
      if (!laid.includes(each)) each.source.cancel();
      else each.source.ask({ ...sweep, numerics: { method: each.method, dt: numerics.dt } }, false);
    }
    draw();
  }

  return {
    update,
    close() {
      for (const source of allSources) source.cancel();
    },
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
  return [[`${control.symbol} (${unit})`, ...curves.map(({ label }) => `${label} (Hz)`)], ...rows];
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
  const { R, theta, u_rest } = runs[row].request.neuron;
  const current = (theta - u_rest) / R;
  if (!closedForm) return current;
  const at = (/** @type {number} */ amplitude) => {
    const { input } = experiment.cases({ ...values, [key]: amplitude })[row].request;
    return input.reduce((sum, each) => sum + (each.kind === 'samples' ? NaN : (each.amplitude ?? NaN)), 0);
  };
  return (current - at(0)) / (at(1) - at(0));
}

/**
 * @param {import('./fi-plot.js').FiScene} scene
 * @param {Run} run
 * @param {boolean} closedForm
 * @param {boolean} working
 */
function statusOf({ control, value, rate, marks, unit }, { request, title }, closedForm, working) {
  const here = `${title ? `${title}: ` : ''}${quantity(rate, 'Hz')} at ${control.symbol} = ${plain(value)} ${unit}.`;
  if (working) return `${here} Computing, a few points first …`;
  if (closedForm) return `${here} The exact curve is a formula: it holds for ever, whatever the duration.`;
  const alone = Number.isFinite(marks.rheobase) ? ' The rheobase is that of a constant current.' : '';
  return `${here} ${POINTS} exact runs of ${plain(request.duration)} ms; the rate is that of their intervals.${alone}`;
}
