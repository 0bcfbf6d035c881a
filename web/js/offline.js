// After the first visit the site works without a network: service-worker.js keeps it. Fails to load where there are no
// service workers: in private windows, over plain http, in sandboxes.

/** Resolves once nothing that the visitor waits for is under way. */
async function idle() {
  if (document.readyState !== 'complete') await new Promise((resolve) => addEventListener('load', resolve));
  await new Promise((resolve) => (window.requestIdleCallback ?? setTimeout)(resolve));
}

/** @param {ServiceWorkerRegistration} registration */
function offerNewVersion(registration) {
  let offered = false;
  const offer = () => {
    const { active, waiting } = registration;
    if (offered || !active || !waiting) return; // the first one waits for nobody
    offered = true;
    import('./later.js').then(
      ({ offerReload }) => offerReload(registration),
      () => {}, // a page that got past the worker, and whose files are gone from the host
    );
  };
  offer();
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', offer);
  });
}

// What a frame keeps is for the page around it to decide.
if (parent === window) {
  await idle();
  offerNewVersion(await navigator.serviceWorker.register('service-worker.js'));
}

export {}; // with an export of its own, main.js's chunk would be two
