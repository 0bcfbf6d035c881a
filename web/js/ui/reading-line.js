import { readingParts } from '../words/en/reading.js';
import { byId, setText } from './dom.js';

/**
 * The line above the plots that says t, I and u at the cursor, or how to get one.
 * @returns {{ update: (reading: import('../model/types.js').Reading | null, moving: boolean) => void }} moving: by itself, too
 *   fast to be read out
 */
export function createReadingLine() {
  const line = byId('reading');
  const t = byId('reading-t');
  const note = byId('reading-note');
  const current = byId('reading-current');
  const u = byId('reading-u');
  return {
    update(reading, moving) {
      line.setAttribute('aria-hidden', String(moving));
      line.classList.toggle('idle', !reading);
      if (!reading) return;
      const parts = readingParts(reading);
      setText(t, parts.t);
      setText(note, parts.note);
      setText(current, parts.current);
      setText(u, parts.u);
    },
  };
}
