import { currentRange, potentialRange, traceRange } from './ranges.js';
import { rateOf } from '../runs/rate.js';
import { bestOf } from '../runs/reference.js';
import { crowdsOf } from './crowds.js';
import { twinOf } from './twin.js';
import { plain } from '../base/format.js';
import { foundOf, spikesOrSpike } from '../words/en/counts.js';
import { caseTitle } from '../words/en/experiments.js';
import { methodLabel } from '../words/en/labels.js';
import * as words from '../words/en/plots.js';

/**
 * The rows a picture is drawn as, and the datasets of each. A chart stacks rows over one time axis; how rows are dealt
 * to charts depends on the number of runs and the width.
 *
 * @typedef {import('../model/types.js').Picture} Picture
 * @typedef {import('../model/types.js').Reading} Reading
 * @typedef {import('../model/types.js').Run} Run
 * @typedef {import('../ui/theme.js').Palette} Palette
 * @typedef {import('./marks/trace.js').Trace | import('./marks/spike.js').Spikes | import('./marks/level.js').Levels} Dataset
 *
 * @typedef {object} Scene what there is to draw
 * @property {Picture} picture
 * @property {Reading | null} reading
 * @property {Palette} palette
 * @property {Record<string, import('../draw/ticks.js').AxisRange>} ranges by kind of row
 * @property {boolean} movable whether theta can be dragged
 * @property {boolean} still whether it is for paper, where nothing can be zoomed
 *
 * @typedef {string} Kind current, potential, raster, or the name of a further trace
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

/** Height of a row of spikes, px. */
const RASTER = 26;
/** Parts of the height that is left, in a chart of one run and where runs stand one above the other. */
const WEIGHTS = {
  alone: /** @type {Record<Kind, number>} */ ({ current: 1, potential: 2.6 }),
  several: /** @type {Record<Kind, number>} */ ({ current: 0.5 }),
};

/**
 * How the rows are dealt: one list a chart. Several runs have a chart a kind, beside each other, or where that is too
 * narrow two, and every other run in each.
 * @param {number} runs
 * @param {boolean} narrow
 * @param {Kind[]} kinds of rows, as the experiment lists them
 * @returns {Row[][]}
 */
export function arrange(runs, narrow, kinds) {
  if (runs <= 1) return [stack(rowsOf(kinds, 0, WEIGHTS.alone), BELOW)];
  const indices = Array.from({ length: runs }, (_, run) => run);
  if (!narrow) {
    return columnsOf(kinds).map((column) =>
      stack(
        indices.flatMap((run) => rowsOf(column, run)),
        BELOW,
      ),
    );
  }
  return [0, 1].map((column) =>
    stack(
      indices.filter((run) => run % 2 === column).flatMap((run) => rowsOf(kinds, run, WEIGHTS.several)),
      NARROW_BELOW,
    ).map((row) => ({ ...row, ticks: column === 0, labels: column === 1 })),
  );
}

/** A column a trace; spikes stand under the trace before them. @param {Kind[]} kinds */
function columnsOf(kinds) {
  /** @type {Kind[][]} */
  const columns = [];
  for (const kind of kinds) {
    if (kind === 'raster' && columns.length) columns[columns.length - 1].push(kind);
    else columns.push([kind]);
  }
  return columns;
}

/**
 * @param {Kind[]} kinds
 * @param {number} run
 * @param {Record<Kind, number>} [weights]
 * @returns {Omit<Row, 'above'>[]}
 */
function rowsOf(kinds, run, weights = {}) {
  const common = { run, ticks: true, labels: true };
  return kinds.map((kind) =>
    kind === 'raster'
      ? { kind, weight: 0, height: RASTER, ...common }
      : { kind, weight: weights[kind] ?? 1, ...common },
  );
}

/** @param {Omit<Row, 'above'>[]} rows @param {number} below @returns {Row[]} */
function stack(rows, below) {
  return rows.map((row, index) => ({ ...row, above: index ? below : TOP }));
}

/**
 * The axis of each kind of row; runs share them, so that their sizes compare.
 * @param {Picture} picture
 * @param {Kind[]} kinds
 * @returns {Scene['ranges']}
 */
