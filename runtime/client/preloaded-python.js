// @ts-check
/**
 * How preload.js, in the head of a page, hands the worker that it has started to python.js, in a module that comes later.
 * Old browsers read it too; `var` because of that.
 */

/** @typedef {{worker: Worker, said: (MessageEvent | ErrorEvent)[]}} Preloaded a worker, and what it has said so far */

/** What the worker is called on a page that comes from the service worker, which then may have the runtime too. */
export var KEPT = "kept";

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
