import { createProgress } from '../ui/progress.js';
import { rowOf } from '../runs/shown-row.js';
import { exactRateOf } from '../runs/rate.js';
import { unitOf } from '../model/experiments/controls.js';
import { plain, quantity } from '../base/format.js';
import { mapAxesOf } from '../studies/axes.js';
import { RateSource } from '../studies/rate-source.js';
import { pointsOf } from '../studies/rates.js';
import { createDataTable } from '../ui/data-table.js';
import { element, setRichText } from '../ui/dom.js';
import { createAxes } from '../draw/graph.js';
import { createMapPlot, highest } from './map-plot.js';
import { createPick, createRowPick, plainName } from '../ui/pick.js';

/**
 * @typedef {import('../model/types.js').Control} Control
 * @typedef {import('../model/types.js').Picture} Picture
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
  const rowPick = createRowPick('map-row', changeSettings);
  const picks = {
    x: createPick('map-x', 'Across', (x) => chooseAxis('x', x)),
    y: createPick('map-y', 'Up', (y) => chooseAxis('y', y)),
  };
  const swap = element('button', { type: 'button', id: 'map-swap', title: 'Swap the axes' }, 'Swap');
  const bar = element('div', { className: 'picks' }, rowPick.element, picks.x.element, picks.y.element, swap);
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
  const progress = createProgress('map', 'map', () => source.stop());
  const hatched = element('p', { className: 'status', id: 'map-hatched', hidden: true });
  setRichText(
    hatched,
    'Hatched: no such neuron (θ must lie above u_reset and u_0), or more spikes than are counted.',
  );
  const table = createDataTable('map', 'The map as a table');
  container.append(bar, plot.element, ...progress.nodes, hatched, table.element);

  /** @type {Picture | undefined} */
  let shown;
  /** @type {{ x: number, y: number, rate: number } | null} */
  let hovered = null;
  const source = new RateSource(iaf, 'map', draw);

  swap.addEventListener('click', () => {
    if (!shown) return;
    const { x, y } = axesOf(shown);
    changeSettings({ x: y.key, y: x.key });
  });

  /** Choosing the other axis' parameter swaps the two. @param {'x' | 'y'} which @param {string} key */
  function chooseAxis(which, key) {
    if (!shown) return;
    const { x, y } = axesOf(shown);
    const before = { x: x.key, y: y.key };
    const other = which === 'x' ? 'y' : 'x';
    changeSettings({ ...before, [which]: key, ...(before[other] === key ? { [other]: before[which] } : {}) });
  }

  /** @param {Picture} picture */
  function axesOf(picture) {
    const { experiment, settings, values } = picture;
    return mapAxesOf(experiment, settings, values, rowOf(picture));
  }

  function draw() {
    if (!shown?.runs.length) return;
    const { values } = shown;
    const { x, y } = axesOf(shown);
    const { rates } = source;
    const [across, up] = [axes.of(x, values), axes.of(y, values)];
    const most = rates ? `, highest ${quantity(highest(rates), 'Hz')}` : '';
    plot.update({
      x: across,
      y: up,
      present: { x: values[x.key], y: values[y.key] },
      steps: { x: x.step, y: y.step },
      rates,
      summary: `Map of the firing rate over ${plainName(across.title)} and ${plainName(up.title)}${most}`,
    });
    if (rates) table.update(() => rowsOf(rates, across, up));
    hatched.hidden = !rates?.values.some(Number.isNaN);
    describe();
  }

  function describe() {
    if (!shown?.runs.length) return;
    const { values, runs } = shown;
    const { x, y } = axesOf(shown);
    const { exact, title } = runs[rowOf(shown)];
    const here = { x: values[x.key], y: values[y.key], rate: exactRateOf(exact) };
    const at = hovered ?? here;
    const where = [x, y].map((control, k) => {
      const value = plain(k ? at.y : at.x, hovered ? 3 : 6);
      return `${control.symbol} = ${value} ${unitOf(control, values)}`;
    });
    const what = Number.isNaN(at.rate) ? 'no such neuron' : quantity(at.rate, 'Hz');
    const name = hovered ? 'Pointer' : title || 'Crosshair';
    let working = source.done || hovered ? '' : ' Computing, coarse cells first …';
    if (source.stopped) working = ' Stopped: a slider that moves starts it again.';
    const { done, part, failed } = source;
    progress.update(
      { done, part, failed: exact.steady ? '' : failed },
      `${name}: ${where.join(', ')}: ${what}.${working}`,
    );
  }

  /** @param {Picture} picture */
  function update(picture) {
    if (!picture.runs.length || picture.issues.length) return;
    shown = picture;
    const { experiment, values, runs } = picture;
    const row = rowOf(picture);
    const { all, x, y } = axesOf(picture);
    rowPick.update(picture, row);
    const options = all.map(({ key, label, symbol }) => ({
      value: key,
      label: plainName(`${label} ${symbol}`),
    }));
    picks.x.update(options, x.key);
    picks.y.update(options, y.key);
    const closedForm = runs[row].exact.steady !== null;
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
        numerics: { method: 'exact', dt: 0 },
        axes: [axis(x), axis(y)],
        strides: closedForm ? [1] : STRIDES,
      },
      closedForm,
    );
    draw();
  }

  return {
    update,
    close: () => source.cancel(),
  };
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
    Number.isNaN(values[at]) ? 'none' : plain(Math.max(values[at], 0), 3);
  return [
    [`${up.title} \\ ${across.title}`, ...some(columns).map((i) => plain(x[i], 4))],
    ...some(rows).map((j) => [plain(y[j], 4), ...some(columns).map((i) => rate(j * columns + i))]),
  ];
}
