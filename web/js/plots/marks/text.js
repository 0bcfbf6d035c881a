const FONT = 'system-ui, sans-serif';
const TITLE_FONT = `12px ${FONT}`;
const SYMBOL_FONT = '"STIX Two Math", "Cambria Math", Cambria, Georgia, "Times New Roman", serif';

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

/**
 * A symbol such as u_rest, vertically centred; returns the x where it ends.
 * @param {CanvasRenderingContext2D} ctx
 * @param {string} symbol
 * @param {number} x
 * @param {number} y
 * @param {string} colour
 */
export function drawSymbol(ctx, symbol, x, y, colour) {
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
 * A row's title: words and symbols in ink, units and remarks aside; returns the x where it ends.
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
    ctx.font = TITLE_FONT;
    ctx.fillStyle = 'text' in part ? ink : muted;
    ctx.textAlign = 'left';
    ctx.textBaseline = 'middle';
    const room = Math.max(end - x, 1);
    ctx.fillText(words, x, y, room);
    x += Math.min(ctx.measureText(words).width, room);
  }
  return x;
}

/**
 * The width of words as a title has them, px.
 * @param {CanvasRenderingContext2D} ctx
 * @param {string} words
 */
export function widthOfWords(ctx, words) {
  ctx.font = TITLE_FONT;
  return ctx.measureText(words).width;
}
