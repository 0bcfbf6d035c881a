import { rowOf } from '../runs/shown-row.js';
import { plain, quantity } from '../base/format.js';
import { niceRange, niceStep } from '../draw/ticks.js';
import { histogramOf, intervalsOf, lockingOf, phaseAt } from '../runs/spike-train.js';
import { createDataTable } from '../ui/data-table.js';
import { element, setRichText, setText } from '../ui/dom.js';
import { axisNodes, frameOf } from '../draw/axes.js';
import { widthOf } from '../draw/graph.js';
import { createRowPick } from '../ui/pick.js';
import { svg } from '../draw/svg.js';
import {
  asTable,
  countAxis,
  figureNames,
  graphName,
  histogramHeads,
  histogramSummary,
  histogramTitle,
  intervalAxis,
  intervalRemark,
  lockingText,
  noData,
  phaseAxis,
  phaseHeads,
  phaseSummary,
  phaseTitle,
  spikeAxis,
} from '../words/en/statistics.js';

/**
 * @typedef {import('../model/types.js').Picture} Picture
 * @typedef {import('../draw/axes.js').GraphAxis} GraphAxis
 * @typedef {import('../draw/axes.js').Frame} Frame
 */

const HEIGHT = 240;
/** Spikes whose phases are in the table. */
const ROWS = 1000;

/**
 * Intervals, their spread, and under a periodic input the phase of each spike.
 * @type {import('./types.js').CreatePanel}
 */
export function createPanel(container, { changeSettings }) {
  const rowPick = createRowPick('statistics-row', changeSettings);
  const figures = createFigures();
  const histogram = createGraph('isi-plot', histogramTitle);
  const phase = createGraph('phase-plot', phaseTitle);
  const locking = element('p', { id: 'locking' });
  const remark = element('p', { id: 'isi-remark', className: 'status' });
  const left = element('div', {}, histogram.element, remark, histogram.table);
  const right = element('div', {}, phase.element, locking, phase.table);
  container.append(
    element('div', { className: 'picks' }, rowPick.element),
    figures.element,
    element('div', { className: 'pair' }, left, right),
  );

  return {
    update(picture) {
      if (!picture.runs.length) return;
      const row = rowOf(picture);
      rowPick.update(picture, row);
      const { view, request } = picture.runs[row];
      const { spikes } = view;
      const intervals = intervalsOf(spikes);
      figures.update(view.statistics, intervals);

      const bars = histogramOf(spikes, niceStep);
      histogram.update(bars && histogramScene(bars));
      setRichText(remark, intervalRemark(spikes.length, intervals.equal));

      const sine = request.input.length === 1 && request.input[0].kind === 'sine' ? request.input[0] : null;
      right.hidden = !sine;
      if (!sine) return;
      phase.update(spikes.length ? phaseScene(spikes, sine) : null);
      setText(locking, lockingText(lockingOf(spikes, sine)));
    },
  };
}

/** The numbers above the graphs. */
function createFigures() {
  const table = element('dl', { id: 'statistics' });
  const figures = figureNames.map((name) => {
    const value = element('dd');
    table.append(element('div', {}, element('dt', {}, name), value));
    return value;
  });
  return {
    element: table,
    /** @param {import('../model/request.js').SpikeStatistics} statistics @param {ReturnType<typeof intervalsOf>} intervals */
    update({ count, latency, mean_isi, cv_isi }, { least, greatest, equal }) {
      [
        String(count),
        quantity(latency, 'ms'),
        quantity(mean_isi, 'ms'),
        quantity(least, 'ms'),
        quantity(greatest, 'ms'),
        plain(equal ? 0 : cv_isi, 3),
      ].forEach((text, at) => setText(figures[at], text));
    },
  };
}

/**
 * @typedef {object} GraphScene
 * @property {GraphAxis} x
 * @property {GraphAxis} y
 * @property {string} summary
 * @property {() => string[][]} rows of its table, the heading first
 * @property {(frame: Frame) => Node[]} paint
 */

