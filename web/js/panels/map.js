import { bestOf, numericsOfRates } from '../runs/reference.js';
import { createProgress } from '../ui/progress.js';
import { rowOf } from '../runs/shown-row.js';
import { exactRateOf } from '../runs/rate.js';
import { unitOf } from '../model/experiments/controls.js';
import { plain } from '../base/format.js';
import { mapAxesOf } from '../studies/axes.js';
import { RateSource } from '../studies/rate-source.js';
import { pointsOf } from '../studies/rates.js';
import { createDataTable } from '../ui/data-table.js';
import { element, setRichText } from '../ui/dom.js';
import { createAxes } from '../draw/graph.js';
import { createMapPlot, highest } from './map-plot.js';
import { createPick, createRowPick, plainName } from '../ui/pick.js';
import { caseTitle } from '../words/en/experiments.js';
import { labelOf } from '../words/en/labels.js';
import {
  acrossPick,
  hatched as hatchedText,
  mapName,
  mapStatus,
  mapSummary,
  mapTable,
  noRate,
  swapAxes,
  swapText,
  upPick,
} from '../words/en/map.js';

/**
 * @typedef {import('../model/types.js').Control} Control
 * @typedef {import('../model/types.js').Picture} Picture
 * @typedef {import('./types.js').PanelContext} PanelContext
 * @typedef {{ x: number, y: number, rate: number }} Place of the map, Hz
 */

/** Cells a side: where each rate is a formula, and where each is a run; then they come 8 × 8 at first. */
const FINE = 100;
const COARSE = 64;
const STRIDES = [8, 4, 2, 1];

/**
 * The firing rate over any two parameters.
 * @type {import('./types.js').CreatePanel}
 */
export function createPanel(container, { iaf, setByDrag, changeSettings, commit }) {
  const picks = createPicks(changeSettings);
  const axes = createAxes();
  const plot = createMapPlot({
    place(x, y) {
      if (!shown) return;
      const { values } = shown;
      const controls = axesOf(shown);
      for (const control of [controls.x, controls.y]) axes.hold(control, values);
      setByDrag({ [controls.x.key]: x, [controls.y.key]: y });
    },
    drop() {
      axes.drop();
      if (shown) update(shown);
      commit();
    },
    hover(at) {
      hovered = at;
      describe();
    },
  });
  const progress = createProgress('map', mapName, () => source.stop());
  const hatched = element('p', { className: 'status', id: 'map-hatched', hidden: true });
  setRichText(hatched, hatchedText);
  const table = createDataTable('map', mapTable);
  container.append(picks.element, plot.element, ...progress.nodes, hatched, table.element);

  /** @type {Picture | undefined} */
  let shown;
  /** @type {Place | null} */
  let hovered = null;
  const source = new RateSource(iaf, 'map', draw);

  function draw() {
    if (!shown?.runs.length) return;
    const { values } = shown;
    const { x, y } = axesOf(shown);
    const { rates } = source;
    const [across, up] = [axes.of(x, values), axes.of(y, values)];
    plot.update({
      x: across,
      y: up,
      present: { x: values[x.key], y: values[y.key] },
      steps: { x: x.step, y: y.step },
      rates,
      summary: mapSummary(plainName(across.title), plainName(up.title), rates && highest(rates)),
    });
    if (rates) table.update(() => rowsOf(rates, across, up));
    hatched.hidden = !rates?.values.some(Number.isNaN);
    describe();
  }

  function describe() {
    if (!shown?.runs.length) return;
    const { done, part, failed, stopped } = source;
    // Where every rate is a formula the worker has no part in it.
    const formula = Boolean(bestOf(shown.runs[rowOf(shown)]).steady);
    progress.update(
      { done, part, failed: formula ? '' : failed },
      statusOf(shown, hovered, { working: !done && !hovered, stopped }),
    );
  }

  /** @param {Picture} picture */
  function update(picture) {
    if (!picture.runs.length || picture.issues.length) return;
    shown = picture;
    picks.update(picture);
    ask(picture);
    draw();
  }

  /** @param {Picture} picture */
  function ask(picture) {
    const { experiment, values, numerics, runs } = picture;
    const row = rowOf(picture);
    const { x, y } = axesOf(picture);
    const closedForm = bestOf(runs[row]).steady !== null;
    const axis = (/** @type {Control} */ control) => {
      const { min, max } = axes.of(control, values).range;
      return { key: control.key, min, max, count: closedForm ? FINE : COARSE, centred: true };
    };
    source.ask(
      {
        experiment: experiment.id,
        // The map does not depend on where on it the neuron is.
        values: { ...values, [x.key]: x.start, [y.key]: y.start },
        row,
        numerics: numericsOfRates(iaf, runs[row].request, numerics.dt),
        axes: [axis(x), axis(y)],
        strides: closedForm ? [1] : STRIDES,
      },
      closedForm,
    );
  }

  return { update, close: () => source.cancel() };
}

