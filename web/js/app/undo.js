import { begun, committed, redone, undone } from '../state/history.js';

/** A field that is typed in undoes its own typing; what stands in the others is the page's to undo. */
const typedIn = 'textarea, input:not([type]), input[type="text"], input[type="number"]';

/**
 * Undo and redo by keys and, where the page has them, by buttons. The browser's Back goes between experiments as ever; here
 * what was set in them is undone, change by change.
 *
 * It is loaded by itself, after the page: hence it shares no code with it.
 * @param {import('../state/actions.js').LabStore} store
 * @param {Pick<ReturnType<typeof import('./views.js').createViews>, 'picture' | 'commit'>} views
 * @param {typeof import('../state/actions.js').restore} restore
 */
export function createUndo(store, views, restore) {
  let history = begun(store.get());
  let valid = !views.picture.issues.length;
  /** What a reset changes besides. @type {Partial<import('../model/types.js').State>} */
  let before = {};
  /** Says that a reset was done. */
  const note = document.getElementById('after-reset');
  const buttons = /** @type {const} */ ([
    ['undo', undone],
    ['redo', redone],
  ]).map(([id, step]) => ({ button: document.getElementById(id), go: () => go(step) }));
  for (const { button, go } of buttons) button?.addEventListener('click', go);

  function update() {
    const left = [history.past, history.future];
    buttons.forEach(({ button }, at) => button?.setAttribute('aria-disabled', String(!left[at].length)));
  }

  /** @param {boolean} on */
  function offer(on) {
    if (note) note.hidden = !on;
  }

  /** @param {typeof undone} step */
  function go(step) {
    const found = step(history, store.get());
    if (!found) return;
    history = found.history;
    offer(false);
    restore(store, found.entry);
    views.commit();
    update();
  }

  document.getElementById('undo-reset')?.addEventListener('click', () => {
    document.getElementById('reset')?.focus();
    go(undone);
  });
  addEventListener('keydown', (event) => {
    const { key, ctrlKey, metaKey, altKey, shiftKey, target } = event;
    const letter = key.toLowerCase();
    if (!(ctrlKey || metaKey) || altKey || !(letter === 'z' || (letter === 'y' && ctrlKey))) return;
    if (document.querySelector('dialog[open]') || (target instanceof Element && isTypedIn(target))) return;
    event.preventDefault();
    go(letter === 'y' || shiftKey ? redone : undone);
  });
  store.subscribe(() => {
    const state = store.get();
    if (state.values !== history.now.values) offer(false);
    if (valid) return;
    // A link that cannot be run is mended a moment later, which is nothing to be undone.
    valid = !views.picture.issues.length;
    if (!valid) history = begun(state);
  });

  return {
    /** To be called when the visitor has let go of what changed the picture. @param {import('../model/types.js').Picture} picture */
    commit({ issues }) {
      if (issues.length) return;
      history = committed(history, store.get(), before);
      update();
    },
    /** Resets, and offers to undo that. @param {() => void} act */
    reset(act) {
      const last = history;
      const { from, to } = store.get();
      before = { from, to };
      act();
      before = {};
      offer(history !== last);
      const announcer = document.getElementById('announcer');
      if (history !== last) announcer?.prepend(`${note?.querySelector('span')?.textContent} `);
    },
  };
}

/** @param {Element} target */
function isTypedIn(target) {
  if (!target.matches(typedIn)) return false;
  // A field of the page's own that shows what is set has nothing of its own to undo.
  const { value, defaultValue } = /** @type {HTMLInputElement} */ (target);
  return !target.matches('[role="spinbutton"]') || value !== defaultValue;
}
