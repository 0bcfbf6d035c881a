import { brief, plain } from '../base/format.js';
import { ticksWithin, timeTicks } from '../draw/ticks.js';

/** @typedef {import('./rows.js').Row} Row */

/** Fixed, so that axes do not move while a slider does. */
const AXIS_WIDTH = { with: 46, without: 10 };
const LABEL_WIDTH = { with: 48, narrow: 44, without: 14 };
const TIME_AXIS_HEIGHT = 42;
/** Least distance of two ticks of a value axis, px. */
const TICK_DISTANCE = 20;

/**
 * Room at the left and the right of a chart's rows, px.
 * @param {Row[]} rows
 * @param {boolean} narrow
 */
export function margins(rows, narrow) {
  const labelled = rows.some(({ kind, labels }) => kind === 'potential' && labels);
  return {
    left: rows[0].ticks ? AXIS_WIDTH.with : AXIS_WIDTH.without,
    right: labelled ? LABEL_WIDTH[narrow ? 'narrow' : 'with'] : LABEL_WIDTH.without,
  };
}

/** The one time axis, in ms. */
export function timeScale() {
  return {
    type: 'linear',
    min: 0,
    max: 1,
    grid: { drawOnChartArea: false, tickLength: 5 },
    ticks: {
      autoSkip: false,
      sampleSize: 1, // the height is fixed: measuring labels takes as long as drawing them
      maxRotation: 0,
      font: { size: 12 },
      padding: 2,
      callback: (/** @type {number} */ value) => plain(value, 15),
    },
    afterBuildTicks: (/** @type {any} */ scale) => {
      const room = scale.chart.chartArea?.width || scale.maxWidth;
      scale.ticks = timeTicks(scale.options.min, scale.options.max, room).map((value) => ({ value }));
    },
    afterFit: (/** @type {any} */ scale) => {
      scale.height = TIME_AXIS_HEIGHT;
    },
  };
}

/**
 * A scale for each row, and before each an empty one, which makes the gap that holds its title. Chart.js stacks
 * from the last defined down.
 * @param {Row[]} rows
 */
export function valueScales(rows) {
  const { left } = margins(rows, false);
  const afterFit = (/** @type {any} */ scale) => {
    scale.width = left;
  };
  const common = { type: 'linear', axis: 'y', position: 'left', stack: 'rows', afterFit };
  const scales = rows.flatMap(({ kind, ticks }, index) => [
    [`g${index}`, { ...common, ...bare }],
    [`y${index}`, { ...common, ...(kind === 'raster' ? bare : ticks ? valueAxis : plainAxis) }],
  ]);
  return Object.fromEntries(scales.reverse());
}

/**
 * Shares a chart's height among its rows and the gaps above them.
 * @param {Record<string, any>} scales
 * @param {Row[]} rows
 * @param {number} height px
 */
export function shareHeight(scales, rows, height) {
  const taken = rows.reduce((sum, { above, height: own = 0 }) => sum + above + own, 0);
  const weights = rows.reduce((sum, { weight }) => sum + weight, 0);
  const perWeight = Math.max(height - TIME_AXIS_HEIGHT - taken, weights) / weights;
  rows.forEach(({ above, weight, height: own }, index) => {
    scales[`g${index}`].stackWeight = above;
    const rowHeight = own ?? weight * perWeight;
    Object.assign(scales[`y${index}`], { stackWeight: rowHeight, rowHeight });
  });
}

const valueAxis = {
  grid: { tickLength: 5, drawOnChartArea: false },
  ticks: {
    autoSkip: false,
    sampleSize: 1, // the width is fixed
    font: { size: 12 },
    padding: 3,
    callback: (/** @type {number} */ value) => brief(value),
  },
  afterBuildTicks: (/** @type {any} */ scale) => {
    const { min, max, step, rowHeight } = scale.options;
    scale.ticks = ticksWithin({ min, max, step }, rowHeight, TICK_DISTANCE).map((value) => ({ value }));
  },
};

const plainAxis = { ...valueAxis, ticks: { ...valueAxis.ticks, callback: () => '' } };

const bare = { grid: { display: false }, border: { display: false }, ticks: { display: false } };

/**
 * @param {Record<string, any>} scales
 * @param {import('../ui/theme.js').Palette} palette
 */
export function colourScales(scales, { muted, line }) {
  for (const scale of Object.values(scales)) {
    scale.ticks.color = muted;
    scale.grid.color = line;
    scale.border = { ...scale.border, color: line };
  }
}
