// @ts-check
/**
 * Keeps the whole guide on the device, so that it works without a network.
 *
 * Pages and their assets are kept when this version is installed; the Python runtime, three times as large, when a page
 * says that now is the time. A version serves its own files alone, until its pages are gone or one of them asks the
 * next version to take over. Whatever is not kept, or is no longer, comes from the network.
 *
 * Nothing is kept but what the build made: where a network answers with its login page, or a file comes damaged, the next
 * visit tries again.
 *
 * What it hears from pages, and says to them, is in messages.js.
 */

import { setCacheNameDetails } from "workbox-core";
import { addPlugins, cleanupOutdatedCaches, precacheAndRoute } from "workbox-precaching";
import { ALL, KEEP_RUNTIME, PAGES, TAKE_OVER } from "./messages.js";

const worker = /** @type {any} */ (self);

/** @type {{url: string, revision: string | null, integrity: string}[]} every file of the site, written here by workbox-build */
const FILES = /** @type {any} */ (self).__WB_MANIFEST;
const RUNTIME = FILES.filter(({ url }) => url.startsWith("assets/runtime/"));
const FAMILY = `runtime ${worker.registration.scope} `;
// The worker's script names all other files of the runtime, and its address says what is in it.
const VERSION = FAMILY + FILES.find(({ url }) => url.includes("/python-worker."))?.url;

// Before what is kept: a page asks past that for what came damaged.
worker.addEventListener("fetch", (/** @type {any} */ event) => {
  if (event.request.cache !== "reload") return;
  event.respondWith(renewed(event.request));
  event.stopImmediatePropagation();
});

// Not the cache of versions that kept whatever came.
setCacheNameDetails({ precache: "precache-checked" });
addPlugins([{ handlerDidError: instead }]);
precacheAndRoute(
  FILES.filter((file) => !RUNTIME.includes(file)),
  { ignoreURLParametersMatching: [/./] },
);
cleanupOutdatedCaches();

worker.addEventListener("install", (/** @type {any} */ event) => {
  // Who could compute without a network before must be able to afterwards.
  event.waitUntil(runtimeVersions().then((versions) => (versions.length ? keepRuntime() : undefined)));
});

worker.addEventListener("activate", (/** @type {any} */ event) => {
  const outdated = runtimeVersions().then((versions) => versions.filter((version) => version !== VERSION));
  event.waitUntil(outdated.then((versions) => Promise.all(versions.map((version) => caches.delete(version)))));
});

worker.addEventListener("fetch", (/** @type {any} */ event) => {
  const name = event.request.url.slice(worker.registration.scope.length);
  if (RUNTIME.some(({ url }) => url === name)) event.respondWith(fromRuntime(event.request));
});

worker.addEventListener("message", (/** @type {any} */ event) => {
  if (event.data.do === TAKE_OVER) worker.skipWaiting();
  else if (event.data.do === KEEP_RUNTIME) event.waitUntil(keepRuntime().then(tellPages));
  else event.waitUntil(tellPages());
});

/** @param {{url: string}} file */
function address({ url }) {
  return new URL(url, worker.registration.scope).href;
}

/**
 * What is shown instead of what is neither kept nor comes as it was built: whatever comes. While a version is installed,
 * nothing is; but the browser may have kept it damaged, so it is sent for past that, for the next try.
 *
 * @param {{event: Event, request: Request}} asked
 */
async function instead({ event, request }) {
  if (event.type !== "install") return fetch(request);
  await fetch(request, { cache: "reload" });
}

/** What comes from the network. If it is as it was built, it takes the place of what was kept. @param {Request} request */
async function renewed(request) {
  const file = FILES.find((one) => address(one) === request.url);
  const response = file && (await fetch(request, { integrity: file.integrity }).catch(() => undefined));
  if (response && !response.redirected) await keepInstead(request, response).catch((error) => console.warn(error));
  return response ?? fetch(request);
}

/** @param {Request} request @param {Response} response */
async function keepInstead(request, response) {
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const kept of await cache.keys(request)) await cache.put(kept, response.clone());
  }
}

async function runtimeVersions() {
  return (await caches.keys()).filter((name) => name.startsWith(FAMILY));
}

/** @param {Request} request */
async function fromRuntime(request) {
  const kept = await caches.match(request, { cacheName: VERSION }).catch(() => undefined);
  return kept ?? fetch(request);
}

/** Keep the whole runtime or nothing of it: half of one version and half of the next would not run. */
async function keepRuntime() {
  if (await hasRuntime()) return;
  const cache = await caches.open(VERSION);
  try {
    await cache.addAll(RUNTIME.map((file) => new Request(address(file), { integrity: file.integrity })));
  } catch (error) {
    await caches.delete(VERSION);
    throw error;
  }
}

async function hasRuntime() {
  if (!(await caches.has(VERSION))) return false;
  const cache = await caches.open(VERSION);
  return (await cache.keys()).length === RUNTIME.length;
}

async function tellPages() {
  const kept = (await hasRuntime()) ? ALL : PAGES;
  for (const page of await worker.clients.matchAll({ includeUncontrolled: true })) page.postMessage({ kept });
}
