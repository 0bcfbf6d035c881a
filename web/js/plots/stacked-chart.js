import { Chart, DatasetController, Element, LinearScale } from 'chart.js';
import { drawCursor, drawTitle } from './layers.js';
import { paintRow, titleOf } from './rows.js';
import { colourScales, margins, shareHeight, timeScale, valueScales } from './scales.js';

/**
 * @typedef {import('./layers.js').Plane} Plane
 * @typedef {import('./rows.js').Row} Row
 * @typedef {import('./rows.js').Scene} Scene
 */

/** Chart.js wants a registered element for every controller, though a row has no elements. */
class NoElement extends Element {
  static id = 'none';
}

/** A dataset that paints itself on its scales: Chart.js places it, rows.js draws it. */
class RowController extends DatasetController {
  static id = 'row';
  static defaults = { dataElementType: NoElement.id };
  addElements() {}
  buildOrUpdateElements() {}
  draw() {
    /** @type {any} */ (this.getDataset()).paint();
  }
}
Chart.register(NoElement, RowController, LinearScale);

/** Rows stacked over one time axis: one Chart.js chart with a y scale a row. */
export class StackedChart {
  /** @type {Scene | null} */
  #scene = null;
  #window = { columns: 1, from: 0, to: 1 };
  #narrow;
  #chart;

  /**
   * @param {HTMLCanvasElement} canvas
   * @param {Row[]} rows
   * @param {{ narrow: boolean, scale?: number, onResize: () => void }} options
   */
  constructor(canvas, rows, { narrow, scale, onResize }) {
    this.rows = rows;
    this.#narrow = narrow;
    const scales = { x: timeScale(), ...valueScales(rows) };
    shareHeight(scales, rows, canvas.parentElement?.clientHeight ?? 0);
    this.#chart = new Chart(
      canvas,
      /** @type {any} */ ({
        type: 'row',
        data: {
          datasets: rows.map((row, index) => ({
            data: [],
            yAxisID: `y${index}`,
            paint: () => this.#paint(index),
          })),
        },
        options: {
          animation: false,
          parsing: false,
          normalized: true,
          responsive: true,
          ...(scale ? { devicePixelRatio: scale } : {}),
          maintainAspectRatio: false,
          events: [],
          onResize: (/** @type {Chart} */ chart, /** @type {{ height: number }} */ { height }) => {
            shareHeight(/** @type {any} */ (chart.options.scales), rows, height);
            onResize();
          },
          layout: { padding: { right: margins(rows, narrow).right } },
          scales,
        },
        plugins: [
          { id: 'cursor', beforeDatasetsDraw: () => this.#drawCursor(), afterDraw: () => this.#drawTitles() },
        ],
      }),
    );
    canvas.addEventListener('contextrestored', () => {
      const { ctx, currentDevicePixelRatio: ratio } = this.#chart;
      ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
      this.#chart.draw();
    });
  }

