import { element, setText } from '../ui/dom.js';
import { closeOthers, newVersion, notNow, reloadPage } from '../words/en/new-version.js';

/**
 * A note that a new version of the site is there. Nothing changes under the visitor's hands: it comes with a reload, or
 * by itself when the last page of the old one has gone.
 * @param {ServiceWorkerRegistration} registration with a worker that waits
 */
export function offerReload(registration) {
  const text = element('span', {}, newVersion);
  const reload = element('button', { type: 'button' }, reloadPage);
  const dismiss = element('button', { type: 'button', className: 'close', 'aria-label': notNow }, '✕');
  const note = element('p', { id: 'new-version', role: 'status' });
  document.body.append(note);
  note.append(text, reload, dismiss);

  /** What had the focus before the note. @type {EventTarget | null} */
  let before = null;
  note.addEventListener('focusin', ({ relatedTarget }) => {
    if (!note.contains(/** @type {Node | null} */ (relatedTarget))) before = relatedTarget;
  });
  dismiss.addEventListener('click', () => {
    note.remove();
    const next = before instanceof HTMLElement ? before : document.querySelector('a');
    next?.focus({ preventScroll: true });
  });
  reload.addEventListener('click', () => {
    const { waiting } = registration;
    if (!waiting) return location.reload();
    waiting.addEventListener('statechange', () => location.reload());
    waiting.postMessage('take over');
  });
  navigator.serviceWorker.addEventListener('message', () => setText(text, closeOthers));
}
