import { loadLater } from '../load-later.js';
import { element, setText } from './dom.js';

/**
 * A note that a new version of the site is there. Nothing changes under the visitor's hands: it comes with a reload, or
 * by itself when the last page of the old one has gone.
 * @param {ServiceWorkerRegistration} registration with a worker that waits
 */
export function offerReload(registration) {
  loadLater().catch(() => {}); // for its styles: without them it still says what it says
  const text = element('span', {}, 'A new version is there.');
  const reload = element('button', { type: 'button' }, 'Reload');
  const dismiss = element('button', { type: 'button', className: 'close', 'aria-label': 'Not now' }, '✕');
  const note = element('p', { id: 'new-version', role: 'status' });
  document.body.append(note);
  note.append(text, reload, dismiss);

  dismiss.addEventListener('click', () => note.remove());
  reload.addEventListener('click', () => {
    const { waiting } = registration;
    if (!waiting) return location.reload();
    waiting.addEventListener('statechange', () => location.reload());
    waiting.postMessage('take over');
  });
  navigator.serviceWorker.addEventListener('message', () =>
    setText(text, 'A new version is there: close the other pages of the lab, then reload.'),
  );
}
