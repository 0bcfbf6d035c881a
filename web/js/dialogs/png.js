import { parametersOf } from './caption.js';
import { Plots } from '../plots/plots.js';
import { readPalette } from '../ui/theme.js';
import { element } from '../ui/dom.js';
import { noCanvas, noPicture } from '../words/en/dialogs/data.js';

const WIDTH = 1000;
const HEIGHT = 620;
const SCALE = 2;
const MARGIN = 16;
const LINE = 18;

/**
 * The plots as they stand on white paper, with the parameters under them.
 * @param {import('../model/types.js').Picture} picture
 * @returns {Promise<Blob>}
 */
export async function pngOf(picture) {
  const several = picture.runs.length > 1;
  const box = element('div', { id: 'print-sheet', className: several ? 'several' : '' });
  document.body.append(box);
  const idle = () => {};
  const plots = new Plots(
    box,
    {
      cursor: idle,
      movable: () => true,
      theta: idle,
      drawing: () => false,
      draw: idle,
      zoom: idle,
      window: () => null,
      commit: idle,
      resize: idle,
    },
    { scale: SCALE },
  );
  try {
    plots.prepare(picture.runs.length, picture.experiment.rows);
    plots.update(picture, null, readPalette(box));
    const canvases = [...box.querySelectorAll('canvas')];
    return await sheet(canvases, box, parametersOf(picture));
  } finally {
    plots.destroy();
    box.remove();
  }
}

/**
 * @param {HTMLCanvasElement[]} canvases
 * @param {HTMLElement} box
 * @param {string} caption
 * @returns {Promise<Blob>}
 */
function sheet(canvases, box, caption) {
  const paper = document.createElement('canvas');
  const ctx = paper.getContext('2d');
  if (!ctx) throw new Error(noCanvas);
  const font = '13px system-ui, sans-serif';
  ctx.font = font;
  const lines = wrapped(caption, (text) => ctx.measureText(text).width, WIDTH);
  paper.width = SCALE * (WIDTH + 2 * MARGIN);
  paper.height = SCALE * (HEIGHT + lines.length * LINE + 3 * MARGIN);
  ctx.scale(SCALE, SCALE);
  ctx.fillStyle = '#fff';
  ctx.fillRect(0, 0, paper.width, paper.height);
  const origin = box.getBoundingClientRect();
  for (const canvas of canvases) {
    const { left, top, width, height } = canvas.getBoundingClientRect();
    ctx.drawImage(canvas, MARGIN + left - origin.left, MARGIN + top - origin.top, width, height);
  }
  ctx.font = font;
  ctx.fillStyle = '#222';
  ctx.textBaseline = 'top';
  lines.forEach((line, at) => ctx.fillText(line, MARGIN, HEIGHT + 2 * MARGIN + at * LINE));
  return new Promise((resolve, reject) =>
    paper.toBlob((blob) => (blob ? resolve(blob) : reject(new Error(noPicture))), 'image/png'),
  );
}

/** Lines of words no wider than `most`. @param {string} text @param {(text: string) => number} width @param {number} most */
function wrapped(text, width, most) {
  /** @type {string[]} */
  const lines = [''];
  for (const word of text.split(' ')) {
    const longer = [lines[lines.length - 1], word].filter(Boolean).join(' ');
    if (width(longer) <= most) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
