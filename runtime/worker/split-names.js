// @ts-check
/** How the two parts of the WebAssembly find each other: `runtime/build/split_hot_from_cold.js` writes these names into them. */

/** What the hot part calls the module from which it imports `LOAD`, and the cold part the module with all that the hot one exports. */
export const COLD = "cold";
export const HOT = "hot";

/** What the hot part calls when it comes to a function of a cold part that is not there. */
export const LOAD = "load";

/** The hot part's variable that is 1 once the cold part is there. */
export const LOADED = "loaded";

/** @param {string} kind of what the hot part exports for the cold one alone @param {string} name */
export function forCold(kind, name) {
  return `${HOT}:${kind}:${name}`;
}

/** @param {string} name of an export of the hot part */
export function isForCold(name) {
  return name.startsWith(`${HOT}:`);
}
