import { words } from './viridis.js';

/**
 * A grid of rates as a picture of coloured cells; where there is none it is clear, and
 * css/panels.css hatches what is behind.
 * @param {HTMLCanvasElement} canvas
 * @param {import('../studies/rates.js').Rates} rates
 * @param {number} top Hz, the end of the colours
 * @param {{ width: number, height: number }} size CSS px
 */
export function drawHeat(canvas, rates, top, { width, height }) {
  const ratio = devicePixelRatio || 1;
  const [across, down] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== across || canvas.height !== down)
    Object.assign(canvas, { width: across, height: down });
  const ctx = canvas.getContext('2d');
  const cells = cellsOf(rates, top);
  if (!ctx || !cells) return;
  ctx.clearRect(0, 0, across, down);
  ctx.imageSmoothingEnabled = false;
  ctx.drawImage(cells, 0, 0, across, down);
}

/** A pixel a cell, upwards. @param {import('../studies/rates.js').Rates} rates @param {number} top */
function cellsOf({ values, columns, rows }, top) {
  const cells = Object.assign(document.createElement('canvas'), { width: columns, height: rows });
  const ctx = cells.getContext('2d');
  if (!ctx) return null;
  const image = ctx.createImageData(columns, rows);
  const pixels = new Uint32Array(image.data.buffer);
  const scale = 255 / top;
  for (let row = 0; row < rows; row += 1) {
    const to = (rows - 1 - row) * columns;
    for (let column = 0; column < columns; column += 1) {
      const rate = values[row * columns + column];
      if (rate >= 0) pixels[to + column] = words[Math.min(Math.round(rate * scale), 255)];
    }
  }
  ctx.putImageData(image, 0, 0);
  return cells;
}
