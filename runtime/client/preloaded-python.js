// @ts-check
/**
 * How preload.js, in the head of a page, hands the worker that it has started to python.js, in a module that comes later.
 * Old browsers read it too; `var` because of that.
 */

/** @typedef {{worker: Worker, said: (MessageEvent | ErrorEvent)[]}} Preloaded a worker, and what it has said so far */

/** What the worker is called on a page that comes from the service worker, which then may have the runtime too. */
export var KEPT = "kept";

/**
 * Whether Python could run here at all: some devices are locked down, and refuse WebAssembly; browsers that came years
 * before it need not fetch any of it.
 */
export function canRunPython() {
  return typeof WebAssembly === "object" && typeof Worker === "function" && "findLast" in Array.prototype;
}

/** @param {Preloaded} preloaded */
export function handOver(preloaded) {
  /** @type {any} */ (window).preloadedPython = preloaded;
}

/** The first who asks gets it. @returns {Preloaded | undefined} */
export function takeOver() {
  var preloaded = /** @type {any} */ (window).preloadedPython;
  delete (/** @type {any} */ (window).preloadedPython);
  return preloaded;
}