/** @param {Picture} picture */
function axesOf(picture) {
  const { experiment, settings, values } = picture;
  return mapAxesOf(experiment, settings, values, rowOf(picture));
}

/**
 * What the visitor chooses: the run and both axes.
 * @param {PanelContext['changeSettings']} changeSettings
 */
function createPicks(changeSettings) {
  const rowPick = createRowPick('map-row', changeSettings);
  const xPick = createPick('map-x', acrossPick, (key) => choose('x', key));
  const yPick = createPick('map-y', upPick, (key) => choose('y', key));
  const swap = element('button', { type: 'button', id: 'map-swap', title: swapAxes }, swapText);
  swap.addEventListener('click', () => chosen && changeSettings({ x: chosen.y, y: chosen.x }));
  /** Keys of the controls along the axes. @type {{ x: string, y: string } | undefined} */
  let chosen;

  /** Choosing the other axis' parameter swaps the two. @param {'x' | 'y'} which @param {string} key */
  function choose(which, key) {
    if (!chosen) return;
    const other = which === 'x' ? 'y' : 'x';
    const swapped = chosen[other] === key ? { [other]: chosen[which] } : {};
    changeSettings({ ...chosen, [which]: key, ...swapped });
  }

  return {
    element: element('div', { className: 'picks' }, rowPick.element, xPick.element, yPick.element, swap),
    /** @param {Picture} picture */
    update(picture) {
      const { all, x, y } = axesOf(picture);
      chosen = { x: x.key, y: y.key };
      rowPick.update(picture, rowOf(picture));
      const options = all.map((control) => ({
        value: control.key,
        label: plainName(`${labelOf(control)} ${control.symbol}`),
      }));
      xPick.update(options, x.key);
      yPick.update(options, y.key);
    },
  };
}

/**
 * The line under the map: the rate where the pointer is, else that of the neuron on show.
 * @param {Picture} picture
 * @param {Place | null} hovered
 * @param {{ working: boolean, stopped: boolean }} progress
 */
function statusOf(picture, hovered, progress) {
  const { values, runs } = picture;
  const { x, y } = axesOf(picture);
  const run = runs[rowOf(picture)];
  const at = hovered ?? { x: values[x.key], y: values[y.key], rate: exactRateOf(bestOf(run)) };
  const digits = hovered ? 3 : 6;
  const where = [
    `${x.symbol} = ${plain(at.x, digits)} ${unitOf(x, values)}`,
    `${y.symbol} = ${plain(at.y, digits)} ${unitOf(y, values)}`,
  ];
  return mapStatus({ hovered: hovered !== null, title: caseTitle(run), where, rate: at.rate, ...progress });
}

/**
 * Every tenth cell or so of the map, as rows of rates in Hz.
 * @param {import('../studies/rates.js').Rates} rates
 * @param {import('../draw/graph.js').GraphAxis} across
 * @param {import('../draw/graph.js').GraphAxis} up
 */
function rowsOf({ values, columns, rows }, across, up) {
  const every = Math.ceil(columns / 10);
  const some = (/** @type {number} */ count) =>
    Array.from({ length: Math.ceil(count / every) }, (_, k) => k * every);
  const points = (/** @type {typeof across} */ { range }, /** @type {number} */ count) =>
    pointsOf({ ...range, key: '', count, centred: true });
  const [x, y] = [points(across, columns), points(up, rows)];
  const rate = (/** @type {number} */ at) =>
    Number.isNaN(values[at]) ? noRate : plain(Math.max(values[at], 0), 3);
  return [
    [`${up.title} \\ ${across.title}`, ...some(columns).map((i) => plain(x[i], 4))],
    ...some(rows).map((j) => [plain(y[j], 4), ...some(columns).map((i) => rate(j * columns + i))]),
  ];
}
