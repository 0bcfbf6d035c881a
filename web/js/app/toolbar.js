import { linkTo } from '../share/follow.js';
import { loadLater } from './load-later.js';
import { createDialog } from '../ui/dialog.js';
import { byId, setText } from '../ui/dom.js';

/**
 * The actions of the page and the dialogs behind them; a dialog's code is loaded when it is first opened.
 *
 * @typedef {import('../dialogs/types.js').DialogContext} DialogContext
 */

const dialogs = /** @type {const} */ ({
  embed: 'Embed this neuron',
  data: 'Export and load',
  continue: 'Continue in another simulator',
  cite: 'Cite',
  current: 'Your own current',
});

/** @typedef {keyof typeof dialogs} DialogName */

/**
 * @param {DialogContext} context
 * @param {() => void} reset
 * @returns {{ open: (name: DialogName, given?: File) => Promise<void> }}
 */
export function createToolbar(context, reset) {
  /** @type {Map<DialogName, ReturnType<typeof createDialog>>} */
  const made = new Map();
  /** @param {DialogName} name @param {File} [given] for it */
  const open = (name, given) => {
    const load = async () => {
      const { fill } = await loadLater();
      return (/** @type {HTMLElement} */ body) => fill[name](body, context);
    };
    const dialog = made.get(name) ?? createDialog(`dialog-${name}`, dialogs[name], load);
    made.set(name, dialog);
    return dialog.open(given);
  };
  for (const name of /** @type {DialogName[]} */ (['embed', 'data', 'continue', 'cite'])) {
    byId(`open-${name}`).addEventListener('click', () => open(name));
  }
  byId('reset').addEventListener('click', reset);
  const link = byId('copy-link');
  const label = link.textContent ?? '';
  link.addEventListener('click', async () => {
    const address = `${location.href.replace(/#.*/s, '')}#${linkTo(context.state())}`;
    const copied = await navigator.clipboard?.writeText(address).then(
      () => true,
      () => false,
    );
    if (!copied) return prompt('Copy this link:', address);
    setText(link, 'Copied');
    setText(byId('announcer'), 'Link copied.');
    setTimeout(() => setText(link, label), 1500);
  });
  return { open };
}
