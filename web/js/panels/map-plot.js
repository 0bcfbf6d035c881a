import { listenToDrag } from '../draw/drag.js';
import { niceRange, ticksWithin } from '../draw/ticks.js';
import { plain } from '../base/format.js';
import { element } from '../ui/dom.js';
import { axisNodes, frameOf, placeOn, tickNodes } from '../draw/axes.js';
import { widthOf } from '../draw/graph.js';
import { drawHeat } from '../draw/heat.js';
import { richText, svg } from '../draw/svg.js';
import { viridis } from '../draw/viridis.js';
import { mapRole, rateScale } from '../words/en/map.js';

/**
 * The map: rates as colours over two parameters, a scale of the colours, and a crosshair at the present point that
 * pointer and arrow keys move.
 *
 * @typedef {object} MapScene
 * @property {import('../draw/axes.js').GraphAxis} x
 * @property {import('../draw/axes.js').GraphAxis} y
 * @property {{ x: number, y: number }} present
 * @property {{ x: number, y: number }} steps of the sliders
 * @property {import('../studies/rates.js').Rates | null} rates
 * @property {string} summary
 */

const HEIGHT = 380;
const SCALE_WIDTH = 14;
const RIGHT = 84;
const COLOURS = 32;
/** Least distance of its ticks, px. */
const SCALE_APART = 52;
/** Where a few cells fire so many times as fast as the rest, the colours end where the rest does. */
const CAP = 4;

/**
 * @param {object} events
 * @param {(x: number, y: number) => void} events.place
 * @param {() => void} events.drop
 * @param {(at: { x: number, y: number, rate: number } | null) => void} events.hover
 */
export function createMapPlot({ place, drop, hover }) {
  const canvas = element('canvas', { className: 'heat', 'aria-hidden': 'true' });
  const axes = svg('g');
  const scale = svg('g', { class: 'scale' });
  const cross = svg('g', { class: 'cross' });
  const root = svg('svg', {
    class: 'graph map',
    id: 'map-plot',
    height: HEIGHT,
    tabindex: 0,
    role: 'application',
    'aria-roledescription': mapRole,
    'aria-describedby': 'map-status',
  });
  root.append(axes, scale, cross);
  const box = element('div', { className: 'map-box' }, canvas, root);
  /** @type {MapScene | undefined} */
  let latest;
  /** @type {import('../draw/axes.js').Frame | undefined} */
  let frame;
  let axesDrawn = '';
  let heatDrawn = '';
  /** @type {import('../studies/rates.js').Rates | null} */
  let shown = null;

  /** Values under a point. @param {number} px @param {number} py */
  function valuesAt(px, py) {
    if (!latest || !frame) return null;
    const { x, y } = latest;
    const across = clamp((px - frame.left) / (frame.right - frame.left));
    const up = clamp((frame.bottom - py) / (frame.bottom - frame.top));
    return {
      x: x.range.min + across * (x.range.max - x.range.min),
      y: y.range.min + up * (y.range.max - y.range.min),
      rate: latest.rates ? rateAt(latest.rates, across, up) : NaN,
    };
  }

  listenToDrag(root, {
    place(px, py) {
      const at = valuesAt(px, py);
      if (at) place(at.x, at.y);
    },
    step(across, up) {
      if (!latest) return;
      const { present, steps } = latest;
      place(present.x + across * steps.x, present.y + up * steps.y);
    },
    drop,
  });
  root.addEventListener('pointermove', (event) => {
    const { left, top: above } = root.getBoundingClientRect();
    const [px, py] = [
      /** @type {PointerEvent} */ (event).clientX - left,
      /** @type {PointerEvent} */ (event).clientY - above,
    ];
    const inside = frame && px >= frame.left && px <= frame.right && py >= frame.top && py <= frame.bottom;
    hover(inside ? valuesAt(px, py) : null);
  });
  root.addEventListener('pointerleave', () => hover(null));
  const widthNow = widthOf(root, draw);
  function draw() {
    const width = widthNow();
    if (!latest || !width) return;
    const { x, y, rates, present } = latest;
    frame = frameOf(x, y, width, HEIGHT, { right: RIGHT });
    const { left, right, top: above, bottom } = frame;
    const axesNow = JSON.stringify([width, x, y]);
    if (axesNow !== axesDrawn) {
      axesDrawn = axesNow;
      root.setAttribute('viewBox', `0 0 ${width} ${HEIGHT}`);
      axes.replaceChildren(...axisNodes(frame, x, y));
      // In parts of the graph, so that on paper both are scaled alike.
      const across = (/** @type {number} */ value) => `${(100 * value) / width}%`;
      const down = (/** @type {number} */ value) => `${(100 * value) / HEIGHT}%`;
      const size = { width: across(right - left), height: down(bottom - above) };
      Object.assign(canvas.style, { left: across(left), top: down(above), ...size });
    }
    const heatNow = `${axesNow} ${rates?.count}`;
    canvas.hidden = !rates;
    if (rates && (rates !== shown || heatNow !== heatDrawn)) {
      shown = rates;
      heatDrawn = heatNow;
      const most = highest(rates);
      const bulk = Math.min(bulkOf(rates), most);
      const capped = most > CAP * bulk;
      const range = niceRange(0, capped ? bulk : most, 5);
      drawHeat(canvas, rates, range.max, { width: right - left, height: bottom - above });
      scale.replaceChildren(...scaleNodes(frame, range, capped));
    }
    cross.replaceChildren(...crossNodes(frame, frame.x(present.x), frame.y(present.y)));
  }

  return {
    element: box,
    /** @param {MapScene} scene */
    update(scene) {
      latest = scene;
      root.setAttribute('aria-label', scene.summary);
      draw();
    },
  };
}

