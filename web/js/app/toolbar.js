import { loadLater } from './load-later.js';
import { createDialog } from '../ui/dialog.js';
import { byId, setText } from '../ui/dom.js';
import { copied, copyThisLink, dialogTitles, linkCopied } from '../words/en/page.js';

/**
 * The actions of the page and the dialogs behind them; a dialog's code is loaded when it is first opened.
 *
 * @typedef {import('../dialogs/types.js').DialogContext} DialogContext
 */

/** @typedef {keyof typeof dialogTitles} DialogName */

/** Characters past which a link may not arrive whole. */
const LONG = 2000;

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
    const dialog = made.get(name) ?? createDialog(`dialog-${name}`, dialogTitles[name], load);
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
    const address = `${location.href.replace(/#.*/s, '')}#${context.link()}`;
    if (address.length > LONG) return open('link');
    const done = await navigator.clipboard?.writeText(address).then(
      () => true,
      () => false,
    );
    if (!done) return prompt(copyThisLink, address);
    setText(link, copied);
    setText(byId('announcer'), linkCopied);
    setTimeout(() => setText(link, label), 1500);
  });
  return { open };
}