  /** Whether there is something to draw on: browsers that run out of it give none. */
  get drawable() {
    return Boolean(this.#chart.ctx);
  }

  fit() {
    // Paper shows more than a screen.
    this.#chart.options.devicePixelRatio = matchMedia('print').matches ? 3 : undefined;
    this.#chart.resize();
  }

  /** Width of the plotted area, px. */
  get columns() {
    const { left, right } = this.#chart.chartArea ?? {
      left: margins(this.rows, this.#narrow).left,
      right: this.#chart.width,
    };
    return Math.max(Math.ceil(right - left), 1);
  }

  /**
   * Draws a scene; lays out the axes again only if one of them changes.
   * @param {Scene} scene
   */
  update(scene) {
    const before = this.#scene;
    this.#scene = scene;
    const scales = /** @type {any} */ (this.#chart.options.scales);
    const { window } = scene.picture;
    const { from, to } = this.#window;
    let layout = before?.palette !== scene.palette || window.from !== from || window.to !== to;
    this.#window = window;
    Object.assign(scales.x, { min: window.from, max: window.to });
    this.rows.forEach(({ kind }, index) => {
      const { min, max, step } = scene.ranges[kind];
      const scale = scales[`y${index}`];
      if (scale.min === min && scale.max === max && scale.step === step) return;
      Object.assign(scale, { min, max, step });
      layout = true;
    });
    if (before?.palette !== scene.palette) colourScales(scales, scene.palette);
    if (layout) {
      this.#chart.update('none');
    } else this.#chart.draw();
  }

  /** Draws nothing. */
  clear() {
    this.#scene = null;
    this.#chart.clear();
  }

  /**
   * The time under a point of the canvas, ms.
   * @param {number} x px
   */
  timeAt(x) {
    const t = this.#chart.scales.x.getValueForPixel(x) ?? 0;
    return Math.min(Math.max(t, this.#window.from), this.#window.to);
  }

  /** Milliseconds a pixel. */
  get timeStep() {
    return (this.#window.to - this.#window.from) / this.columns;
  }

  /** Whether less than the run is drawn. */
  get zoomed() {
    const { from, to } = this.#window;
    return to - from < (this.#scene?.picture.runs[0]?.request.duration ?? 0);
  }

  /** Whether a height of the canvas lies on the time axis. @param {number} y px */
  onTimeAxis(y) {
    return y > this.#chart.chartArea.bottom;
  }

  /**
   * The row of u whose theta lies at a point of the canvas.
   * @param {number} y px
   * @param {number} reach px
   */
  thetaRowAt(y, reach) {
    return this.rows.findIndex(({ kind, run }, index) => {
      const theta = this.#scene?.picture.runs[run]?.request.neuron.theta;
      if (kind !== 'potential' || theta === undefined) return false;
      return Math.abs(this.#chart.scales[`y${index}`].getPixelForValue(theta) - y) <= reach;
    });
  }

  /**
   * The row of I at a height of the canvas.
   * @param {number} y px
   */
  currentRowAt(y) {
    return this.rows.findIndex(({ kind }, index) => {
      const { top, bottom } = this.#chart.scales[`y${index}`];
      return kind === 'current' && y >= top && y <= bottom;
    });
  }

  /**
   * I at a height of the canvas, within the row's axis.
   * @param {number} row
   * @param {number} y px
   */
  currentAt(row, y) {
    const { top, bottom } = this.#chart.scales[`y${row}`];
    return this.valueAt(row, Math.min(Math.max(y, top), bottom));
  }

  /**
   * The value of a row's axis at a height of the canvas.
   * @param {number} row
   * @param {number} y px
   */
  valueAt(row, y) {
    return this.#chart.scales[`y${row}`].getValueForPixel(y) ?? 0;
  }

  destroy() {
    this.#chart.destroy();
  }

  /** @param {number} index @returns {Plane} */
  #plane(index) {
    const { ctx, chartArea, scales } = this.#chart;
    const { top, bottom, min, max } = scales[`y${index}`];
    const { left, right } = chartArea;
    const { from, to } = this.#window;
    const perMs = (right - left) / (to - from);
    const perUnit = (bottom - top) / (max - min);
    const x = (/** @type {number} */ t) => left + (t - from) * perMs;
    const y = (/** @type {number} */ value) => bottom - (value - min) * perUnit;
    return { ctx, x, y, left, right, top, bottom };
  }

  /** @param {number} index */
  #paint(index) {
    if (this.#scene) paintRow(this.rows[index], this.#plane(index), this.#scene);
  }

  #drawCursor() {
    const { reading, palette } = this.#scene ?? {};
    const { from, to } = this.#window;
    if (!reading || !palette || reading.t < from || reading.t > to) return;
    const { top, bottom } = this.#chart.chartArea;
    drawCursor({ ...this.#plane(0), top, bottom }, reading.t, palette.muted);
  }

  #drawTitles() {
    if (!this.#scene) return;
    const { ctx, chartArea, width, height } = this.#chart;
    const time = [{ symbol: 't' }, { aside: ' (ms)' }];
    const middle = (chartArea.left + chartArea.right) / 2 - 18;
    drawTitle(ctx, time, middle, height - 10, this.#scene.palette, width);
    this.rows.forEach((row, index) => {
      const run = this.#scene?.picture.runs[row.run];
      if (!run || !this.#scene) return;
      const { left, top } = this.#plane(index);
      drawTitle(
        ctx,
        titleOf(row, run, this.#scene, this.#narrow),
        left,
        top - 11,
        this.#scene.palette,
        width,
      );
    });
  }
}
