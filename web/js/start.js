import { loadSimulator } from './simulator.js';
import { byId } from './ui/dom.js';

/**
 * Starts a page once its simulator is there; without it the page says why not.
 * @param {(iaf: import('./types.js').Simulator) => void} begin
 */
export async function start(begin) {
  try {
    begin(await loadSimulator());
  } catch (error) {
    byId('lab').classList.add('failed');
    const reason = error instanceof Error ? error.message : String(error);
    byId('plots').replaceChildren(
      `The simulator could not start: its WebAssembly module did not load (${reason}). ` +
        'A current Firefox, Chrome, Edge or Safari can run it; a content blocker or a lost connection may be in the way.',
    );
    throw error;
  }
}
