import { drawLevel, drawLevelLabels, drawPoint, drawStrokes, drawTrace } from './layers.js';
import { plain } from '../format.js';
import { rateOf } from '../picture.js';
import { currentRange, potentialRange } from './ranges.js';

/**
 * The rows a picture is drawn as. A chart stacks rows over one time axis; how rows are dealt to charts depends on
 * the number of runs and the width.
 *
 * @typedef {import('../types.js').Picture} Picture
 * @typedef {import('../types.js').Reading} Reading
 * @typedef {import('../types.js').Run} Run
 * @typedef {import('../ui/theme.js').Palette} Palette
 * @typedef {import('./layers.js').Plane} Plane
 *
 * @typedef {object} Scene what there is to draw
 * @property {Picture} picture
 * @property {Reading | null} reading
 * @property {Palette} palette
 * @property {Record<Kind, import('./ranges.js').AxisRange>} ranges
 *
 * @typedef {'current' | 'potential' | 'raster'} Kind
 *
 * @typedef {object} Row
 * @property {Kind} kind
 * @property {number} run index of the run it shows
 * @property {number} weight share of the height
 * @property {number} above room above it, px
 */

/** Room above a row for its title, and where it has none, px. */
const TITLE = 22;
const GAP = 14;

/**
 * How the rows are dealt: one list a chart.
 * @param {number} runs
 * @param {boolean} narrow
 * @returns {Row[][]}
 */
export function arrange(runs, narrow) {
  if (runs <= 1) {
    return [
      [
        { kind: 'current', run: 0, weight: 1, above: TITLE },
        { kind: 'potential', run: 0, weight: 2.6, above: TITLE },
        { kind: 'raster', run: 0, weight: 0.22, above: TITLE },
      ],
    ];
  }
  const indices = Array.from({ length: runs }, (_, run) => run);
  if (narrow) {
    return [
      indices.flatMap((run) => [
        { kind: 'current', run, weight: 0.6, above: TITLE },
        { kind: 'potential', run, weight: 1, above: GAP },
      ]),
    ];
  }
  return [
    indices.map((run) => ({ kind: 'current', run, weight: 1, above: TITLE })),
    indices.map((run) => ({ kind: 'potential', run, weight: 1, above: TITLE })),
  ];
}

/**
 * The axis of each kind of row; runs share them, so that their sizes compare.
 * @param {Picture} picture
 * @returns {Scene['ranges']}
 */
export function rangesOf({ runs, experiment, values }) {
  const shown =
    experiment
      .currents?.(values)
      .map(({ value }) => value)
      .filter(Number.isFinite) ?? [];
  return {
    current: currentRange(runs, shown),
    potential: potentialRange(runs),
    raster: { min: 0, max: 1, step: 1 },
  };
}

/**
 * What stands above a row.
 * @param {Row} row
 * @param {Run} run
 * @param {boolean} narrow then a run's two rows share one title
 * @returns {import('./layers.js').Title}
 */
export function titleOf({ kind }, run, narrow) {
  const { title, view } = run;
  if (kind === 'raster') return [{ text: 'Spikes' }];
  const current = [{ symbol: 'I' }, { aside: ' (nA)' }];
  const potential = [{ symbol: 'u' }, { aside: ' (mV)' }];
  if (!title) {
    return kind === 'current'
      ? [{ text: 'Input current ' }, ...current]
      : [{ text: 'Membrane potential ' }, ...potential];
  }
  const { count } = view.statistics;
  const spikes = { aside: ` · ${count} ${count === 1 ? 'spike' : 'spikes'}` };
  const heading = [{ text: `${title}: ` }, ...current];
  if (narrow) return kind === 'current' ? [...heading, { aside: ' and ' }, ...potential, spikes] : [];
  return kind === 'current' ? heading : [...potential, spikes, { aside: `, ${plain(rateOf(run), 3)} Hz` }];
}

/** @type {Record<Kind, (plane: Plane, run: Run, scene: Scene, index: number) => void>} */
const painters = { current: paintCurrent, potential: paintPotential, raster: paintRaster };

/**
 * @param {Row} row
 * @param {Plane} plane
 * @param {Scene} scene
 */
export function paintRow({ kind, run }, plane, scene) {
  const shown = scene.picture.runs[run];
  if (shown) painters[kind](plane, shown, scene, run);
}

/** @param {Plane} plane @param {Run} run @param {Scene} scene @param {number} index */
function paintCurrent(plane, { view }, { picture, palette, reading }, index) {
  const { experiment, values } = picture;
  drawLevel(plane, 0, palette.line, []);
  const parts = experiment.currents?.(values) ?? [];
  const dashes = [
    [7, 3],
    [2, 3],
  ];
  parts.forEach(({ value }, at) => drawLevel(plane, value, palette.current, dashes[at], 1.25));
  drawTrace(plane, view.t, view.current, palette.current);
  if (parts.length) {
    const sum = { symbol: 'sum', value: view.current[0], colour: palette.current };
    drawLevelLabels(plane, [...parts.map((part) => ({ ...part, colour: palette.muted })), sum]);
  }
  const point = reading?.points[index];
  if (reading && point) drawPoint(plane, reading.t, point.current, palette.current, palette.surface);
}

/** @param {Plane} plane @param {Run} run @param {Scene} scene @param {number} index */
function paintPotential(plane, { request, view }, { palette, reading }, index) {
  const { theta, u_rest, u_reset } = request.neuron;
  drawLevel(plane, u_rest, palette.muted, [1.5, 3.5], 1.25);
  drawLevel(plane, theta, palette.threshold, [7, 4], 1.5);
  drawTrace(plane, view.t, view.u, palette.potential);
  const tip = plane.y(theta) - Math.min(0.07 * (plane.bottom - plane.top), 22);
  drawStrokes(plane, view.spikes, plane.y(u_reset), plane.y(theta), palette.potential);
  drawStrokes(plane, view.spikes, plane.y(theta), Math.max(tip, plane.top), palette.ink);
  drawLevelLabels(plane, [
    { symbol: 'θ', value: theta, colour: palette.threshold, handle: true },
    { symbol: 'u_rest', value: u_rest, colour: palette.muted },
  ]);
  const point = reading?.points[index];
  if (reading && point) drawPoint(plane, reading.t, point.u, palette.potential, palette.surface);
}

/** @param {Plane} plane @param {Run} run @param {Scene} scene */
function paintRaster(plane, { view }, { palette }) {
  drawStrokes(plane, view.spikes, plane.bottom, plane.top, palette.ink);
}
