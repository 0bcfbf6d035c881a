import { drawTitle } from './marks/text.js';
import { titleOf } from './rows.js';
import { crowded } from '../words/en/plots.js';

/** Middle of a title above its row, and of the time axis's above the chart's end, px. */
const ABOVE = 11;
const TIME_ABOVE = 10;

/**
 * What stands above each row, and under the time axis.
 * @param {import('./rows.js').Row[]} rows
 * @param {boolean} narrow
 * @param {() => { scene: import('./rows.js').Scene | null, notes: import('./crowds.js').Note[] }} now
 * @returns {import('chart.js').Plugin}
 */
export function titlesOf(rows, narrow, now) {
  return {
    id: 'titles',
    afterDraw({ ctx, chartArea, width, height, scales }) {
      const { scene, notes } = now();
      if (!scene) return;
      const { palette, picture, still } = scene;
      const middle = (chartArea.left + chartArea.right) / 2 - 18;
      drawTitle(ctx, [{ symbol: 't' }, { aside: ' (ms)' }], middle, height - TIME_ABOVE, palette, width);
      rows.forEach((row, index) => {
        const run = picture.runs[row.run];
        if (!run) return;
        const note = notes.find((each) => each.row === index);
        const title = titleOf(row, run, scene, narrow, Boolean(note) && !still);
        if (note && still && row.kind === 'raster') title.push({ aside: crowded(note.count).still });
        const y = scales[`y${index}`].top - ABOVE;
        const end = drawTitle(ctx, title, chartArea.left, y, palette, width);
        if (note) Object.assign(note, { x: end, y });
      });
    },
  };
}
