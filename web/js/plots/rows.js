import { currentRange, potentialRange } from './ranges.js';
import { rateOf } from '../runs/rate.js';
import {
  clipped,
  drawGridTrace,
  drawLevel,
  drawLevelLabels,
  drawPoint,
  drawSteps,
  drawStrokes,
  drawTrace,
  drawWord,
} from './layers.js';
import { plain } from '../base/format.js';
import { foundOf, spikesOrSpike } from '../words/en/counts.js';
import { caseTitle } from '../words/en/experiments.js';
import { methodLabel } from '../words/en/labels.js';
import {
  computing,
  exact as exactWord,
  inputCurrent,
  membranePotential,
  spikesTitle,
  sum as sumWord,
} from '../words/en/plots.js';

/**
 * The rows a picture is drawn as. A chart stacks rows over one time axis; how rows are dealt to charts depends on
 * the number of runs and the width.
 *
 * @typedef {import('../model/types.js').Picture} Picture
 * @typedef {import('../model/types.js').Reading} Reading
 * @typedef {import('../model/types.js').Run} Run
 * @typedef {import('../ui/theme.js').Palette} Palette
 * @typedef {import('./layers.js').Plane} Plane
 *
 * @typedef {object} Scene what there is to draw
 * @property {Picture} picture
 * @property {Reading | null} reading
 * @property {Palette} palette
 * @property {Record<Kind, import('../draw/ticks.js').AxisRange>} ranges
 *
 * @typedef {'current' | 'potential' | 'raster'} Kind
 *
 * @typedef {object} Row
 * @property {Kind} kind
 * @property {number} run index of the run it shows
 * @property {number} weight share of the height that is left
 * @property {number} [height] px, in place of a weight
 * @property {number} above room above it, px
 * @property {boolean} ticks whether its axis has numbers; where charts stand side by side the first one's serve all
 * @property {boolean} labels whether its levels are named at its right end; there the last one's do
 */

/** Room above a row for its title: above the first, and above one that has another's axis over it, px. */
const TOP = 22;
const BELOW = 32;
const NARROW_BELOW = 26;

/** @type {Omit<Row, 'above'>} */
const raster = { kind: 'raster', run: 0, weight: 0, height: 26, ticks: true, labels: true };

/**
 * How the rows are dealt: one list a chart.
 * @param {number} runs
 * @param {boolean} narrow
 * @returns {Row[][]}
 */
export function arrange(runs, narrow) {
  if (runs <= 1) {
    return [stack([line('current', 0), line('potential', 0, 2.6), raster], BELOW)];
  }
  const indices = Array.from({ length: runs }, (_, run) => run);
  if (!narrow) {
    return [
      stack(
        indices.map((run) => line('current', run)),
        BELOW,
      ),
      stack(
        indices.map((run) => line('potential', run)),
        BELOW,
      ),
    ];
  }
  return [0, 1].map((column) =>
    stack(
      indices
        .filter((run) => run % 2 === column)
        .flatMap((run) => [line('current', run, 0.5), line('potential', run)]),
      NARROW_BELOW,
    ).map((row) => ({ ...row, ticks: column === 0, labels: column === 1 })),
  );
}

/** @param {Kind} kind @param {number} run @param {number} [weight] */
function line(kind, run, weight = 1) {
  return { kind, run, weight, ticks: true, labels: true };
}

/** @param {Omit<Row, 'above'>[]} rows @param {number} below @returns {Row[]} */
function stack(rows, below) {
  return rows.map((row, index) => ({ ...row, above: index ? below : TOP }));
}

/**
 * The axis of each kind of row; runs share them, so that their sizes compare.
 * @param {Picture} picture
 * @returns {Scene['ranges']}
 */
export function rangesOf({ runs, experiment, shown }) {
  const currents = experiment.currents?.(shown.values).map(({ value }) => value) ?? [];
  return {
    current: currentRange(runs, currents),
    potential: potentialRange(runs),
    raster: { min: 0, max: 1, step: 1 },
  };
}

/**
 * What stands above a row.
 * @param {Row} row
 * @param {Run} run
 * @param {Scene} scene
 * @param {boolean} narrow then it must be short
 * @returns {import('./layers.js').Title}
 */
