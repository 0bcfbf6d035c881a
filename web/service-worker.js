import { precacheAndRoute } from 'workbox-precaching';

/**
 * Keeps the whole site for when there is no network. A new version is fetched beside the old one, file by file where
 * the digest differs, and waits: an open page goes on with the files it began with, so that versions never mix.
 */
// Pages read nothing but the fragment: with ?utm_source=… and the like they are the same pages.
precacheAndRoute(self.__WB_MANIFEST, { ignoreURLParametersMatching: [/./] });

// The page of the first visit, too, keeps the files it began with.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('message', (event) => {
  if (event.data === 'take over') event.waitUntil(takeOver(event.source));
});

/**
 * Ends the waiting, unless other pages still need the old version.
 * @param {Client | ServiceWorker | MessagePort | null} asking
 */
async function takeOver(asking) {
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const open = pages.filter(({ url }) => url.startsWith(self.registration.scope));
  if (open.length > 1) asking?.postMessage('other pages are open');
  else await self.skipWaiting();
}
