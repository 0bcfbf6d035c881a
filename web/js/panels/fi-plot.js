import { listenToDrag } from '../draw/drag.js';
import { plain, quantity } from '../base/format.js';
import { niceRange } from '../draw/ticks.js';
import { axisNodes, frameOf } from '../draw/axes.js';
import { widthOf } from '../draw/graph.js';
import { plainName } from '../ui/pick.js';
import { richText, svg } from '../draw/svg.js';
import {
  ceilingAt,
  fiComputing,
  fiDescription,
  fiSummary,
  firingRateAxis,
  rheobaseAt,
} from '../words/en/fi.js';
import { labelOf } from '../words/en/labels.js';

/**
 * The f-I curve: rate against amplitude, with the rheobase, the ceiling that t_ref sets, and the present point,
 * which can be dragged.
 *
 * @typedef {object} Curve
 * @property {string} id
 * @property {string} label
 * @property {import('../studies/rates.js').Rates | null} rates
 * @property {Float64Array} points
 *
 * @typedef {object} FiScene
 * @property {import('../draw/axes.js').GraphAxis} axis
 * @property {string} unit of the amplitude
 * @property {import('../model/types.js').Control} control
 * @property {number} value of the amplitude
 * @property {number} rate there, Hz
 * @property {{ rheobase: number, ceiling: number }} marks on the axis, Hz; NaN where there is none
 * @property {Curve[]} curves the exact one first
 */

const HEIGHT = 300;
/** A ceiling so many times as high as the curve is left out of sight. */
const FAR = 2;
const KEY_WIDTH = 74;
/** Room for the name of the rheobase, px; it goes where no line is near. */
const NAME_WIDTH = 130;
const dashes = /** @type {Record<string, string>} */ ({ euler: '7 3', rk4: '2 3' });

/**
 * @param {{ place: (control: FiScene['control'], value: number) => void, drop: () => void }} events
 */
export function createFiPlot({ place, drop }) {
  const axes = svg('g');
  const marks = svg('g');
  const lines = svg('g');
  const present = svg('g', { class: 'present' });
  const root = svg('svg', {
    class: 'graph fi',
    id: 'fi-plot',
    height: HEIGHT,
    tabindex: 0,
    role: 'slider',
    'aria-describedby': 'fi-status',
  });
  root.append(axes, lines, present, marks);
  /** @type {FiScene | undefined} */
  let latest;
  /** @type {import('../draw/axes.js').Frame | undefined} */
  let frame;
  let axesDrawn = '';

  listenToDrag(root, {
    place(x) {
      if (!latest || !frame) return;
      const { min, max } = latest.axis.range;
      const part = Math.min(Math.max((x - frame.left) / (frame.right - frame.left), 0), 1);
      place(latest.control, min + part * (max - min));
    },
    step(across, up) {
      if (latest) place(latest.control, latest.value + (across + up) * latest.control.step);
    },
    drop,
  });
  const widthNow = widthOf(root, draw);

  function draw() {
    const width = widthNow();
    if (!latest || !width) return;
    const { axis, value, rate, curves } = latest;
    const rates = { range: niceRange(0, highest(latest), 5), title: firingRateAxis };
    frame = frameOf(axis, rates, width, HEIGHT);
    const drawn = JSON.stringify([width, axis, rates]);
    if (drawn !== axesDrawn) {
      axesDrawn = drawn;
      root.setAttribute('viewBox', `0 0 ${width} ${HEIGHT}`);
      axes.replaceChildren(...axisNodes(frame, axis, rates));
    }
    marks.replaceChildren(...markNodes(frame, latest, rates.range.max));
    lines.replaceChildren(...curveNodes(frame, curves, latest.marks.rheobase));
    present.replaceChildren(...presentNodes(frame, value, rate));
  }

  return {
    element: root,
    /** @param {FiScene} scene */
    update(scene) {
      latest = scene;
      const { axis, control, unit, value, rate } = scene;
      for (const [name, text] of Object.entries({
        'aria-label': fiDescription(labelOf(control), plainName(control.symbol), summary(scene)),
        'aria-valuemin': axis.range.min,
        'aria-valuemax': axis.range.max,
        'aria-valuenow': value,
        'aria-valuetext': `${plain(value)} ${unit}: ${quantity(rate, 'Hz')}`,
      })) {
        root.setAttribute(name, String(text));
      }
      draw();
    },
  };
}

/** The top of the rate axis, Hz. @param {FiScene} scene */
function highest({ curves, marks: { ceiling }, rate }) {
  let most = rate || 0;
  for (const { rates } of curves) {
    for (const each of rates?.values ?? []) if (each > most) most = each;
  }
  const top = ceiling <= FAR * most ? Math.max(ceiling, most) : most;
  return 1.04 * top || 1;
}

