import { describeReading } from '../format.js';
import { element } from '../ui/dom.js';
import { lowerBound } from '../picture.js';
import { niceStep } from './ranges.js';
import { arrange, rangesOf } from './rows.js';
import { StackedChart } from './stacked-chart.js';
import { listenToPlot } from './gestures.js';

/**
 * @typedef {import('../types.js').Picture} Picture
 * @typedef {import('../types.js').Reading} Reading
 *
 * @typedef {object} PlotEvents
 * @property {(t: number | null) => void} cursor ms
 * @property {(theta: number) => void} theta mV, while its line is dragged
 * @property {() => void} commit when the line is let go
 * @property {() => void} resize
 */

/** How near the pointer must come to a spike to read it, px. */
const SNAP = 3;

/** The plots of the experiment on show. */
export class Plots {
  /** @type {StackedChart[]} */
  #charts = [];
  /** @type {Picture | null} */
  #picture = null;
  /** @type {Reading | null} */
  #reading = null;
  /** @type {Picture | null} */
  #ranged = null;
  /** @type {import('./rows.js').Scene['ranges'] | null} */
  #ranges = null;
  #layout = '';
  #dragging = false;
  #narrow = matchMedia('(max-width: 699px)');
  #container;
  #events;

  /**
   * @param {HTMLElement} container
   * @param {PlotEvents} events
   */
  constructor(container, events) {
    this.#container = container;
    this.#events = events;
    this.#narrow.addEventListener('change', events.resize);
  }

  /**
   * Makes the charts that so many runs need, if they are not there yet.
   * @param {number} runs
   */
  prepare(runs) {
    const narrow = this.#narrow.matches;
    const layout = `${runs > 1 ? runs : 1} ${narrow}`;
    if (layout === this.#layout) return;
    this.#layout = layout;
    for (const chart of this.#charts) chart.destroy();
    this.#container.replaceChildren();
    this.#charts = arrange(runs, narrow).map((rows) => {
      const canvas = element('canvas', {
        tabIndex: 0,
        role: 'slider',
        'aria-label': nameOf(rows),
      });
      this.#container.append(element('div', { className: 'chart' }, canvas));
      const chart = new StackedChart(canvas, rows, { narrow, onResize: () => this.#events.resize() });
      listenToPlot(canvas, chart, this.#gestures(chart));
      return chart;
    });
  }

  /** Pixel columns of the time axis. */
  get columns() {
    return Math.max(1, ...this.#charts.map((chart) => chart.columns));
  }

  /**
   * @param {Picture} picture
   * @param {Reading | null} reading
   * @param {import('../ui/theme.js').Palette} palette
   */
  update(picture, reading, palette) {
    this.#picture = picture;
    this.#reading = reading;
    if (picture.runs.length === 0) return;
    if (picture !== this.#ranged) {
      this.#ranges = this.#rangesFor(picture);
      this.#ranged = picture;
    }
    const ranges = /** @type {import('./rows.js').Scene['ranges']} */ (this.#ranges);
    for (const chart of this.#charts) chart.update({ picture, reading, palette, ranges });
    this.#describe(picture, reading);
  }

  /** While theta is dragged its axis must hold still under the pointer. @param {Picture} picture */
  #rangesFor(picture) {
    const next = rangesOf(picture);
    if (!this.#dragging || !this.#ranges) return next;
    const { min, max } = next.potential;
    const held = this.#ranges.potential;
    return { ...next, potential: min < held.min || max > held.max ? next.potential : held };
  }

  /** @param {Picture} picture @param {Reading | null} reading */
  #describe({ runs }, reading) {
    for (const canvas of this.#container.querySelectorAll('canvas')) {
      canvas.setAttribute('aria-valuemin', '0');
      canvas.setAttribute('aria-valuemax', String(runs[0].request.duration));
      canvas.setAttribute('aria-valuenow', String(reading?.t ?? 0));
      canvas.setAttribute('aria-valuetext', reading ? describeReading(reading) : 'off');
    }
  }

  /** @param {StackedChart} chart @returns {import('./gestures.js').Gestures} */
  #gestures(chart) {
    return {
      point: (x) => this.#events.cursor(x === null ? null : this.#settle(chart, chart.timeAt(x))),
      step: (steps) => this.#events.cursor(this.#step(chart, steps)),
      edge: (end) => this.#events.cursor(end ? this.#duration : 0),
      spike: (direction) => this.#events.cursor(this.#nextSpike(direction)),
      drag: (theta) => {
        this.#dragging = true;
        this.#events.theta(theta);
      },
      drop: () => {
        this.#dragging = false;
        this.#ranged = null;
        this.#events.commit();
      },
    };
  }

  get #duration() {
    return this.#picture?.runs[0]?.request.duration ?? 0;
  }

  get #cursor() {
    return this.#reading?.t ?? 0;
  }

  /** Onto a spike that is near, else onto a round time. @param {StackedChart} chart @param {number} t */
  #settle(chart, t) {
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
    return Math.min(Number((Math.round(t / step) * step).toPrecision(12)), this.#duration);
  }

  /** @param {StackedChart} chart @param {number} steps */
  #step(chart, steps) {
    const t = this.#round(chart, this.#cursor + steps * niceStep(chart.timeStep));
    return Math.max(t, 0);
  }

  /** @param {1 | -1} direction */
  #nextSpike(direction) {
    const t = this.#cursor;
    const spikes = (this.#picture?.runs ?? []).flatMap(({ view }) => [...view.spikes]);
    const ahead = spikes.filter((spike) => direction * (spike - t) > 0);
    return ahead.length ? Math.min(...ahead.map((spike) => direction * spike)) * direction : t;
  }
}

const kindNames = { current: 'I(t)', potential: 'u(t)', raster: 'spikes' };

/** What a chart shows, for who cannot see it. @param {import('./rows.js').Row[]} rows */
function nameOf(rows) {
  const kinds = new Set(rows.map(({ kind }) => kindNames[kind]));
  return `Time cursor of the plot of ${[...kinds].join(', ')}`;
}