/** @param {number} part */
function clamp(part) {
  return Math.min(Math.max(part, 0), 1);
}

/**
 * The rate of the cell at a place, Hz.
 * @param {import('../studies/rates.js').Rates} rates
 * @param {number} across 0 … 1
 * @param {number} up 0 … 1
 */
function rateAt({ values, columns, rows }, across, up) {
  const column = Math.min(Math.floor(across * columns), columns - 1);
  const row = Math.min(Math.floor(up * rows), rows - 1);
  return values[row * columns + column];
}

/**
 * A rate that all but a few cells stay below, Hz: the 97th percentile of every seventh.
 * @param {import('../studies/rates.js').Rates} rates
 */
function bulkOf({ values }) {
  const some = values.filter((rate, at) => at % 7 === 0 && rate > 0).sort();
  return some[Math.floor(0.97 * some.length)] ?? Infinity;
}

/**
 * The highest rate, Hz.
 * @param {import('../studies/rates.js').Rates} rates
 */
export function highest({ values }) {
  let most = 0;
  for (const rate of values) if (rate > most) most = rate;
  return most || 1;
}

/** @param {import('../draw/axes.js').Frame} frame @param {import('../draw/ticks.js').AxisRange} range @param {boolean} capped */
function scaleNodes({ right, top, bottom }, range, capped) {
  const x = right + 18;
  const height = (bottom - top) / COLOURS;
  const nodes = Array.from({ length: COLOURS }, (_, i) =>
    svg('rect', {
      ...{ x, width: SCALE_WIDTH, y: bottom - (i + 1) * height, height: height + 0.5 },
      fill: `rgb(${viridis((i + 0.5) / COLOURS)})`,
    }),
  );
  const ticks = ticksWithin(range, bottom - top, SCALE_APART)
    .filter((value) => !capped || value < 0.93 * range.max)
    .map((value) => ({ value, label: plain(value) }));
  if (capped) ticks.push({ value: range.max, label: `≥ ${plain(range.max)}` });
  const place = placeOn({ range, title: '' }, bottom, top);
  nodes.push(...tickNodes('right', x + SCALE_WIDTH, place, ticks));
  nodes.push(richText(rateScale, { x: x - 6, y: top - 11, class: 'title' }));
  return nodes;
}

/** @param {import('../draw/axes.js').Frame} frame @param {number} x @param {number} y */
function crossNodes({ left, right, top, bottom }, x, y) {
  const d = `M${left} ${y}H${x - 7}M${x + 7} ${y}H${right}M${x} ${top}V${y - 7}M${x} ${y + 7}V${bottom}`;
  return ['under', 'over'].flatMap((layer) => [
    svg('path', { class: layer, d }),
    svg('circle', { class: layer, cx: x, cy: y, r: 7 }),
  ]);
}
