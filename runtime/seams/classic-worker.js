// @ts-check
/**
 * Both halves of Pyodide ask whether they run in a classic worker, and refuse to start there: the second half could not be
 * imported. We give it both, see `runtime/disk/embedded-worker.js`. Where they run in a module they learn it by an error,
 * for which V8 reads the whole script once more while anybody looks on.
 *
 * Private: how they ask, which is to call `importScripts`.
 */
import { premise } from "./premise.js";

const QUESTION = /try\{return globalThis\.importScripts\("[^"]*"\),!0\}catch\{return!1\}/;

/** One half that takes every worker for a module, without asking. @param {string} script */
export function withoutQuestion(script) {
  premise(QUESTION.test(script), "it knows a classic worker by something else than importScripts");
  return script.replace(QUESTION, "return!1");
}
