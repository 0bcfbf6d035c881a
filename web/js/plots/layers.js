import { lowerBound } from '../base/sorted.js';

/**
 * What is drawn inside a row of a plot. Each function takes the row's plane: linear maps from (ms, value) to CSS
 * pixels and the row's edges. Straight from typed arrays to canvas paths: no object per point.
 *
 * @typedef {object} Plane
 * @property {CanvasRenderingContext2D} ctx
 * @property {(t: number) => number} x
 * @property {(value: number) => number} y
 * @property {number} left
 * @property {number} right
 * @property {number} top
 * @property {number} bottom
 */

const FONT = 'system-ui, sans-serif';
const SYMBOL_FONT = '"STIX Two Math", "Cambria Math", Cambria, Georgia, "Times New Roman", serif';

/** More points than so many a pixel are drawn as the extremes of each pixel column. */
const DENSE = 8;

/**
 * Draws inside the row only: at a zoom, traces begin and end outside it.
 * @param {Plane} plane
 * @param {() => void} draw
 */
export function clipped({ ctx, left, right, top, bottom }, draw) {
  ctx.save();
  ctx.beginPath();
  ctx.rect(left - 0.5, top - 2, right - left + 1, bottom - top + 4);
  ctx.clip();
  draw();
  ctx.restore();
}

/**
 * A line through all points; where they are many to a pixel, through the first, least, greatest and last of each
 * pixel column, which looks the same.
 * @param {Plane} plane
 * @param {Float64Array} times
 * @param {Float64Array} values
 * @param {string} colour
 * @param {number} [width]
 */
export function drawTrace({ ctx, x, y, left, right }, times, values, colour, width = 1.75) {
  ctx.beginPath();
  if (times.length <= DENSE * (right - left)) {
    for (let i = 0; i < times.length; i += 1) ctx.lineTo(x(times[i]), y(values[i]));
  } else {
    for (let i = 0; i < times.length; ) {
      const column = Math.floor(x(times[i]));
      const first = values[i];
      let [least, greatest, last] = [first, first, first];
      for (; i < times.length && x(times[i]) < column + 1; i += 1) {
        last = values[i];
        if (last < least) least = last;
        if (last > greatest) greatest = last;
      }
      for (const value of [first, greatest, least, last]) ctx.lineTo(column + 0.5, y(value));
    }
  }
  strokeTrace(ctx, colour, width);
}

/**
 * The line of a run on a grid, which at a spike's step is already reset: there it goes up to theta first. What an
 * unstable run throws out of the row is held near it.
 * @param {Plane} plane
 * @param {{ t: Float64Array, u: Float64Array, spikes: Float64Array }} view
 * @param {{ theta: number, u_reset: number }} neuron
 * @param {string} colour
 */
export function drawGridTrace({ ctx, x, y, top, bottom }, { t, u, spikes }, neuron, colour) {
  const [up, down] = [y(neuron.theta), y(neuron.u_reset)];
  const [highest, lowest] = [top - 1000, bottom + 1000];
  let spike = lowerBound(spikes, t[0]);
  let last = NaN;
  ctx.beginPath();
  for (let i = 0; i < t.length; i += 1) {
    for (; spike < spikes.length && spikes[spike] <= t[i]; spike += 1) {
      const at = x(spikes[spike]);
      if (Math.abs(at - last) < 0.25) continue;
      last = at;
      ctx.lineTo(at, up);
      ctx.lineTo(at, down);
    }
    ctx.lineTo(x(t[i]), Math.min(Math.max(y(u[i]), highest), lowest));
  }
  strokeTrace(ctx, colour, 1.75);
}

/** @param {CanvasRenderingContext2D} ctx @param {string} colour @param {number} width */
function strokeTrace(ctx, colour, width) {
  ctx.strokeStyle = colour;
  ctx.lineWidth = width;
  ctx.lineJoin = 'round';
  ctx.stroke();
}

/**
 * A dot at each point inside the row, where steps are wide enough for dots to stand apart.
 * @param {Plane} plane
 * @param {Float64Array} times
 * @param {Float64Array} values
 * @param {string} colour
 */
export function drawSteps({ ctx, x, y, left, right, top, bottom }, times, values, colour) {
  if (times.length < 2 || x(times[1]) - x(times[0]) < 6) return;
  ctx.beginPath();
  for (let i = 0; i < times.length; i += 1) {
    const [at, height] = [x(times[i]), y(values[i])];
    if (!(height >= top && height <= bottom && at >= left && at <= right)) continue;
    ctx.moveTo(at + 2.25, height);
    ctx.arc(at, height, 2.25, 0, 2 * Math.PI);
  }
  ctx.fillStyle = colour;
  ctx.fill();
}

/**
 * A horizontal line across the row.
 * @param {Plane} plane
 * @param {number} value
 * @param {string} colour
 * @param {number[]} dash
 * @param {number} [width]
 */
export function drawLevel({ ctx, y, left, right }, value, colour, dash, width = 1) {
  ctx.beginPath();
  ctx.setLineDash(dash);
  ctx.moveTo(left, y(value));
  ctx.lineTo(right, y(value));
  ctx.strokeStyle = colour;
  ctx.lineWidth = width;
  ctx.stroke();
  ctx.setLineDash([]);
}

