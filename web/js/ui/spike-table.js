import { milliseconds } from '../format.js';
import { byId, element, setText } from './dom.js';

/** Up to so many rows the table is always written within the frame. */
const LIGHT = 60;
/** Up to so many it is unless it was so a moment ago, as in a drag; a longer one waits for the drag to rest. */
const HEAVY = 1000;
const MOMENT_MS = 60;
/** More rows would stall the page; the table then says how many there are. */
const MOST = 10_000;

/**
 * Every spike, one a row. Rows are reused from frame to frame.
 * @returns {{ update: (runs: import('../types.js').Run[]) => void }}
 */
export function createSpikeTable() {
  const table = /** @type {HTMLTableElement} */ (byId('spike-table'));
  const body = table.tBodies[0];
  const caption = table.createCaption();
  let timer = 0;
  let written = -Infinity;
  /** @type {import('../types.js').Run[]} */
  let latest = [];

  function fill() {
    clearTimeout(timer);
    timer = 0;
    table.classList.toggle('single', latest.length < 2);
    let at = 0;
    for (const { title, view } of latest) {
      const { spikes } = view;
      for (let index = 0; index < spikes.length && at < MOST; index += 1) {
        const isi = index ? milliseconds(spikes[index] - spikes[index - 1]) : '–';
        write(at++, [String(index + 1), title, milliseconds(spikes[index]), isi]);
      }
    }
    while (body.rows.length > at) body.deleteRow(-1);
    const all = countOf(latest);
    setText(caption, all > at ? `The first ${at} of ${all} spikes.` : '');
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

/** @param {import('../types.js').Run[]} runs */
function countOf(runs) {
  return runs.reduce((sum, { view }) => sum + view.spikes.length, 0);
}
