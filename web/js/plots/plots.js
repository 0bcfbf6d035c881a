import { describeReading } from '../words/en/reading.js';
import { element } from '../ui/dom.js';
import { lowerBound } from '../base/sorted.js';
import { niceStep } from '../draw/ticks.js';
import { apart, crowdsOf } from './crowds.js';
import { CrowdButtons } from './crowd-buttons.js';
import { arrange, rangesOf } from './rows.js';
import { StackedChart } from './stacked-chart.js';
import { listenToPlot } from './gestures.js';
import { holding, panned, zoomed } from '../state/zoom.js';
import { chartName, noCanvas, noCursor, zoomedTo } from '../words/en/plots.js';

/**
 * @typedef {import('../model/types.js').Picture} Picture
 * @typedef {import('../model/types.js').Reading} Reading
 *
 * @typedef {object} PlotEvents
 * @property {(t: number | null, passing?: boolean) => void} cursor ms; passing, if the pointer is not pressed
 * @property {() => boolean} movable whether theta's line can be dragged
 * @property {(theta: number) => void} theta mV, while its line is dragged
 * @property {() => boolean} drawing whether strokes on I(t) draw
 * @property {(from: import('./gestures.js').Point, to: import('./gestures.js').Point) => void} draw
 * @property {(span: import('../state/zoom.js').Span | null) => void} zoom
 * @property {() => import('../state/zoom.js').Span | null} window the latest zoom asked for, drawn or not
 * @property {() => void} commit when the line or the pen is let go
 * @property {() => void} resize
 */

/** How near the pointer must come to a spike to read it, px. */
const SNAP = 3;

/** The plots of the experiment on show. */
export class Plots {
  /** @type {{ chart: StackedChart, canvas: HTMLCanvasElement, buttons: CrowdButtons, name: string }[]} */
  #charts = [];
  /** @type {Picture | null} */
  #picture = null;
  /** @type {Reading | null} */
  #reading = null;
  /** @type {Picture | null} */
  #ranged = null;
  /** @type {import('./rows.js').Scene['ranges'] | null} */
  #ranges = null;
  /** @type {import('./rows.js').Kind[]} */
  #kinds = [];
  #layout = '';
  #dragging = false;
  #narrow = matchMedia('(max-width: 699px)');
  #paper = matchMedia('print');
  #container;
  #events;
  #scale;

  /**
   * @param {HTMLElement} container
   * @param {PlotEvents} events
   * @param {{ scale?: number }} [options] scale: canvas pixels a CSS pixel; the screen's by default
   */
  constructor(container, events, { scale } = {}) {
    this.#container = container;
    this.#events = events;
    this.#scale = scale;
    this.#narrow.addEventListener('change', events.resize);
  }

