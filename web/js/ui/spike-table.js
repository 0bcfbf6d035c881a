import { milliseconds } from '../base/format.js';
import { byId, element, setText } from './dom.js';
import { caseTitle } from '../words/en/experiments.js';
import { firstSpikes } from '../words/en/page.js';

/** Up to so many rows the table is always written within the frame. */
const LIGHT = 60;
/** Up to so many it is unless it was so a moment ago, as in a drag; a longer one waits for the drag to rest. */
const HEAVY = 1000;
const MOMENT_MS = 60;
/** So long at a time a table of more rows is written. */
const SLICE_MS = 6;
/** More rows would stall the page; the table then says how many there are. */
const MOST = 10_000;

/**
 * Every spike, one a row. Rows are reused from frame to frame.
 * @returns {{ update: (runs: import('../model/types.js').Run[]) => void }}
 */
export function createSpikeTable() {
  const table = /** @type {HTMLTableElement} */ (byId('spike-table'));
  const body = table.tBodies[0];
  const caption = table.createCaption();
  let timer = 0;
  let written = -Infinity;
  /** Rows of the latest runs that are written. */
  let done = 0;
  /** @type {import('../model/types.js').Run[]} */
  let latest = [];

  /** Writes all rows, or, where they are many, as many as a frame has time for, and the rest later. */
  function fill() {
    clearTimeout(timer);
    timer = 0;
    table.classList.toggle('single', latest.length < 2);
    const rows = Math.min(countOf(latest), MOST);
    const until = rows > HEAVY ? performance.now() + SLICE_MS : Infinity;
    let first = 0;
    for (const { id, view } of latest) {
      const { spikes } = view;
      const end = Math.min(spikes.length, rows - first);
      for (let index = Math.max(done - first, 0); index < end; index += 1) {
        const isi = index ? milliseconds(spikes[index] - spikes[index - 1]) : '–';
        write(first + index, [String(index + 1), caseTitle({ id }), milliseconds(spikes[index]), isi]);
        done = first + index + 1;
        if (performance.now() < until) continue;
        timer = window.setTimeout(fill);
        return;
      }
      first += end;
    }
    while (body.rows.length > rows) body.deleteRow(-1);
    const all = countOf(latest);
    setText(caption, all > rows ? firstSpikes(rows, all) : '');
    written = performance.now();
  }

  /** @param {number} at @param {string[]} texts */
  function write(at, texts) {
    const row = body.rows[at] ?? body.appendChild(element('tr', {}, ...texts.map(() => element('td'))));
    texts.forEach((text, column) => setText(row.cells[column], text));
  }

  return {
    update(runs) {
      latest = runs;
      done = 0;
      const rows = countOf(runs);
      const rested = performance.now() - written > MOMENT_MS;
      if (rows <= LIGHT || (rows <= HEAVY && rested)) return fill();
      if (rows > HEAVY) {
        clearTimeout(timer);
        timer = 0;
      }
      timer ||= window.setTimeout(fill, MOMENT_MS);
    },
  };
}

/** @param {import('../model/types.js').Run[]} runs */
function countOf(runs) {
  return runs.reduce((sum, { view }) => sum + view.spikes.length, 0);
}