export function rangesOf({ runs, experiment, shown }, kinds) {
  const currents = experiment.currents?.(shown.values).map(({ value }) => value) ?? [];
  const own = /** @type {Record<Kind, () => import('../draw/ticks.js').AxisRange>} */ ({
    current: () => currentRange(runs, currents),
    potential: () => potentialRange(runs),
    raster: () => ({ min: 0, max: 1, step: 1 }),
  });
  return Object.fromEntries(
    kinds.map((kind) => [
      kind,
      own[kind]?.() ?? traceRange(runs.map(({ view }) => traceOf(view, kind)?.values)),
    ]),
  );
}

/** A further trace. @param {Run['view']} view @param {string} name */
function traceOf({ traces }, name) {
  return traces.find((trace) => trace.name === name);
}

/**
 * The row of its chart that says how many spikes of a run there are where they crowd: that of the spikes, else that
 * of u.
 * @param {Row} row
 * @param {Row[]} rows of its chart
 */
export function countsSpikes({ kind, run }, rows) {
  if (kind === 'raster') return true;
  return kind === 'potential' && !rows.some((other) => other.kind === 'raster' && other.run === run);
}

/**
 * What stands above a row.
 * @param {Row} row
 * @param {Run} run
 * @param {Scene} scene
 * @param {boolean} narrow then it must be short
 * @param {boolean} counted whether something beside it says how many spikes there are
 * @returns {import('./marks/text.js').Title}
 */
export function titleOf({ kind }, run, { picture: { pending, shown } }, narrow, counted) {
  const { view, request } = run;
  const title = caseTitle(run);
  const { method = 'exact' } = request;
  const grid = method !== 'exact';
  if (kind === 'raster') return [{ text: words.spikesTitle }];
  const current = [{ symbol: 'I' }, { aside: ' (nA)' }];
  const potential = [{ symbol: 'u' }, { aside: ' (mV)' }];
  const { numerics } = shown;
  const named = ` · ${methodLabel(numerics.method)}, dt = ${plain(numerics.dt)} ms`;
  const by = grid ? [{ aside: named }] : pending ? [{ aside: words.computing(named) }] : [];
  const further = kind in datasets ? null : traceOf(view, kind);
  if (further) return [{ symbol: further.symbol }, { aside: ` (${further.unit})` }];
  if (!title) {
    return kind === 'current'
      ? [{ text: words.inputCurrent }, ...current]
      : [{ text: words.membranePotential }, ...potential, ...by];
  }
  if (kind === 'current') return [{ text: `${title}: ` }, ...current];
  if (counted) return narrow ? potential : [...potential, ...by];
  const [found, there] = [view.spikes.length, bestOf(run).spikes.length];
  const count = grid ? foundOf({ found, there }) : String(found);
  if (narrow && (grid || pending)) return [...potential, { aside: ` · ${pending ? '…' : count}` }];
  const spikes = { aside: ` · ${count} ${spikesOrSpike(count)}` };
  if (narrow) return [...potential, spikes];
  return [...potential, spikes, ...(grid || pending ? by : [{ aside: `, ${plain(rateOf(run), 3)} Hz` }])];
}

/** @param {Run} run */
function isOnGrid({ request }) {
  return request.method === 'euler' || request.method === 'rk4';
}

/** Lengths of a spike's tip above theta: part of the axis, and px at most. */
const TIP = { part: 0.07, most: 22 };
const DASHES = [
  [7, 3],
  [2, 3],
];

/** @type {Record<Kind, (run: Run, scene: Scene, row: Row, columns: number) => Dataset[]>} */
const datasets = { current: currentSets, potential: potentialSets, raster: rasterSets };

/**
 * What is drawn in a row, the undermost first.
 * @param {Row} row
 * @param {Scene} scene
 * @param {number} columns px of the time axis
 * @returns {Dataset[]}
 */
export function datasetsOf(row, scene, columns) {
  const run = scene.picture.runs[row.run];
  if (!run) return [];
  return (datasets[row.kind] ?? furtherSets)(run, scene, row, columns);
}

/**
 * Where the cursor meets a row's trace.
 * @param {Row} row
 * @param {Scene} scene
 * @returns {{ value: number, colour: string } | null}
 */
export function pointOf({ kind, run }, { reading, palette }) {
  const point = reading?.points[run];
  if (point && kind === 'current') return { value: point.current, colour: palette.current };
  if (point && kind === 'potential') return { value: point.u, colour: palette.potential };
  return null;
}