  /**
   * Makes the charts that so many runs need, if they are not there yet.
   * @param {number} runs
   * @param {import('./rows.js').Kind[]} kinds of rows
   */
  prepare(runs, kinds) {
    const narrow = this.#narrow.matches;
    const layout = `${runs > 1 ? runs : 1} ${narrow} ${kinds}`;
    if (layout === this.#layout) return;
    this.#layout = layout;
    this.#kinds = kinds;
    for (const { chart } of this.#charts) chart.destroy();
    this.#container.replaceChildren();
    this.#charts = arrange(runs, narrow, kinds).map((rows) => {
      const canvas = element('canvas', {
        tabIndex: 0,
        role: 'slider',
        'aria-describedby': 'regime',
      });
      const box = element('div', { className: 'chart' }, canvas);
      this.#container.append(box);
      const chart = new StackedChart(canvas, rows, {
        narrow,
        scale: this.#scale,
        onResize: () => this.#events.resize(),
      });
      listenToPlot(canvas, chart, this.#gestures(chart));
      const buttons = new CrowdButtons(box, (run) => {
        this.#showApart(chart, run);
        canvas.focus({ preventScroll: true });
      });
      return { chart, canvas, buttons, name: nameOf(rows) };
    });
    if (this.#charts.every(({ chart }) => chart.drawable)) return;
    this.#charts = [];
    this.#container.replaceChildren(noCanvas);
  }

  destroy() {
    for (const { chart } of this.#charts) chart.destroy();
    this.#narrow.removeEventListener('change', this.#events.resize);
  }

  /** Fills the container as it now is: Chart.js by itself would a frame later, and until then cover what follows. */
  fit() {
    for (const { chart } of this.#charts) chart.fit();
  }

  /** Pixel columns of the time axis. */
  get columns() {
    return Math.max(1, ...this.#charts.map(({ chart }) => chart.columns));
  }

  /**
   * @param {Picture} picture
   * @param {Reading | null} reading
   * @param {import('../ui/theme.js').Palette} palette
   * @param {boolean} [moving] whether the cursor moves by itself, too fast to be read out
   */
  update(picture, reading, palette, moving = false) {
    this.#picture = picture;
    this.#reading = reading;
    if (picture.runs.length === 0) {
      for (const { chart, buttons } of this.#charts) {
        chart.clear();
        buttons.update(chart);
      }
      return;
    }
    if (picture !== this.#ranged) {
      this.#ranges = this.#rangesFor(picture);
      this.#ranged = picture;
    }
    const ranges = /** @type {import('./rows.js').Scene['ranges']} */ (this.#ranges);
    const still = this.#scale !== undefined || this.#paper.matches;
    for (const { chart, buttons } of this.#charts) {
      chart.update({ picture, reading, palette, ranges, still, movable: this.#events.movable() });
      if (!still) buttons.update(chart);
    }
    if (!moving) this.#describe(picture, reading);
  }

  /** While theta is dragged or I is drawn, its axis must hold still under the pointer. @param {Picture} picture */
  #rangesFor(picture) {
    const next = rangesOf(picture, this.#kinds);
    const last = this.#ranges;
    if (!this.#dragging || !last) return next;
    const { min, max } = next.potential;
    const fits = min >= last.potential.min && max <= last.potential.max;
    return { ...next, current: last.current, potential: (fits ? last : next).potential };
  }

  /** @param {Picture} picture @param {Reading | null} reading */
  #describe({ runs, window: { from, to } }, reading) {
    const { duration } = runs[0].request;
    const zoom = to - from < duration ? zoomedTo(from, to) : '';
    for (const { canvas, name } of this.#charts) {
      canvas.setAttribute('aria-label', name + zoom);
      canvas.setAttribute('aria-valuemin', '0');
      canvas.setAttribute('aria-valuemax', String(duration));
      canvas.setAttribute('aria-valuenow', String(reading?.t ?? 0));
      canvas.setAttribute('aria-valuetext', reading ? describeReading(reading) : noCursor);
    }
  }

  /** @param {StackedChart} chart @returns {import('./gestures.js').Gestures} */
  #gestures(chart) {
    return {
      point: (x, passing) =>
        this.#events.cursor(x === null ? null : this.#snapped(chart, chart.timeAt(x)), passing),
      step: (steps) => this.#moveCursor(this.#step(chart, steps)),
      edge: (end) => this.#moveCursor(end ? this.#duration : 0),
      spike: (direction) => this.#moveCursor(this.#nextSpike(direction)),
      movable: () => this.#events.movable(),
      drag: (theta) => {
        this.#dragging = true;
        this.#events.theta(theta);
      },
      drawing: () => this.#events.drawing(),
      draw: (from, to) => {
        this.#dragging = true;
        this.#events.draw(from, to);
      },
      drop: () => {
        this.#dragging = false;
        this.#ranged = null;
        this.#events.commit();
      },
      zoom: (factor, x) => {
        const about = x === undefined ? this.#middle : chart.timeAt(x);
        this.#events.zoom(zoomed(this.#window, factor, about, this.#duration));
      },
      pan: (part) => {
        if (chart.zoomed) this.#events.zoom(panned(this.#window, part, this.#duration));
        return chart.zoomed;
      },
      whole: () => this.#events.zoom(null),
    };
  }

  /** Zooms in about the cursor or the middle, so far that spikes stand apart. @param {StackedChart} chart @param {number} run */
  #showApart(chart, run) {
    const picture = this.#picture;
    const spikes = picture?.runs[run]?.drawn.view.spikes;
    if (!picture || !spikes) return;
    const { window } = picture;
    const crowds = crowdsOf(spikes, window, chart.columns);
    if (!crowds.length) return;
    this.#events.zoom(apart(spikes, crowds, window, chart.columns, this.#middle, this.#duration));
  }

  /** Where to zoom: the cursor, if it is in sight. */
  get #middle() {
    const { from, to } = this.#window;
    const cursor = this.#reading?.t ?? NaN;
    return cursor >= from && cursor <= to ? cursor : (from + to) / 2;
  }

  get #window() {
    const { window } = /** @type {Picture} */ (this.#picture);
    return this.#events.window() ?? window;
  }

  get #duration() {
    return this.#picture?.runs[0]?.request.duration ?? 0;
  }

  get #cursor() {
    return this.#reading?.t ?? this.#picture?.window.from ?? 0;
  }

  /** The cursor, and the window so far that it holds it. @param {number} t ms */
  #moveCursor(t) {
    this.#events.zoom(holding(this.#window, t, this.#duration));
    this.#events.cursor(t);
  }

  /** Onto a spike that is near, else onto a round time. @param {StackedChart} chart @param {number} t */
  #snapped(chart, t) {
    const near = SNAP * chart.timeStep;
    let best = NaN;
    for (const { view } of this.#picture?.runs ?? []) {
      const at = lowerBound(view.spikes, t);
      for (const spike of [view.spikes[at - 1], view.spikes[at]]) {
        if (Math.abs(spike - t) <= near && !(Math.abs(best - t) <= Math.abs(spike - t))) best = spike;
      }
    }
    return Number.isFinite(best) ? best : this.#round(chart, t);
  }

  /** @param {StackedChart} chart @param {number} t */
  #round(chart, t) {
    const step = niceStep(chart.timeStep);
    return Math.min(Number((Math.round(t / step) * step).toPrecision(15)), this.#duration);
  }

  /** @param {StackedChart} chart @param {number} steps */
  #step(chart, steps) {
    const t = this.#round(chart, this.#cursor + steps * niceStep(chart.timeStep));
    return Math.max(t, 0);
  }

  /** @param {1 | -1} direction */
  #nextSpike(direction) {
    const t = this.#cursor;
    const next = (this.#picture?.runs ?? []).map(({ view: { spikes } }) => {
      const at = lowerBound(spikes, t);
      return direction < 0 ? spikes[at - 1] : spikes[spikes[at] === t ? at + 1 : at];
    });
    const ahead = next.filter((spike) => spike !== undefined);
    return ahead.length ? Math.min(...ahead.map((spike) => direction * spike)) * direction : t;
  }
}

/** What a chart shows, for who cannot see it. @param {import('./rows.js').Row[]} rows */
function nameOf(rows) {
  return chartName([...new Set(rows.map(({ kind }) => kind))]);
}
