// What a WebAssembly module consists of, as binaryen tells it.
import binaryen from "binaryen";

/** @typedef {import("binaryen").Module} Module */

/** @param {Module} module */
export function definedFunctions(module) {
  return range(module.getNumFunctions(), (number) => {
    const pointer = module.getFunctionByIndex(number);
    return { pointer, ...binaryen.getFunctionInfo(pointer) };
  }).filter((one) => !one.module);
}

/** @param {Module} module */
export function exportsOf(module) {
  return range(module.getNumExports(), (number) => binaryen.getExportInfo(module.getExportByIndex(number)));
}

/** @param {Module} module */
export function globalsOf(module) {
  return range(module.getNumGlobals(), (number) => binaryen.getGlobalInfo(module.getGlobalByIndex(number)));
}

/** @param {Module} module */
export function tablesOf(module) {
  return range(module.getNumTables(), (number) => binaryen.getTableInfo(module.getTableByIndex(number)).name);
}

/** @template T @param {number} length @param {(number: number) => T} make */
function range(length, make) {
  return Array.from({ length }, (_, number) => make(number));
}
