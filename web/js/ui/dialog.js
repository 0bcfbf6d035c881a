import { element } from './dom.js';
import { closeName, loading, notLoaded } from '../words/en/page.js';

/**
 * A dialog over the page, made when it is first opened. Escape, the close button and a click beside it close it.
 * @param {string} id
 * @param {string} title
 * @param {() => Promise<(body: HTMLElement) => () => void>} load what fills its body once, and gives what brings it up to
 *   date at every opening
 * @returns {{ open: () => Promise<void> }}
 */
export function createDialog(id, title, load) {
  const close = element('button', { type: 'button', className: 'close', 'aria-label': closeName }, '✕');
  const heading = element('h2', { id: `${id}-title` }, title);
  const body = element('div', { className: 'body' });
  const dialog = element(
    'dialog',
    { id, 'aria-labelledby': heading.id },
    element('div', { className: 'bar' }, heading, close),
    body,
  );
  document.body.append(dialog);
  close.addEventListener('click', () => dialog.close());
  // Text that is being selected may lead the pointer out of the dialog: the press counts as well.
  let beside = false;
  dialog.addEventListener('pointerdown', ({ target }) => {
    beside = target === dialog;
  });
  dialog.addEventListener('click', ({ target }) => {
    if (beside && target === dialog) dialog.close();
  });
  /** @type {(() => void) | undefined} */
  let update;
  return {
    async open() {
      if (!dialog.open) dialog.showModal();
      if (!update) {
        body.replaceChildren(loading);
        try {
          const fill = await load();
          body.replaceChildren();
          update = fill(body);
        } catch (error) {
          body.replaceChildren(element('p', { role: 'alert' }, notLoaded(error)));
          return;
        }
      }
      update();
    },
  };
}
