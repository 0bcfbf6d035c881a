import { element, setText } from '../ui/dom.js';
import { loadLater } from './load-later.js';
import { loading, notLoaded, panelTitles } from '../words/en/page.js';

/**
 * @typedef {import('../state/panels.js').Panel} Panel
 * @typedef {import('../panels/types.js').PanelContext} PanelContext
 * @typedef {import('../model/types.js').Picture} Picture
 */

/**
 * The row of panels: a button each, and under them the one that is open.
 * @param {HTMLElement} bar
 * @param {Panel[]} panels
 * @param {PanelContext} context
 * @returns {{ update: (open: string | null, picture: Picture, changed: boolean) => void }}
 */
export function createPanels(bar, panels, context) {
  /** @type {string | null} */
  let shown = null;
  const entries = panels.map((panel) => {
    const { id, windowed } = panel;
    const entry = createEntry(panel, context);
    const button = element(
      'button',
      { type: 'button', id: `open-${id}`, 'aria-controls': entry.body.id, 'aria-expanded': 'false' },
      panelTitles[id],
    );
    entry.body.setAttribute('aria-labelledby', button.id);
    button.addEventListener('click', async () => {
      context.change({ panel: shown === id ? null : id });
      context.commit();
      await entry.ready;
      if (shown === id) entry.body.scrollIntoView({ block: 'nearest' });
    });
    return { id, windowed, button, entry };
  });
  bar.append(...entries.map(({ button }) => button));
  bar.after(...entries.map(({ entry }) => entry.body));

  return {
    update(open, picture, changed) {
      if (open !== shown) {
        shown = open;
        for (const { id, button, entry } of entries) {
          button.setAttribute('aria-expanded', String(id === open));
          if (id === open) entry.open();
          else entry.close();
        }
        changed = true;
      }
      for (const { id, windowed, entry } of entries) {
        if (id === open && (changed || windowed)) entry.update(picture);
      }
    },
  };
}

/** One panel: its place in the page, and its code once it has been opened. @param {Panel} panel @param {PanelContext} context */
function createEntry({ id }, context) {
  const body =
    document.getElementById(`panel-${id}`) ?? element('section', { id: `panel-${id}`, hidden: true });
  /** @type {import('../panels/types.js').PanelView | undefined} */
  let view;
  /** @type {Picture | undefined} */
  let latest;

  body.prepend(element('h2', { className: 'unseen' }, panelTitles[id]));
  const notice = element('p', { role: 'status' });

  async function loadView() {
    setText(notice, loading);
    body.append(notice);
    let later;
    try {
      later = await loadLater();
    } catch (error) {
      entry.ready = undefined;
      return setText(notice, notLoaded(error));
    }
    notice.remove();
    view = later.panels[id](body, context);
    if (latest && !body.hidden) view.update(latest);
  }

  const entry = {
    body,
    /** @type {Promise<void> | undefined} */
    ready: undefined,
    open() {
      body.hidden = false;
      entry.ready ??= loadView();
    },
    close() {
      if (!body.hidden) view?.close?.();
      body.hidden = true;
    },
    /** @param {Picture} picture */
    update(picture) {
      latest = picture;
      view?.update(picture);
    },
  };
  return entry;
}
