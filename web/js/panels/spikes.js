import { readAt } from '../runs/reading.js';
import { plain } from '../base/format.js';
import { createDataTable } from '../ui/data-table.js';
import { caseTitle } from '../words/en/experiments.js';
import { tracesTable } from '../words/en/panels.js';

/** Times in the table. */
const ROWS = 21;

/**
 * Under the table of spikes, which stands in the page: I and u at even times of what is drawn.
 * @type {import('./types.js').CreatePanel}
 */
export function createPanel(body, { iaf }) {
  const { element, update } = createDataTable('traces', tracesTable);
  body.append(element);
  /** @type {import('../model/types.js').Picture | undefined} */
  let shown;
  return {
    update(picture) {
      if (picture === shown || !picture.runs.length) return; // only the cursor moved, or there is nothing to show
      shown = picture;
      update(() => rowsOf(iaf, picture));
    },
  };
}

/** @param {import('../simulator/simulator.js').Simulator} iaf @param {import('../model/types.js').Picture} picture */
function rowsOf(iaf, picture) {
  const { runs, window } = picture;
  const heads = runs.flatMap((run) => ['I (nA)', 'u (mV)'].map((name) => `${caseTitle(run)} ${name}`.trim()));
  const rows = Array.from({ length: ROWS }, (_, k) => {
    const t = window.from + ((window.to - window.from) * k) / (ROWS - 1);
    const { points } = readAt(iaf, picture, t);
    return [plain(t), ...points.flatMap(({ current, u }) => [plain(current), plain(u)])];
  });
  return [['t (ms)', ...heads], ...rows];
}
