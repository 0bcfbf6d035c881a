import { Chart, LinearScale } from 'chart.js';
import { countIn, crowdsOf } from './crowds.js';
import { cursorOf } from './cursor.js';
import { LevelController } from './marks/level.js';
import { NoElement } from './marks/mark.js';
import { SpikeController } from './marks/spike.js';
import { widthOfWords } from './marks/text.js';
import { TraceController } from './marks/trace.js';
import { countsSpikes, datasetsOf } from './rows.js';
import { colourScales, margins, shareHeight, timeScale, valueScales } from './scales.js';
import { titlesOf } from './titles.js';

/**
 * @typedef {import('./rows.js').Row} Row
 * @typedef {import('./rows.js').Scene} Scene
 * @typedef {import('./crowds.js').Note} Note
 */

Chart.register(NoElement, TraceController, SpikeController, LevelController, LinearScale);

/** What a finger hits a handle by, px about it. */
const FINGER = 22;

/** Rows stacked over one time axis: one Chart.js chart with a y scale a row. */
export class StackedChart {
  /** @type {Scene | null} */
  #scene = null;
  #window = { columns: 1, from: 0, to: 1 };
  /** @type {Note[]} */
  #notes = [];
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
        type: 'trace',
        data: { datasets: [] },
        options: {
          animation: false,
          parsing: false,
          normalized: true,
          responsive: true,
          ...(scale ? { devicePixelRatio: scale } : {}),
          maintainAspectRatio: false,
          events: [],
          clip: false,
          onResize: (/** @type {Chart} */ chart, /** @type {{ height: number }} */ { height }) => {
            shareHeight(/** @type {any} */ (chart.options.scales), rows, height);
            onResize();
          },
          layout: { padding: { right: margins(rows, narrow).right } },
          scales,
        },
        plugins: [
          cursorOf(rows, () => this.#scene),
          titlesOf(rows, narrow, () => ({ scene: this.#scene, notes: this.#notes })),
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

  /** Where spikes crowd, and the room of what says so. */
  get notes() {
    return this.#notes;
  }

  /** @param {string} words how wide they are in a title, px */
  widthOf(words) {
    return widthOfWords(this.#chart.ctx, words);
  }

  get narrow() {
    return this.#narrow;
  }

  get width() {
    return this.#chart.width;
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
    this.#notes = this.#crowdsIn(scene);
    layout = !this.#fill(scene) || layout;
    if (layout) this.#chart.update('none');
    else this.#chart.draw();
  }

  /**
   * Gives Chart.js the datasets of all rows.
   * @param {Scene} scene
   * @returns {boolean} whether they are as many and of the same types as before, so that nothing else need change
   */
  #fill(scene) {
    const { columns } = this;
    const next = this.rows.flatMap((row, index) =>
      datasetsOf(row, scene, columns).map((each) => ({ ...each, yAxisID: `y${index}` })),
    );
    next.reverse(); // Chart.js draws the last one first
    const { data } = this.#chart;
    const last = /** @type {any[]} */ (data.datasets);
    const alike =
      next.length === last.length &&
      next.every(({ type, yAxisID }, at) => type === last[at].type && yAxisID === last[at].yAxisID);
    if (alike) next.forEach((each, at) => Object.assign(last[at], each));
    else data.datasets = /** @type {any} */ (next);
    return alike;
  }

  /** @param {Scene} scene @returns {Note[]} */
  #crowdsIn({ picture: { runs, window } }) {
    const { columns, rows } = this;
    return rows.flatMap((row, index) => {
      const spikes = runs[row.run]?.drawn.view.spikes;
      if (!spikes || !countsSpikes(row, rows) || !crowdsOf(spikes, window, columns).length) return [];
      return [{ row: index, run: row.run, count: countIn(spikes, window), x: 0, y: 0 }];
    });
  }

  /** Draws nothing. */
  clear() {
    this.#scene = null;
    this.#notes = [];
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
    return this.rows.findIndex(
      ({ kind }, index) => kind === 'potential' && Math.abs(this.heightOfTheta(index) - y) <= reach,
    );
  }

  /**
   * Where theta's line lies in a row of u, px; NaN while there is none.
   * @param {number} row
   */
  heightOfTheta(row) {
    const theta = this.#scene?.picture.runs[this.rows[row].run]?.request.neuron.theta ?? NaN;
    return this.#chart.scales[`y${row}`].getPixelForValue(theta);
  }

  /**
   * The row of u whose theta has its handle at a point of the canvas.
   * @param {number} x px
   * @param {number} y px
   */
  handleRowAt(x, y) {
    if (Math.abs(x - this.#chart.chartArea.right) > FINGER) return -1;
    const row = this.thetaRowAt(y, FINGER);
    return this.rows[row]?.labels ? row : -1;
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
}
