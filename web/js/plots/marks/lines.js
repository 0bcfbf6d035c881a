/**
 * Polylines, and the bands that stand for them, as pixels.
 *
 * @typedef {object} Points of a line, from left to right, CSS px
 * @property {Float64Array} xs
 * @property {Float64Array} ys
 */

/**
 * How far a piece goes up and down, px. A raster in software takes for each edge the more time the more of them cross
 * its row: 232 spikes in one path take 76 ms, in pieces of six 28; a line that goes up and down but a few times is
 * best left whole.
 */
const CLIMB = 5000;

/**
 * @typedef {object} Piece of a line, between two verticals
 * @property {number} left px
 * @property {number} right px
 * @property {number} from index of the first point that shows between them
 * @property {number} to index of the last
 */

/**
 * A line in pieces, side by side: all of its points that are within reach of each.
 * @param {Points} points
 * @param {number} first index
 * @param {number} last index
 * @param {number} reach how far a point shows, px
 * @param {number} ratio pixels of the screen a px: pieces meet between two of them, where no edge is softened
 * @param {number} [climb] of a piece, px
 * @returns {Generator<Piece>}
 */
export function* pieces({ xs, ys }, first, last, reach, ratio, climb = CLIMB) {
  let left = xs[first] - reach;
  let from = first;
  let climbed = 0;
  for (let at = first + 1; at < last; at += 1) {
    climbed += Math.abs(ys[at] - ys[at - 1]);
    if (climbed < climb) continue;
    const right = Math.round(xs[at] * ratio) / ratio;
    if (right <= left || right >= xs[last]) continue;
    let to = at;
    while (to < last && xs[to] <= right + reach) to += 1;
    yield { left, right, from, to };
    left = right;
    climbed = 0;
    while (xs[from + 1] < left - reach) from += 1;
  }
  yield { left, right: xs[last] + reach, from, to: last };
}

/**
 * Strokes a line from one of its points to another: as one path would look, to the pixel.
 * @param {CanvasRenderingContext2D} ctx
 * @param {Points} points
 * @param {number} first index
 * @param {number} last index
 * @param {string} colour
 * @param {number} width px
 */
export function strokeLine(ctx, points, first, last, colour, width) {
  const { xs, ys } = points;
  ctx.strokeStyle = colour;
  ctx.lineWidth = width;
  ctx.lineJoin = 'round';
  for (const { left, right, from, to } of pieces(points, first, last, width, ctx.getTransform().a)) {
    const whole = from === first && to === last;
    if (!whole) {
      ctx.save();
      ctx.beginPath();
      ctx.rect(left, 0, right - left, ctx.canvas.height);
      ctx.clip();
    }
    ctx.beginPath();
    for (let i = from; i <= to; i += 1) ctx.lineTo(xs[i], ys[i]);
    ctx.stroke();
    if (!whole) ctx.restore();
  }
}

/**
 * Least and greatest y of a line in each column of a width.
 * @param {Points} points
 * @param {number} first index
 * @param {number} last index
 * @param {number} width of a column, px
 * @returns {{ x: number, high: number, low: number }[]} column by column: its left edge, the least y, the greatest
 */
export function extremes({ xs, ys }, first, last, width) {
  const columns = [];
  for (let i = first; i <= last; ) {
    const x = Math.floor(xs[i] / width) * width;
    let [high, low] = [ys[i], ys[i]];
    for (; i <= last && xs[i] < x + width; i += 1) {
      if (ys[i] < high) high = ys[i];
      if (ys[i] > low) low = ys[i];
    }
    columns.push({ x, high, low });
  }
  return columns;
}

/** How much of a band is to be seen: it must be paler than a trace. */
const BAND_ALPHA = 0.35;

/**
 * Fills what a line covers that goes up and down within each column.
 * @param {CanvasRenderingContext2D} ctx
 * @param {Points} points
 * @param {number} first index
 * @param {number} last index
 * @param {string} colour
 * @param {number} width of a column, px
 */
export function fillBand(ctx, points, first, last, colour, width) {
  const columns = extremes(points, first, last, width);
  const [start, end] = [points.xs[first], points.xs[last]];
  const middle = (/** @type {number} */ x) => Math.min(Math.max(x + width / 2, start), end);
  const { high, low } = columns[columns.length - 1];
  ctx.beginPath();
  ctx.moveTo(start, columns[0].high);
  for (const column of columns) ctx.lineTo(middle(column.x), column.high);
  ctx.lineTo(end, high);
  ctx.lineTo(end, low);
  for (const column of columns.reverse()) ctx.lineTo(middle(column.x), column.low);
  ctx.lineTo(start, columns[columns.length - 1].low);
  fillPale(ctx, colour, () => ctx.fill());
}

/**
 * Fills paler than a trace.
 * @param {CanvasRenderingContext2D} ctx
 * @param {string} colour
 * @param {() => void} fill
 */
export function fillPale(ctx, colour, fill) {
  ctx.globalAlpha = BAND_ALPHA;
  ctx.fillStyle = colour;
  fill();
  ctx.globalAlpha = 1;
}
