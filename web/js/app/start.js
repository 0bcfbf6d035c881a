import { reasonOf } from '../base/format.js';
import { loadSimulator } from '../simulator/simulator.js';
import { byId, setRichText } from '../ui/dom.js';
import { noSimulator, wentWrong } from '../words/en/page.js';

/**
 * Starts a page once its simulator is there; without it the page says why not.
 * @param {(iaf: import('../simulator/simulator.js').Simulator) => Promise<void>} begin
 */
export async function start(begin) {
  addEventListener('error', ({ error }) => tell(error));
  addEventListener('unhandledrejection', ({ reason }) => tell(reason));
  try {
    await begin(await loadSimulator());
  } catch (error) {
    byId('lab').classList.add('failed');
    const reason = reasonOf(error);
    const plots = byId('plots');
    plots.setAttribute('role', 'alert');
    plots.replaceChildren(noSimulator(reason));
    throw error;
  }
}

/** The last resort, until the next picture. @param {unknown} fault nothing for what is no fault of the page */
function tell(fault) {
  const { classList } = byId('lab');
  if (!fault || classList.contains('failed')) return; // which has said it
  classList.add('noticed');
  setRichText(byId('notice'), wentWrong(fault));
}
