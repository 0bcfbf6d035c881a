// After the first visit the site works without a network: service-worker.js keeps it.

/**
 * Keeps the site on this device, and says when there is a new version of it.
 * @param {typeof import('./load-later.js').loadLater} loadLater handed over, as a chunk shared with main.js would be a
 *   request more
 * @throws where there are no service workers: in private windows, over plain http, in sandboxes
 */
export async function keepOffline(loadLater) {
  if (parent !== window) return; // what a frame keeps is for the page around it to decide
  await idle();
  offerNewVersion(await navigator.serviceWorker.register('service-worker.js'), loadLater);
}

/** Resolves once nothing that the visitor waits for is under way. */
async function idle() {
  if (document.readyState !== 'complete') await new Promise((resolve) => addEventListener('load', resolve));
  await new Promise((resolve) => (window.requestIdleCallback ?? setTimeout)(resolve));
}

/** @param {ServiceWorkerRegistration} registration @param {typeof import('./load-later.js').loadLater} loadLater */
function offerNewVersion(registration, loadLater) {
  let offered = false;
  const offer = () => {
    const { active, waiting } = registration;
    if (offered || !active || !waiting) return; // the first one waits for nobody
    offered = true;
    loadLater().then(
      ({ offerReload }) => offerReload(registration),
      () => {}, // a page that got past the worker, and whose files are gone from the host
    );
  };
  offer();
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', offer);
  });
}
