// @ts-check
/** What Pyodide is made of. What it needs first is on its way, and nothing of that waits for anything else. */

import names from "../names.json" with { type: "json" };
import { readAll } from "./progress.js";

/** @import { Manifest, Pyodide, Source } from "./source.js" */
/** @import { Progress } from "./progress.js" */

/**
 * @typedef {object} Parts
 * @property {Manifest} manifest
 * @property {Map<string, Promise<Uint8Array<ArrayBuffer>>>} readings
 * @property {Promise<WebAssembly.Module>} hot the part of the WebAssembly that the start needs
 * @property {Promise<Pyodide>} pyodide
 * @property {() => Promise<Map<string, Uint8Array<ArrayBuffer>>>} library its files by name; sent for once
 * @property {() => Promise<WebAssembly.Module>} cold the other part of the WebAssembly
 */

/**
 * @param {Source} source
 * @param {Manifest} manifest
 * @param {(progress: Progress) => void} tell
 * @returns {Parts}
 */
export function gather(source, manifest, tell) {
  /** @type {Promise<WebAssembly.Module> | undefined} */
  let streamed; // compiled while it comes
  const readings = readAll(source, manifest.files, tell, {
    [names.hot]: (response) => {
      streamed = WebAssembly.compileStreaming(response);
      streamed.catch(() => undefined);
    },
  });
  const hot = arrived(readings, names.hot).then(async (bytes) => {
    const compiled = await streamed?.catch(() => undefined);
    return compiled ?? WebAssembly.compile(bytes);
  });
  const pyodide = source.pyodide();
  for (const part of [hot, pyodide]) part.catch(() => undefined); // heard of where they are needed

  /** @type {Promise<Map<string, Uint8Array<ArrayBuffer>>> | undefined} */
  let library;
  const readLibrary = async () => {
    const files = [...readAll(source, manifest.library, () => undefined)];
    return new Map(
      await Promise.all(files.map(async ([name, reading]) => /** @type {const} */ ([name, await reading]))),
    );
  };
  const cold = async () => {
    const bytes = await source.read(names.cold, manifest.cold[names.cold], {});
    return WebAssembly.compile(bytes);
  };
  return {
    ...{ manifest, readings, hot, pyodide, cold },
    library: () => {
      library ??= readLibrary();
      library.catch(() => (library = undefined)); // the next time there may be more luck
      return library;
    },
  };
}

/**
 * One of the files. One that does not come ends the start, so Pyodide, which would go on without it, never hears of it.
 * @param {Parts["readings"]} readings
 * @param {string} name
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
export function arrived(readings, name) {
  const reading = /** @type {Promise<Uint8Array<ArrayBuffer>>} */ (readings.get(name));
  return reading.catch(() => new Promise(() => undefined));
}
