import { MarkController } from './mark.js';
import { drawSymbol, drawWord } from './text.js';

/**
 * Horizontal lines across a row, named at its right end.
 *
 * @typedef {object} Level
 * @property {number} value
 * @property {string} colour
 * @property {number[]} [dash] of its line; none if absent
 * @property {number} [width] px
 * @property {string} [symbol] its name
 * @property {string} [word] likewise
 * @property {string} [ink] of its name, if another than the line's
 * @property {boolean} [handle] whether it can be dragged
 *
 * @typedef {object} Levels
 * @property {'level'} type
 * @property {Level[]} levels
 * @property {boolean} named
 *
 * @typedef {import('./mark.js').Plane} Plane
 */

export class LevelController extends MarkController {
  static id = 'level';

  /** @param {Plane} plane @param {Levels} levels */
  paint(plane, { levels, named }) {
    for (const level of levels) drawLine(plane, level);
    if (named) drawNames(plane, levels);
  }
}

/** @param {Plane} plane @param {Level} level */
function drawLine({ ctx, y, left, right }, { value, colour, dash, width = 1 }) {
  if (!dash) return;
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
 * Names, moved apart where they would touch.
 * @param {Plane} plane
 * @param {Level[]} levels
 */
function drawNames(plane, levels) {
  const { ctx, y, right, top, bottom } = plane;
  const named = levels.filter(({ symbol, word }) => symbol || word);
  const height = Math.min(15, (bottom - top) / named.length);
  const placed = named.map((level) => ({ ...level, at: y(level.value) })).sort((a, b) => b.at - a.at);
  let limit = bottom - 4;
  for (const level of placed) {
    level.at = Math.min(level.at, limit);
    limit = level.at - height;
  }
  for (const { symbol, word, value, colour, ink = colour, at, handle } of placed) {
    if (handle) drawHandle(plane, y(value), colour);
    if (symbol) drawSymbol(ctx, symbol, right + 10, at, ink);
    else if (word) drawWord(ctx, word, right + 10, at, ink);
  }
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