/** @param {{ start: number, width: number, counts: number[] }} bars @returns {GraphScene} */
function histogramScene({ start, width, counts }) {
  const most = Math.max(...counts);
  const end = start + counts.length * width;
  // A lone bar stands amid an axis, not across it.
  const margin = Math.max(6 - counts.length, 1) * width;
  const low = Math.max(start - margin, 0);
  const range = { min: low, max: end + margin, step: niceStep((end + margin - low) / 6) };
  return {
    x: { range: snapped(range), title: intervalAxis },
    y: { range: niceRange(0, most, Math.min(most, 5)), title: countAxis },
    rows: () => [
      histogramHeads,
      ...counts.map((count, at) => [
        plain(start + at * width),
        plain(start + (at + 1) * width),
        String(count),
      ]),
    ],
    summary: histogramSummary({ start, width, counts }),
    paint: ({ x, y, bottom }) =>
      counts.flatMap((count, at) => {
        if (!count) return [];
        const [from, to] = [x(start + at * width), x(start + (at + 1) * width)];
        const gap = to - from > 4 ? 1 : 0;
        const height = Math.max(bottom - y(count), 1.5);
        return svg('rect', { class: 'bar', x: from, y: bottom - height, width: to - from - gap, height });
      }),
  };
}

/** Ends on whole steps. @param {import('../draw/ticks.js').AxisRange} range */
function snapped({ min, max, step }) {
  return { min: Math.floor(min / step + 1e-9) * step, max: Math.ceil(max / step - 1e-9) * step, step };
}

/**
 * @param {Float64Array} spikes
 * @param {import('../runs/spike-train.js').Sine} sine
 * @returns {GraphScene}
 */
function phaseScene(spikes, sine) {
  const last = phaseAt(sine, spikes[spikes.length - 1]);
  return {
    x: { range: { ...niceRange(0, spikes.length, 6), min: 0 }, title: spikeAxis },
    y: { range: { min: 0, max: 1, step: 0.25 }, title: phaseAxis },
    rows: () => [
      phaseHeads,
      ...Array.from(spikes.slice(0, ROWS), (t, k) => [String(k + 1), plain(phaseAt(sine, t))]),
    ],
    summary: phaseSummary(spikes.length, last),
    paint({ x, y }) {
      // Dots that would fall on the same pixel are drawn once.
      const seen = new Set();
      const dots = [];
      for (let k = 0; k < spikes.length; k += 1) {
        const [at, height] = [Math.round(x(k + 1)), Math.round(y(phaseAt(sine, spikes[k])))];
        const cell = at * 4096 + height;
        if (seen.has(cell)) continue;
        seen.add(cell);
        dots.push(`M${at} ${height}h0`);
      }
      return [svg('path', { class: `phases ${spikes.length > 300 ? 'many' : ''}`, d: dots.join('') })];
    },
  };
}

/** @param {string} id @param {string} title */
function createGraph(id, title) {
  const root = svg('svg', { class: 'graph', id, height: HEIGHT, role: 'img' });
  const table = createDataTable(id, asTable(title));
  /** @type {GraphScene | null} */
  let latest = null;

  function draw() {
    const width = widthNow();
    if (!width) return;
    if (!latest) return root.replaceChildren();
    const frame = frameOf(latest.x, latest.y, width, HEIGHT);
    root.setAttribute('viewBox', `0 0 ${width} ${HEIGHT}`);
    root.replaceChildren(...axisNodes(frame, latest.x, latest.y), ...latest.paint(frame));
  }
  const widthNow = widthOf(root, draw);
  return {
    element: root,
    table: table.element,
    /** @param {GraphScene | null} scene */
    update(scene) {
      latest = scene;
      root.setAttribute('aria-label', graphName(title, scene?.summary));
      table.update(scene ? scene.rows : () => [[noData]]);
      draw();
    },
  };
}
