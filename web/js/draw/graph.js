import { unitOf } from '../model/experiments/controls.js';
import { labelOf } from '../words/en/labels.js';
import { niceRange } from './ticks.js';

/**
 * What the graphs of the panels share besides their axes.
 *
 * @typedef {import('./axes.js').GraphAxis} GraphAxis
 */

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
