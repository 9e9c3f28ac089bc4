// @ts-check
/**
 * In a worker that is no module, as copies on a disk have it, Pyodide refuses to start: it could not import its second half. We
 * give it both halves, see `runtime/disk/embedded-worker.js`.
 *
 * Private: that it knows such a worker by calling `importScripts`, when its script runs.
 */
import { premise } from "./premise.js";

/**
 * Let this worker look like a module.
 * @param {any} worker `self`
 */
export function withoutImportScripts(worker) {
  premise(typeof worker.importScripts === "function", "this is no classic worker");
  worker.importScripts = undefined;
}