/** @param {Run} run @param {Scene} scene @returns {Dataset[]} */
function currentSets(run, { picture, palette }) {
  const { view } = run.drawn;
  const truth = bestOf(run.drawn);
  const parts = picture.experiment.currents?.(picture.shown.values) ?? [];
  const colour = palette.current;
  const levels = [
    { value: 0, colour: palette.line, dash: [] },
    ...parts.map((part, at) => ({ ...part, colour, dash: DASHES[at], width: 1.25, ink: palette.muted })),
    ...(parts.length ? [{ symbol: words.sum, value: truth.current[0], colour }] : []),
  ];
  /** @type {Dataset[]} */
  const sets = [
    { type: 'level', levels, named: true },
    { type: 'trace', t: truth.t, values: truth.current, colour, width: 1.75 },
  ];
  if (isOnGrid(run) && !truth.steady) {
    sets.push({ type: 'trace', t: view.t, values: view.current, colour, width: 0, dots: true });
  }
  return sets;
}

/** @param {Run} run @param {Scene} scene @param {Row} row @param {number} columns @returns {Dataset[]} */
function potentialSets(run, { picture: { window }, palette, ranges: { potential }, movable }, row, columns) {
  const { view } = run.drawn;
  const twin = twinOf(run.drawn);
  const { theta, u_rest, u_reset } = run.request.neuron;
  const grid = isOnGrid(run);
  const crowds = crowdsOf(view.spikes, window, columns);
  const rest = { colour: palette.muted, dash: [1.5, 3.5], width: 1.25 };
  const levels = [
    { symbol: 'θ', value: theta, colour: palette.threshold, dash: [7, 4], width: 1.5, handle: movable },
    ...(u_rest === undefined ? [] : [{ symbol: 'u_rest', value: u_rest, ...rest }]),
    ...(twin ? [{ word: words.exact, value: twin.u[twin.u.length - 1], colour: palette.muted }] : []),
  ];
  /** @type {Dataset[]} */
  const sets = [{ type: 'level', levels, named: row.labels }];
  if (twin) {
    const own = crowdsOf(twin.spikes, window, columns);
    sets.push({ type: 'trace', t: twin.t, values: twin.u, colour: palette.muted, width: 1, crowds: own });
  }
  const colour = palette.potential;
  const peaks = grid ? { spikes: view.spikes, theta, u_reset } : null;
  sets.push({ type: 'trace', t: view.t, values: view.u, colour, width: 1.75, crowds, peaks, dots: grid });
  const spikes = { type: /** @type {const} */ ('spike'), times: view.spikes, width: 1.25, crowds };
  if (!grid) sets.push({ ...spikes, from: u_reset, to: theta, colour, bands: false });
  const tip = TIP.part * (potential.max - potential.min);
  sets.push({ ...spikes, from: theta, to: theta + tip, most: TIP.most, colour: palette.ink });
  return sets;
}

/** @param {Run} run @param {Scene} scene @param {Row} row @param {number} columns @returns {Dataset[]} */
function rasterSets(run, { picture: { window }, palette }, row, columns) {
  const { view } = run.drawn;
  const twin = twinOf(run.drawn);
  const spikes = (/** @type {Float64Array} */ times) => ({
    ...{ type: /** @type {const} */ ('spike'), times, from: 0, to: 1, width: 1.25, colour: palette.ink },
    crowds: crowdsOf(times, window, columns),
  });
  if (!twin) return [spikes(view.spikes)];
  const label = methodLabel(run.request.method ?? 'exact');
  const levels = [
    { word: label, value: 0.75, colour: palette.potential },
    { word: words.exact, value: 0.21, colour: palette.muted },
  ];
  return [
    { type: 'level', levels, named: true },
    { ...spikes(view.spikes), from: 0.54, colour: palette.potential, width: 1.75 },
    { ...spikes(twin.spikes), to: 0.46, colour: palette.muted, width: 1 },
  ];
}

/** @param {Run} run @param {Scene} scene @param {Row} row @returns {Dataset[]} */
function furtherSets({ drawn: { view } }, { palette }, { kind }) {
  const trace = traceOf(view, kind);
  return trace
    ? [{ type: 'trace', t: view.t, values: trace.values, colour: palette.potential, width: 1.75 }]
    : [];
}
