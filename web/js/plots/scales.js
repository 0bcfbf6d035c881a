import { plain } from '../format.js';
import { ticksOf } from './ranges.js';

/** @typedef {import('./rows.js').Row} Row */

/** Fixed, so that axes do not move while a slider does. */
export const AXIS_WIDTH = 46;
export const LABEL_WIDTH = 48;
const TIME_AXIS_HEIGHT = 42;
/** Least distance of two ticks of a value axis, px. */
const TICK_DISTANCE = 20;

/** The one time axis, in ms. */
export function timeScale() {
  return {
    type: 'linear',
    min: 0,
    max: 1,
    grid: { drawOnChartArea: false, tickLength: 5 },
    ticks: { includeBounds: false, maxRotation: 0, font: { size: 12 }, padding: 2 },
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
  const afterFit = (/** @type {any} */ scale) => {
    scale.width = AXIS_WIDTH;
  };
  const common = { type: 'linear', axis: 'y', position: 'left', stack: 'rows', afterFit };
  const scales = rows.flatMap(({ kind }, index) => [
    [`g${index}`, { ...common, ...bare }],
    [`y${index}`, { ...common, ...(kind === 'raster' ? bare : valueAxis) }],
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
  const gaps = rows.reduce((sum, { above }) => sum + above, 0);
  const weights = rows.reduce((sum, { weight }) => sum + weight, 0);
  const perWeight = Math.max(height - TIME_AXIS_HEIGHT - gaps, weights) / weights;
  rows.forEach(({ above, weight }, index) => {
    scales[`g${index}`].stackWeight = above;
    const rowHeight = weight * perWeight;
    Object.assign(scales[`y${index}`], { stackWeight: rowHeight, rowHeight });
  });
}

const valueAxis = {
  grid: { tickLength: 5, drawOnChartArea: false },
  ticks: {
    autoSkip: false,
    font: { size: 12 },
    padding: 3,
    callback: (/** @type {number} */ value) => plain(value),
  },
  afterBuildTicks: (/** @type {any} */ scale) => {
    const { min, max, step, rowHeight } = scale.options;
    const ticks = ticksOf({ min, max, step }, rowHeight / TICK_DISTANCE);
    scale.ticks = ticks.map((value) => ({ value }));
  },
};

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
