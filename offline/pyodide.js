// @ts-check
/** Both halves of Pyodide in one script, for a place where nothing can be imported. */

// @ts-expect-error: it has no types
import createPyodideModule from "../node_modules/pyodide/pyodide.asm.mjs";
// @ts-expect-error: nor has this
import { loadPyodide } from "../node_modules/pyodide/pyodide.mjs";

/** @param {object} options */
export const load = (options) => loadPyodide({ ...options, createPyodideModule });
