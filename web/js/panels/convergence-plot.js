import { gridMethods } from '../model/methods.js';
import { plain } from '../base/format.js';
import { createDataTable } from '../ui/data-table.js';
import { element, setRichText } from '../ui/dom.js';
import { axisNodes, frameOf } from '../draw/axes.js';
import { widthOf } from '../draw/graph.js';
import { svg } from '../draw/svg.js';
import { methodLabel } from '../words/en/labels.js';
import { convergenceDescription, errorsTable, slopeName, unstableName } from '../words/en/numerics.js';

/**
 * Error against dt, both logarithmic: one series a method, the slopes 1 and 4 for the eye, the present dt, and where
 * a method is unstable. SVG: css/panels.css colours it.
 *
 * @typedef {import('../studies/convergence.js').Point} Point
 * @typedef {import('../draw/axes.js').Frame} Frame
 *
 * @typedef {object} ConvergenceScene
 * @property {Point[]} points
 * @property {{ dt: number, method: string, error: number }} present error NaN if there is none
 * @property {number} tau_m ms
 * @property {string} title of the error axis
 */

const HEIGHT = 280;
const MARGIN = { left: 46 };
/** Errors below are rounding, errors above a runaway; both are drawn at the edge, 10 to this power. */
const FLOOR = -16;
const CEILING = 4;
const X = { range: { min: -3, max: Math.log10(6), step: 1 }, title: 'dt (ms)', log: true };

/** A mark of each series, so that they do not differ by colour alone. */
const marks = /** @type {Record<string, (x: number, y: number) => SVGElement>} */ ({
  euler: (cx, cy) => svg('circle', { cx, cy, r: 3.5 }),
  rk4: (x, y) => svg('rect', { x: x - 3.25, y: y - 3.25, width: 6.5, height: 6.5 }),
});

/**
 * @param {HTMLElement} container
 * @returns {{ update: (scene: ConvergenceScene) => void }}
 */
export function createConvergencePlot(container) {
  const root = svg('svg', { class: 'graph convergence', height: HEIGHT, role: 'img' });
  const heading = element('span', { className: 'title' });
  const key = element('p', { className: 'key' }, heading);
  for (const { value } of gridMethods) {
    const sample = svg('svg', { width: 26, height: 12, class: `series ${value}`, 'aria-hidden': 'true' });
    sample.append(svg('path', { d: 'M0 6H26' }), marks[value](13, 6));
    key.append(element('span', {}, sample, methodLabel(value)));
  }
  const table = createDataTable('convergence', errorsTable);
  container.append(key, root, table.element);
  /** @type {ConvergenceScene | undefined} */
  let latest;
  let drawn = '';

  function draw() {
    const width = widthNow();
    const next = JSON.stringify([width, latest]);
    if (!latest || !width || next === drawn) return;
    drawn = next;
    root.setAttribute('viewBox', `0 0 ${width} ${HEIGHT}`);
    setRichText(heading, latest.title);
    root.replaceChildren(...content(latest, width));
  }
  const widthNow = widthOf(root, draw);

  return {
    update(scene) {
      latest = scene;
      root.setAttribute('aria-label', describe(scene));
      draw();
      table.update(() => rowsOf(scene));
    },
  };
}

/** @param {ConvergenceScene} scene */
function rowsOf({ points, title }) {
  const steps = [...new Set(points.map(({ dt }) => dt))].sort((a, b) => b - a);
  const error = (/** @type {number} */ dt, /** @type {string} */ method) =>
    points.find((point) => point.dt === dt && point.method === method)?.error ?? NaN;
  return [
    ['dt (ms)', ...gridMethods.map(({ value }) => `${methodLabel(value)}: ${title}`)],
    ...steps.map((dt) => [plain(dt), ...gridMethods.map(({ value }) => plain(error(dt, value), 3))]),
  ];
}

/** @param {ConvergenceScene} scene @param {number} width */
function content({ points, present, tau_m }, width) {
  const shown = [...points, present].filter(({ error }) => Number.isFinite(error));
  const { low, high } = decades(shown);
  const errors = { range: { min: low, max: high, step: 1 }, title: '', log: true };
  const frame = frameOf(X, errors, width, HEIGHT, MARGIN);
  return [
    ...axisNodes(frame, X, errors),
    ...unstable(frame, tau_m),
    ...guides(points, frame, { low, high, tau_m }),
    ...gridMethods.flatMap(({ value }) => series(value, points, frame)),
    ...presentMark(present, frame),
  ];
}

/** Whole decades around the errors, at least three. @param {Point[]} shown */
function decades(shown) {
  const logs = shown.map(({ error }) => Math.max(Math.log10(error), FLOOR)).filter(Number.isFinite);
  const high = Math.min(Math.ceil(Math.max(...logs, -2) + 0.05), CEILING);
  const low = Math.min(Math.floor(Math.min(...logs, high)), high - 3);
  return { low, high };
}

