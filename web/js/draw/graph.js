import { unitOf } from '../model/experiments/controls.js';
import { brief } from '../base/format.js';
import { niceRange, ticksOf } from './ticks.js';
import { symbols } from '../ui/dom.js';
import { svg } from './svg.js';
import { labelOf } from '../words/en/labels.js';

/**
 * What the graphs of the panels share: a frame with two linear axes, in SVG, coloured by css/panels.css.
 *
 * @typedef {import('./ticks.js').AxisRange} AxisRange
 *
 * @typedef {object} GraphAxis
 * @property {AxisRange} range
 * @property {string} title symbols such as u_rest are set as such
 *
 * @typedef {object} Frame CSS pixels
 * @property {number} left
 * @property {number} right
 * @property {number} top
 * @property {number} bottom
 * @property {(value: number) => number} x
 * @property {(value: number) => number} y
 */

export const MARGIN = { left: 52, right: 14, top: 26, bottom: 42 };

/**
 * Maps from values to pixels.
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
  const perX = (right - left) / (x.range.max - x.range.min);
  const perY = (bottom - top) / (y.range.max - y.range.min);
  return {
    ...{ left, right, top, bottom },
    x: (value) => left + (value - x.range.min) * perX,
    y: (value) => bottom - (value - y.range.min) * perY,
  };
}

/**
 * The axes with their ticks, numbers and titles.
 * @param {Frame} frame
 * @param {GraphAxis} x
 * @param {GraphAxis} y
 */
export function axisNodes({ left, right, top, bottom, x: atX, y: atY }, x, y) {
  const nodes = [svg('path', { class: 'axis', d: `M${left} ${top}V${bottom}H${right}` })];
  for (const value of ticksIn(x.range, Math.max((right - left) / 64, 2))) {
    nodes.push(svg('path', { class: 'axis', d: `M${atX(value)} ${bottom}v5` }));
    nodes.push(svg('text', { x: atX(value), y: bottom + 18, 'text-anchor': 'middle' }, brief(value)));
  }
  for (const value of ticksIn(y.range, (bottom - top) / 34)) {
    nodes.push(svg('path', { class: 'axis', d: `M${left} ${atY(value)}h-5` }));
    nodes.push(svg('text', { x: left - 8, y: atY(value) + 4, 'text-anchor': 'end' }, brief(value)));
  }
  const middle = (left + right) / 2;
  nodes.push(richText(x.title, { x: middle, y: bottom + 37, 'text-anchor': 'middle', class: 'title' }));
  nodes.push(richText(y.title, { x: left - 44, y: top - 11, class: 'title' }));
  return nodes;
}

/** Ticks between the ends, which need not be round. @param {AxisRange} range @param {number} limit */
function ticksIn(range, limit) {
  const room = 1e-6 * (range.max - range.min);
  return ticksOf(range, limit).filter((value) => value >= range.min - room && value <= range.max + room);
}

/**
 * The axis of a control: its slider's ends, or as far as its value lies.
 * @param {import('../model/types.js').Control} control
 * @param {import('../model/types.js').Values} values
 * @returns {GraphAxis}
 */
function axisOf(control, values) {
  const { key, symbol, min, max } = control;
  const value = values[key];
  const [low, high] = [Math.min(min, value), Math.max(max, value)];
  return {
    range: { min: low, max: high, step: niceRange(low, high, 8).step },
    title: `${labelOf(control)} ${symbol} (${unitOf(control, values)})`,
  };
}

/** Axes of controls that hold still from the first value placed on them until it is dropped. */
export function createAxes() {
  /** @type {Map<string, GraphAxis>} */
  const held = new Map();
  return {
    /** @param {import('../model/types.js').Control} control @param {import('../model/types.js').Values} values */
    of: (control, values) => held.get(control.key) ?? axisOf(control, values),
    /** @param {import('../model/types.js').Control} control @param {import('../model/types.js').Values} values */
    hold(control, values) {
      if (!held.has(control.key)) held.set(control.key, axisOf(control, values));
    },
    drop: () => held.clear(),
  };
}

/**
 * Text in which symbols are set as such.
 * @param {string} text
 * @param {Record<string, string | number>} attributes
 */
export function richText(text, attributes) {
  const node = svg('text', attributes);
  let end = 0;
  for (const match of text.matchAll(symbols)) {
    node.append(text.slice(end, match.index), svg('tspan', { class: 'symbol' }, match[1]));
    end = match.index + match[0].length;
    if (!match[2]) continue;
    node.append(svg('tspan', { class: 'subscript', dy: 4 }, match[2]));
    // A shift lasts until the next one.
    node.append(svg('tspan', { dy: -4 }, '\u200b'));
  }
  node.append(text.slice(end));
  return node;
}

/**
 * The width of an element, kept: to ask for it within a frame would make the browser lay out the page then and there.
 * @param {Element} root
 * @param {() => void} changed
 * @returns {() => number} px, 0 until it is known
 */
export function widthOf(root, changed) {
  let width = 0;
  new ResizeObserver(([entry]) => {
    width = Math.round(entry.contentRect.width);
    changed();
  }).observe(root);
  return () => width;
}
