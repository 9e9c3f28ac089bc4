// @ts-check
/** What a seam relies on. @param {unknown} holds @param {string} sentence what no longer does, seen from Pyodide @returns {asserts holds} */
export function premise(holds, sentence) {
  if (!holds) throw new Error(`Pyodide has changed: ${sentence}. See runtime/README.md, “Upgrading Pyodide”.`);
}
