/** Every file of the site with its digest, put in by site/service-worker.js; the name is that of Workbox. */
interface ServiceWorkerGlobalScope {
  __WB_MANIFEST: import('workbox-precaching').PrecacheEntry[];
}
declare const self: ServiceWorkerGlobalScope;