/** @param {import('../draw/axes.js').Frame} frame @param {FiScene} scene @param {number} limit Hz */
function markNodes(
  { left, right, top, bottom, x, y },
  { axis: { range }, unit, curves, marks: { rheobase, ceiling } },
  limit,
) {
  const nodes = [];
  if (rheobase > range.min && rheobase < range.max) {
    const at = x(rheobase);
    const [end, way] = at > (left + right) / 2 ? ['end', -1] : ['start', 1];
    const heights = curves.flatMap(({ rates, points }) =>
      Array.from(points).flatMap((value, point) => {
        const across = (x(value) - at) * way;
        return rates?.known[point] && across > 0 && across < NAME_WIDTH ? y(rates.values[point]) : [];
      }),
    );
    if (ceiling <= limit) heights.push(y(ceiling));
    const room = (/** @type {number} */ middle) =>
      Math.min(...heights.map((height) => Math.abs(height - middle)));
    const [middle] = [bottom - 12, top + 32, (top + bottom) / 2].sort((a, b) => room(b) - room(a));
    const label = { x: at + 8 * way, y: middle + 4, 'text-anchor': end, class: 'name' };
    nodes.push(svg('path', { class: 'level rheobase', d: `M${at} ${top}V${bottom}` }));
    nodes.push(svg('text', label, rheobaseAt(rheobase, unit)));
  }
  if (!(ceiling > 0)) return nodes;
  const seen = ceiling <= limit;
  if (seen) nodes.push(svg('path', { class: 'level ceiling', d: `M${left} ${y(ceiling)}H${right}` }));
  const label = { x: right - 4, y: seen ? y(ceiling) - 6 : top + 10, 'text-anchor': 'end', class: 'name' };
  nodes.push(richText(ceilingAt(ceiling, seen), label));
  return nodes;
}

/** @param {import('../draw/axes.js').Frame} frame @param {Curve[]} curves @param {number} rheobase */
function curveNodes({ x, y, right, top }, curves, rheobase) {
  const nodes = [];
  for (const { id, rates, points } of curves) {
    if (!rates) continue;
    const [steps, dots] = [[''], ['']];
    let pen = 'M';
    let before = 0;
    points.forEach((value, at) => {
      if (!rates.known[at]) return;
      const rate = rates.values[at];
      if (Number.isNaN(rate)) return void (pen = 'M');
      // The curve leaves zero at the rheobase, wherever the points lie.
      if (before === 0 && rate > 0 && id === 'exact' && rheobase > 0 && rheobase < value && pen === 'L')
        steps.push(`L${x(rheobase).toFixed(1)} ${y(0)}`);
      before = rate;
      steps.push(`${pen}${x(value).toFixed(1)} ${y(rate).toFixed(1)}`);
      if (!rates.done) dots.push(`M${(x(value) - 2).toFixed(1)} ${y(rate).toFixed(1)}h4`);
      pen = 'L';
    });
    nodes.push(
      svg('path', { class: `curve ${id}`, d: steps.join(''), 'stroke-dasharray': dashes[id] ?? 'none' }),
    );
    if (!rates.done) nodes.push(svg('path', { class: `curve dots ${id}`, d: dots.join('') }));
  }
  if (curves.length > 1) {
    const start = right - curves.length * KEY_WIDTH;
    curves.forEach(({ id, label }, at) => {
      const from = start + at * KEY_WIDTH;
      const d = `M${from} ${top - 15}h22`;
      nodes.push(svg('path', { class: `curve ${id}`, d, 'stroke-dasharray': dashes[id] ?? 'none' }));
      nodes.push(svg('text', { x: from + 27, y: top - 11 }, label));
    });
  }
  return nodes;
}

/** @param {import('../draw/axes.js').Frame} frame @param {number} value @param {number} rate */
function presentNodes({ x, y, top, bottom }, value, rate) {
  const at = x(value);
  const nodes = [svg('path', { d: `M${at} ${top}V${bottom + 5}` })];
  if (Number.isFinite(rate)) nodes.push(svg('circle', { cx: at, cy: y(rate), r: 6 }));
  return nodes;
}

/** @param {FiScene} scene */
function summary({ axis: { range }, unit, curves: [{ rates }], marks }) {
  if (!rates) return fiComputing;
  const last = rates.values[rates.values.length - 1];
  const { min, max } = range;
  return fiSummary({ from: min, to: max }, { from: rates.values[0], to: last }, unit, marks);
}
