// @ts-check
/** Both halves of Pyodide in one script, for a place where nothing can be imported. */

// @ts-expect-error: it has no types; scripts/assets/bundles.py knows where it is
export { default as createPyodideModule } from "pyodide-glue";
export { loadPyodide } from "pyodide";