export function titleOf({ kind }, run, { picture: { pending, shown } }, narrow) {
  const { view, exact, request } = run;
  const title = caseTitle(run);
  const { method = 'exact' } = request;
  const grid = method !== 'exact';
  if (kind === 'raster') return [{ text: spikesTitle }];
  const current = [{ symbol: 'I' }, { aside: ' (nA)' }];
  const potential = [{ symbol: 'u' }, { aside: ' (mV)' }];
  const { numerics } = shown;
  const named = ` · ${methodLabel(numerics.method)}, dt = ${plain(numerics.dt)} ms`;
  const by = grid ? [{ aside: named }] : pending ? [{ aside: computing(named) }] : [];
  if (!title) {
    return kind === 'current'
      ? [{ text: inputCurrent }, ...current]
      : [{ text: membranePotential }, ...potential, ...by];
  }
  if (kind === 'current') return [{ text: `${title}: ` }, ...current];
  const [found, there] = [view.spikes.length, exact.spikes.length];
  const count = grid ? foundOf({ found, there }) : String(found);
  if (narrow && (grid || pending)) return [...potential, { aside: ` · ${pending ? '…' : count}` }];
  const spikes = { aside: ` · ${count} ${spikesOrSpike(count)}` };
  if (narrow) return [...potential, spikes];
  return [...potential, spikes, ...(grid || pending ? by : [{ aside: `, ${plain(rateOf(run), 3)} Hz` }])];
}

/** @type {Record<Kind, (plane: Plane, run: Run, scene: Scene, row: Row) => void>} */
const painters = { current: paintCurrent, potential: paintPotential, raster: paintRaster };

/**
 * @param {Row} row
 * @param {Plane} plane
 * @param {Scene} scene
 */
export function paintRow(row, plane, scene) {
  const run = scene.picture.runs[row.run];
  if (run) painters[row.kind](plane, run, scene, row);
}

/** @param {Run} run */
function isOnGrid({ request }) {
  return request.method === 'euler' || request.method === 'rk4';
}

/** @param {Plane} plane @param {Run} run @param {Scene} scene @param {Row} row */
function paintCurrent(plane, run, { picture, palette, reading }, row) {
  const { view, exact } = run.drawn;
  const { experiment, shown } = picture;
  drawLevel(plane, 0, palette.line, []);
  const parts = experiment.currents?.(shown.values) ?? [];
  const dashes = [
    [7, 3],
    [2, 3],
  ];
  parts.forEach(({ value }, at) => drawLevel(plane, value, palette.current, dashes[at], 1.25));
  clipped(plane, () => drawTrace(plane, exact.t, exact.current, palette.current));
  if (isOnGrid(run) && !exact.steady) drawSteps(plane, view.t, view.current, palette.current);
  if (parts.length) {
    const sum = { symbol: sumWord, value: exact.current[0], colour: palette.current };
    drawLevelLabels(plane, [...parts.map((part) => ({ ...part, colour: palette.muted })), sum]);
  }
  const point = reading?.points[row.run];
  if (reading && point) drawPoint(plane, reading.t, point.current, palette.current, palette.surface);
}

/** @param {Plane} plane @param {Run} run @param {Scene} scene @param {Row} row */
function paintPotential(plane, run, { palette, reading }, row) {
  const { view, exact } = run.drawn;
  const { request } = run;
  const { theta, u_rest, u_reset } = request.neuron;
  const grid = isOnGrid(run);
  drawLevel(plane, u_rest, palette.muted, [1.5, 3.5], 1.25);
  drawLevel(plane, theta, palette.threshold, [7, 4], 1.5);
  clipped(plane, () => {
    if (!grid) return drawTrace(plane, view.t, view.u, palette.potential);
    drawTrace(plane, exact.t, exact.u, palette.muted, 1);
    drawGridTrace(plane, view, request.neuron, palette.potential);
    drawSteps(plane, view.t, view.u, palette.potential);
  });
  const tip = plane.y(theta) - Math.min(0.07 * (plane.bottom - plane.top), 22);
  if (!grid) drawStrokes(plane, view.spikes, plane.y(u_reset), plane.y(theta), palette.potential);
  drawStrokes(plane, view.spikes, plane.y(theta), Math.max(tip, plane.top), palette.ink);
  const labels = [
    { symbol: 'θ', value: theta, colour: palette.threshold, handle: true },
    { symbol: 'u_rest', value: u_rest, colour: palette.muted },
    ...(grid ? [{ word: exactWord, value: exact.u[exact.u.length - 1], colour: palette.muted }] : []),
  ];
  if (row.labels) drawLevelLabels(plane, labels);
  const point = reading?.points[row.run];
  if (reading && point) drawPoint(plane, reading.t, point.u, palette.potential, palette.surface);
}

/** @param {Plane} plane @param {Run} run @param {Scene} scene */
function paintRaster(plane, run, { palette }) {
  const { request } = run;
  const { view, exact } = run.drawn;
  const { ctx, right, top, bottom } = plane;
  if (!isOnGrid(run)) return drawStrokes(plane, view.spikes, bottom, top, palette.ink);
  const middle = (top + bottom) / 2;
  drawStrokes(plane, view.spikes, middle - 1, top, palette.potential, 1.75);
  drawStrokes(plane, exact.spikes, bottom, middle + 1, palette.muted, 1);
  drawWord(ctx, methodLabel(request.method ?? 'exact'), right + 10, (top + middle) / 2, palette.potential);
  drawWord(ctx, exactWord, right + 10, (bottom + middle) / 2 + 1, palette.muted);
}