/** Where each method is unstable. @param {Frame} frame @param {number} tau_m */
function unstable({ x, left, right, top, bottom }, tau_m) {
  return gridMethods.flatMap(({ value, stable }, at) => {
    const from = x(stable * tau_m);
    if (!(from < right - 2)) return [];
    const inside = from > (left + right) / 2;
    const y = bottom - 36 + 14 * at;
    return [
      svg('rect', {
        class: 'unstable',
        x: from,
        y: top,
        width: right - from,
        height: bottom - top,
      }),
      svg('path', { class: `limit ${value}`, d: `M${from} ${top}V${bottom}` }),
      svg(
        'text',
        { x: from + (inside ? -4 : 4), y, 'text-anchor': inside ? 'end' : 'start' },
        unstableName(methodLabel(value)),
      ),
    ];
  });
}

/**
 * A line of slope 1 over the finest steps and one of slope 4 under the coarsest that are stable.
 * @param {Point[]} points @param {Frame} frame
 * @param {{ low: number, high: number, tau_m: number }} limits
 */
function guides(points, { x, y }, { low, high, tau_m }) {
  const known = points
    .filter(({ dt, error }) => dt <= tau_m / 2 && error > 0 && Number.isFinite(error))
    .sort((a, b) => a.dt - b.dt);
  if (!known.length) return [];
  const errorsAt = (/** @type {number} */ dt) =>
    known.filter((point) => point.dt === dt).map(({ error }) => error);
  const [fine, coarse] = [known[0].dt, known[known.length - 1].dt];
  return [
    guide(1, { dt: fine, error: 2.5 * Math.max(...errorsAt(fine)) }, coarse, 10 ** high),
    guide(4, { dt: coarse, error: Math.min(...errorsAt(coarse)) / 2.5 }, fine, 10 ** low),
  ].flat();

  /** @param {number} slope @param {{ dt: number, error: number }} from @param {number} toDt @param {number} toError */
  function guide(slope, from, toDt, toError) {
    const reach = from.dt * (toError / from.error) ** (1 / slope);
    const dt = slope === 1 ? Math.min(toDt, reach) : Math.max(toDt, reach);
    const error = from.error * (dt / from.dt) ** slope;
    if (Math.abs(x(dt) - x(from.dt)) < 24) return [];
    const [left, bottom, right, top] = [x(from.dt), y(from.error), x(dt), y(error)];
    // On the side of each line where no curve is.
    const at =
      slope === 1
        ? { x: 0.15 * left + 0.85 * right - 6, y: 0.15 * bottom + 0.85 * top - 4, 'text-anchor': 'end' }
        : { x: right + 10, y: top - 6, 'text-anchor': 'start' };
    return [
      svg('path', { class: 'guide', d: `M${left} ${bottom}L${right} ${top}` }),
      svg('text', { ...at, class: 'guide' }, slopeName(slope)),
    ];
  }
}

/** @param {string} method @param {Point[]} points @param {Frame} frame */
function series(method, points, { x, y }) {
  const own = points.filter((point) => point.method === method && Number.isFinite(point.error));
  if (!own.length) return [];
  const line = own.map(({ dt, error }) => `${x(dt)} ${y(error)}`).join('L');
  const group = svg('g', { class: `series ${method}` }, svg('path', { d: `M${line}` }));
  group.append(...own.map(({ dt, error }) => marks[method](x(dt), y(error))));
  return [group];
}

/** @param {ConvergenceScene['present']} present @param {Frame} frame */
function presentMark({ dt, method, error }, { x, y, top, bottom }) {
  const at = x(dt);
  if (!(dt >= 10 ** X.range.min * 0.99 && dt <= 10 ** X.range.max)) return [];
  const nodes = [
    svg('path', { class: 'present', d: `M${at} ${top - 4}V${bottom}` }),
    svg('text', { x: at, y: top - 7, 'text-anchor': 'middle', class: 'present' }, 'dt'),
  ];
  if (marks[method] && Number.isFinite(error)) {
    nodes.push(svg('circle', { cx: at, cy: y(error), r: 6.5, class: 'present' }));
  }
  return nodes;
}

/** @param {ConvergenceScene} scene */
function describe({ points, title, present }) {
  const methods = gridMethods.map(({ value }) => {
    const own = points.filter(({ method, error }) => method === value && Number.isFinite(error));
    return { label: methodLabel(value), ends: own.length ? [own[0], own[own.length - 1]] : [] };
  });
  return convergenceDescription(title, methods, present.dt);
}
