import { DatasetController, Element } from 'chart.js';

/**
 * A mark draws its own dataset's arrays on its own scales, straight from typed arrays to canvas paths: no object per
 * point. A file each; a new one extends MarkController, and is registered in stacked-chart.js.
 *
 * @typedef {object} Plane linear maps from (ms, value) to CSS pixels, and the edges of a row
 * @property {CanvasRenderingContext2D} ctx
 * @property {(t: number) => number} x
 * @property {(value: number) => number} y
 * @property {number} left
 * @property {number} right
 * @property {number} top
 * @property {number} bottom
 */

/** Chart.js wants a registered element for every controller. */
export class NoElement extends Element {
  static id = 'none';
}

/**
 * What all marks share.
 * @abstract
 */
export class MarkController extends DatasetController {
  static defaults = { dataElementType: NoElement.id };
  addElements() {}
  buildOrUpdateElements() {}
  draw() {
    const { yScale } = /** @type {any} */ (this)._cachedMeta;
    this.paint(planeOf(this.chart, yScale), /** @type {any} */ (this.getDataset()));
  }

  /**
   * @param {Plane} plane
   * @param {any} dataset
   */
  paint(plane, dataset) {
    // eslint-disable-next-line iaf/no-prose -- for who adds a mark, never seen by a visitor
    throw new Error(`nothing draws ${dataset.type} at ${plane.top}`);
  }
}

/**
 * The plane of a row.
 * @param {import('chart.js').Chart} chart
 * @param {import('chart.js').Scale} yScale
 * @returns {Plane}
 */
export function planeOf({ ctx, chartArea: { left, right }, scales }, { top, bottom, min, max }) {
  const from = scales.x.min;
  const perMs = (right - left) / (scales.x.max - from);
  const perUnit = (bottom - top) / (max - min);
  const x = (/** @type {number} */ t) => left + (t - from) * perMs;
  const y = (/** @type {number} */ value) => bottom - (value - min) * perUnit;
  return { ctx, x, y, left, right, top, bottom };
}
