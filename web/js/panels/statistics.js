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
  const table = element('dl', { id: 'statistics' });
  const figures = [
    'Spikes',
    'First spike (latency)',
    'Mean interval',
    'Shortest interval',
    'Longest interval',
    'CV of intervals',
  ].map((name) => {
    const value = element('dd');
    table.append(element('div', {}, element('dt', {}, name), value));
    return value;
  });
  const histogram = createGraph('isi-plot', 'Intervals between spikes');
  const phase = createGraph('phase-plot', 'Phase of the input at each spike');
  const locking = element('p', { id: 'locking' });
  const remark = element('p', { id: 'isi-remark', className: 'status' });
  const left = element('div', {}, histogram.element, remark, histogram.table);
  const right = element('div', {}, phase.element, locking, phase.table);
  container.append(
    element('div', { className: 'picks' }, rowPick.element),
    table,
    element('div', { className: 'pair' }, left, right),
  );

  return {
    update(picture) {
      if (!picture.runs.length) return;
      const row = rowOf(picture);
      rowPick.update(picture, row);
      const { view, request } = picture.runs[row];
      const { spikes } = view;
      const { count, latency, mean_isi, cv_isi } = view.statistics;
      const intervals = intervalsOf(spikes);
      const cv = intervals.equal ? 0 : cv_isi;
      [
        String(count),
        quantity(latency, 'ms'),
        quantity(mean_isi, 'ms'),
        quantity(intervals.least, 'ms'),
        quantity(intervals.greatest, 'ms'),
        plain(cv, 3),
      ].forEach((text, at) => setText(figures[at], text));

      const bars = histogramOf(spikes, niceStep);
      histogram.update(bars && histogramScene(bars));
      setRichText(remark, intervalRemark(count, intervals));

      const sine = request.input.length === 1 && request.input[0].kind === 'sine' ? request.input[0] : null;
      right.hidden = !sine;
      if (!sine) return;
      phase.update(spikes.length ? phaseScene(spikes, sine) : null);
      setText(locking, lockingText(spikes, sine));
    },
  };
}

/** @param {number} count @param {{ equal: boolean }} intervals */
function intervalRemark(count, { equal }) {
  if (count < 2) return 'An interval takes two spikes.';
  return equal ? 'All intervals are equal: the neuron fires like a clock.' : '';
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
    x: { range: snapped(range), title: 'Interval (ms)' },
    y: { range: niceRange(0, most, Math.min(most, 5)), title: 'Count' },
    rows: () => [
      ['From (ms)', 'To (ms)', 'Intervals'],
      ...counts.map((count, at) => [
        plain(start + at * width),
        plain(start + (at + 1) * width),
        String(count),
      ]),
    ],
    summary: `${counts.reduce((sum, each) => sum + each, 0)} intervals from ${plain(start)} to ${plain(end)} ms in ${counts.length} bars, at most ${most} in one`,
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
    x: { range: { ...niceRange(0, spikes.length, 6), min: 0 }, title: 'Spike number' },
    y: { range: { min: 0, max: 1, step: 0.25 }, title: 'Phase of the input (periods)' },
    rows: () => [
      ['Spike', 'Phase (periods)'],
      ...Array.from(spikes.slice(0, ROWS), (t, k) => [String(k + 1), plain(phaseAt(sine, t))]),
    ],
    summary: `${spikes.length} spikes, the last at ${plain(last, 4)} of a period`,
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

/** @param {Float64Array} spikes @param {import('../runs/spike-train.js').Sine} sine */
function lockingText(spikes, sine) {
  const locking = lockingOf(spikes, sine);
  if (locking === 'too few') return 'Too few spikes to tell whether they lock to the input.';
  if (locking === 'none') return 'No locking seen: the phases of the second half do not repeat.';
  const { spikes: q, periods: p } = locking;
  const times = (/** @type {number} */ n, /** @type {string} */ what) => `${n} ${what}${n === 1 ? '' : 's'}`;
  return `Locked ${q}:${p}: ${times(q, 'spike')} in every ${p === 1 ? 'period' : times(p, 'period')} of the input; in the second half the phases repeat within a millionth of a period.`;
}

/** @param {string} id @param {string} title */
function createGraph(id, title) {
  const root = svg('svg', { class: 'graph', id, height: HEIGHT, role: 'img' });
  const table = createDataTable(id, `${title}, as a table`);
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
      root.setAttribute('aria-label', `${title}: ${scene ? scene.summary : 'none'}`);
      table.update(scene ? scene.rows : () => [['No data']]);
      draw();
    },
  };
}
