import { brief } from '../base/format.js';
import { ticksWithin } from './ticks.js';
import { richText, svg } from './svg.js';

/**
 * The axes of the panels' graphs, linear and logarithmic, in SVG, coloured by css/panels.css. Canvases have those of
 * Chart.js (plots/scales.js), with the same ticks.
 *
 * @typedef {import('./ticks.js').AxisRange} AxisRange
 *
 * @typedef {object} GraphAxis
 * @property {AxisRange} range of values; of powers of ten on a logarithmic axis, whole ones from its end down if they
 *   are steps
 * @property {string} title symbols such as u_rest are set as such; none if empty
 * @property {boolean} [log]
 *
 * @typedef {object} Frame CSS pixels
 * @property {number} left
 * @property {number} right
 * @property {number} top
 * @property {number} bottom
 * @property {(value: number) => number} x
 * @property {(value: number) => number} y
 *
 * @typedef {object} Tick
 * @property {number} value
 * @property {Node | string} [label] none on those between
 */

const MARGIN = { left: 52, right: 14, top: 26, bottom: 42 };
/** Least distance of two ticks along and up, of the names of two powers, and of two decades with ticks between, px. */
const APART = { x: 64, y: 34, powers: 30, decades: 60 };

/**
 * Maps from values to pixels. What lies beyond a logarithmic axis is held at its ends: errors below are rounding.
 * @param {GraphAxis} axis
 * @param {number} from px
 * @param {number} to px
 * @returns {(value: number) => number}
 */
export function placeOn({ range: { min, max }, log }, from, to) {
  const per = (to - from) / (max - min);
  if (!log) return (value) => from + (value - min) * per;
  return (value) => from + (Math.min(Math.max(Math.log10(value), min), max) - min) * per;
}

/**
 * @param {GraphAxis} x
 * @param {GraphAxis} y
 * @param {number} width
 * @param {number} height
 * @param {Partial<typeof MARGIN>} [margin]
 * @returns {Frame}
 */
export function frameOf(x, y, width, height, margin) {
  const room = { ...MARGIN, ...margin };
  const [left, right, top, bottom] = [room.left, width - room.right, room.top, height - room.bottom];
  return { left, right, top, bottom, x: placeOn(x, left, right), y: placeOn(y, bottom, top) };
}

/**
 * Two axes with their ticks, numbers and titles.
 * @param {Frame} frame
 * @param {GraphAxis} x
 * @param {GraphAxis} y
 */
export function axisNodes({ left, right, top, bottom, x: atX, y: atY }, x, y) {
  const across = ticksOn(x, right - left, APART.x);
  const up = ticksOn(y, bottom - top, APART.y);
  const nodes = [svg('path', { class: 'axis', d: `M${left} ${top}V${bottom}H${right}` })];
  if (y.log) {
    const hairs = up.filter(({ label }) => label).map(({ value }) => `M${left} ${atY(value)}H${right}`);
    nodes.push(svg('path', { class: 'hair', d: hairs.join('') }));
  }
  nodes.push(...tickNodes('bottom', bottom, atX, across), ...tickNodes('left', left, atY, up));
  const middle = (left + right) / 2;
  /** @type {{ title: string, [attribute: string]: string | number }[]} */
  const titles = [
    { title: x.title, x: middle, y: bottom + 37, 'text-anchor': 'middle' },
    { title: y.title, x: left - 44, y: top - 11 },
  ];
  for (const { title, ...place } of titles) {
    if (title) nodes.push(richText(title, { ...place, class: 'title' }));
  }
  return nodes;
}

/** Ticks with their labels. @param {GraphAxis} axis @param {number} length px @param {number} apart px @returns {Tick[]} */
function ticksOn({ range, log }, length, apart) {
  if (!log) return ticksWithin(range, length, apart).map((value) => ({ value, label: brief(value) }));
  const { min, max } = range;
  const last = Math.floor(max + 1e-9);
  const decade = length / (max - min);
  const every = Math.ceil(APART.powers / decade);
  const ticks = [];
  for (let power = Math.ceil(min - 1e-9); power <= last; power += 1) {
    if ((last - power) % every === 0) ticks.push({ value: 10 ** power, label: tenTo(power) });
    if (decade < APART.decades) continue;
    for (let digit = 2; digit < 10; digit += 1) {
      const value = digit * 10 ** power;
      if (Math.log10(value) <= max + 1e-9) ticks.push({ value });
    }
  }
  return ticks;
}

/** @param {number} power */
function tenTo(power) {
  if (power === 0 || power === 1) return String(10 ** power);
  const exponent = svg('tspan', { dy: -5, class: 'exponent' }, String(power).replace('-', '−'));
  return svg('tspan', {}, '10', exponent);
}

/**
 * Ticks on one side of a graph, and their labels beyond.
 * @param {'bottom' | 'left' | 'right'} side
 * @param {number} edge px
 * @param {(value: number) => number} place along it
 * @param {Tick[]} ticks
 */
export function tickNodes(side, edge, place, ticks) {
  return ticks.flatMap(({ value, label }) => {
    const at = place(value);
    const length = label ? 5 : 3;
    const [line, text] = {
      bottom: [`M${at} ${edge}v${length}`, { x: at, y: edge + 18, 'text-anchor': 'middle' }],
      left: [`M${edge} ${at}h${-length}`, { x: edge - 8, y: at + 4, 'text-anchor': 'end' }],
      right: [`M${edge} ${at}h${length}`, { x: edge + 8, y: at + 4 }],
    }[side];
    const tick = svg('path', { class: 'axis', d: /** @type {string} */ (line) });
    return label ? [tick, svg('text', /** @type {{}} */ (text), label)] : [tick];
  });
}
