// @ts-check
/**
 * In the place of the site's service worker while somebody edits: one that an earlier visit has left would go on to show
 * what it keeps. This one forgets that, and itself.
 */
const worker = /** @type {any} */ (self);

worker.addEventListener("install", () => worker.skipWaiting());
worker.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(leave()));

async function leave() {
  for (const name of await caches.keys()) await caches.delete(name);
  await worker.registration.unregister();
  for (const page of await worker.clients.matchAll()) page.navigate(page.url);
}
