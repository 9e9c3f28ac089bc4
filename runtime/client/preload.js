// @ts-check
/**
 * Starts the worker that holds Python before the rest of the page is there, and keeps what it says until python.js
 * listens. `scripts/site/fingerprint_assets.py` puts this into the head of every page that asks Python, as `data-worker` where
 * the worker is. Old browsers read it too, and pass over it.
 */

import { canRunPython, handOver, KEPT } from "./preloaded-python.js";

(function () {
  "use strict";
  var script = /** @type {HTMLScriptElement} */ (document.currentScript);
  if (!script || !("noModule" in script) || !canRunPython()) return;
  var address = /** @type {string} */ (script.getAttribute("data-worker"));
  var FAR = 200; // milliseconds until a page begins to come, on a line on which what comes together comes late
  if (isFar()) document.addEventListener("readystatechange", start);
  else start();

  function start() {
    document.removeEventListener("readystatechange", start);
    /** @type {Worker} */
    var worker;
    try {
      worker = new Worker(address, { type: "module", name: isKept() ? KEPT : "" });
    } catch (refused) {
      return; // python.js meets the same, and tells it
    }
    /** @type {(MessageEvent | ErrorEvent)[]} */
    var said = [];
    worker.onmessage = worker.onerror = function (/** @type {any} */ event) {
      said.push(event);
    };
    handOver({ worker: worker, said: said });
  }

  /**
   * Whether the line is a slow one. There Python, of which megabytes come, waits until the page has been read: the answer
   * that is looked up needs its scripts first, and would share the line. No module has started by then.
   */
  function isFar() {
    var timing = performance.timing;
    return !isKept() && timing.responseStart - timing.requestStart > FAR;
  }

  /** Whether this page comes from the service worker, which then may have the runtime too. */
  function isKept() {
    try {
      return Boolean(navigator.serviceWorker.controller);
    } catch (refused) {
      return false;
    }
  }
})();