/**
 * A vertical stroke at each time in the row; strokes that would fall on the same half pixel are drawn once.
 * @param {Plane} plane
 * @param {Float64Array} times
 * @param {number} from px
 * @param {number} to px
 * @param {string} colour
 * @param {number} [width]
 */
export function drawStrokes({ ctx, x, left, right }, times, from, to, colour, width = 1.25) {
  let last = NaN;
  ctx.beginPath();
  for (const t of times) {
    const at = Math.round(2 * x(t)) / 2;
    if (at === last || at < left - 0.5) continue;
    if (at > right + 0.5) break;
    ctx.moveTo(at, from);
    ctx.lineTo(at, to);
    last = at;
  }
  ctx.strokeStyle = colour;
  ctx.lineWidth = width;
  ctx.stroke();
}

/**
 * Names of levels at the right end of the row, moved apart where they would touch.
 * @param {Plane} plane
 * @param {{ symbol?: string, word?: string, value: number, colour: string, handle?: boolean }[]} labels
 */
export function drawLevelLabels(plane, labels) {
  const { ctx, y, right, top, bottom } = plane;
  const height = Math.min(15, (bottom - top) / labels.length);
  const placed = labels.map((label) => ({ ...label, at: y(label.value) })).sort((a, b) => b.at - a.at);
  let limit = bottom - 4;
  for (const label of placed) {
    label.at = Math.min(label.at, limit);
    limit = label.at - height;
  }
  for (const { symbol, word, value, colour, at, handle } of placed) {
    if (handle) drawHandle(plane, y(value), colour);
    if (symbol) drawSymbol(ctx, symbol, right + 10, at, colour);
    else if (word) drawWord(ctx, word, right + 10, at, colour);
  }
}

/**
 * A small word, vertically centred.
 * @param {CanvasRenderingContext2D} ctx
 * @param {string} word
 * @param {number} x
 * @param {number} y
 * @param {string} colour
 */
export function drawWord(ctx, word, x, y, colour) {
  ctx.font = `11px ${FONT}`;
  ctx.fillStyle = colour;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  ctx.fillText(word, x, y);
}

/** The grip at the end of a line that can be dragged. @param {Plane} plane @param {number} at @param {string} colour */
function drawHandle({ ctx, right }, at, colour) {
  ctx.beginPath();
  ctx.moveTo(right, at);
  ctx.lineTo(right + 7, at - 5);
  ctx.lineTo(right + 7, at + 5);
  ctx.closePath();
  ctx.fillStyle = colour;
  ctx.fill();
}

/**
 * A symbol such as u_rest, vertically centred; returns the x where it ends.
 * @param {CanvasRenderingContext2D} ctx
 * @param {string} symbol
 * @param {number} x
 * @param {number} y
 * @param {string} colour
 */
function drawSymbol(ctx, symbol, x, y, colour) {
  const [base, subscript = ''] = symbol.split('_');
  ctx.fillStyle = colour;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  ctx.font = `italic 15px ${SYMBOL_FONT}`;
  ctx.fillText(base, x, y);
  const end = x + ctx.measureText(base).width + 1;
  if (!subscript) return end;
  ctx.font = `11px ${SYMBOL_FONT}`;
  ctx.fillText(subscript, end, y + 5);
  return end + ctx.measureText(subscript).width;
}

/** @typedef {({ text: string } | { symbol: string } | { aside: string })[]} Title */

/**
 * A row's title: words and symbols in ink, units and remarks aside.
 * @param {CanvasRenderingContext2D} ctx
 * @param {Title} title
 * @param {number} x
 * @param {number} y
 * @param {{ ink: string, muted: string }} colours
 * @param {number} end where its words must end, which they are condensed for
 */
export function drawTitle(ctx, title, x, y, { ink, muted }, end) {
  for (const part of title) {
    if ('symbol' in part) {
      x = drawSymbol(ctx, part.symbol, x, y, ink);
      continue;
    }
    const words = 'text' in part ? part.text : part.aside;
    ctx.font = `12px ${FONT}`;
    ctx.fillStyle = 'text' in part ? ink : muted;
    ctx.textAlign = 'left';
    ctx.textBaseline = 'middle';
    ctx.fillText(words, x, y, Math.max(end - x, 1));
    x += ctx.measureText(words).width;
  }
}

/**
 * The time cursor over a whole plot.
 * @param {Plane} plane
 * @param {number} t ms
 * @param {string} colour
 */
export function drawCursor({ ctx, x, top, bottom }, t, colour) {
  ctx.beginPath();
  ctx.moveTo(x(t), top);
  ctx.lineTo(x(t), bottom);
  ctx.strokeStyle = colour;
  ctx.lineWidth = 1;
  ctx.stroke();
}

/**
 * Where the cursor meets a trace.
 * @param {Plane} plane
 * @param {number} t ms
 * @param {number} value
 * @param {string} colour
 * @param {string} surface
 */
export function drawPoint({ ctx, x, y, left, right }, t, value, colour, surface) {
  if (x(t) < left - 0.5 || x(t) > right + 0.5) return;
  ctx.beginPath();
  ctx.arc(x(t), y(value), 4, 0, 2 * Math.PI);
  ctx.fillStyle = colour;
  ctx.strokeStyle = surface;
  ctx.lineWidth = 1.5;
  ctx.fill();
  ctx.stroke();
}
