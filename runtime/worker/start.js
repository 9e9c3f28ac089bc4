// @ts-check
/**
 * Starts Python with its bridge, with as little as answers the first questions: a snapshot of a Python that has started
 * already, and the part of the WebAssembly that this one enters. Where it turns out to need more, another one starts
 * with that; where the snapshot cannot be used, one starts without it, with everything.
 */

import names from "../names.json" with { type: "json" };
import { fetchedFrom, instantiatedBy } from "../seams/load-from-memory.js";
import { arrived } from "./gather.js";
import { LazyFiles, pythonPath } from "./lazy-files.js";
import { Snapshot } from "./snapshot.js";
import { Failure } from "./source.js";
import { Missing, Wasm } from "./split-wasm.js";

/** @import { Parts } from "./gather.js" */
/** @typedef {import("./split-wasm.js").Part | "start"} Needed what Python cannot start without; "start": has to do itself */

const NOTHING = new Uint8Array();
const ROOT = "runtime:/"; // an address that no request can leave for

/** What a Python needs that has no snapshot to go on from. */
export const EVERYTHING = /** @type {const} */ (["library", "cold", "start"]);

/** @param {Set<Needed>} needed @param {Missing} missing */
export function need(needed, { part }) {
  if (needed.has(part)) throw new Error(`${part} lacks a part`);
  needed.add(part);
}

/**
 * @param {Parts} parts
 * @param {Set<Needed>} needed is added to
 */
export async function start(parts, needed) {
  for (;;) {
    try {
      return await withBridge(parts, needed);
    } catch (error) {
      if (error instanceof Missing) need(needed, error);
      else if (error instanceof Failure || needed.has("start")) throw error;
      else {
        console.warn(error);
        for (const part of EVERYTHING) needed.add(part);
      }
    }
  }
}

/** @param {Parts} parts @param {Set<Needed>} needed */
async function withBridge(parts, needed) {
  const { pyodide, wasm, loadLibrary } = await boot(parts, needed);
  const ask = await wasm.guard(() => {
    const bridge = pyodide.pyimport("calculator.page.bridge");
    return (/** @type {string} */ request) => bridge.answer(request);
  });
  return {
    pyodide,
    /** @param {string} request @returns {Promise<string>} */
    answer: (request) => wasm.guard(() => ask(request)),
    /** Get the library and the packages. */
    loadLibrary,
    /** Get the cold part of the WebAssembly, and the library with it. */
    loadColdPart: async () => {
      await Promise.all([loadLibrary(), wasm.loadCold(parts.cold)]);
    },
  };
}

/** @param {Parts} parts @param {Set<Needed>} needed */
async function boot(parts, needed) {
  const { manifest, readings } = parts;
  const packages = Object.keys(manifest.library).filter((name) => name !== names.library);
  const paths = new Map([
    [names.library, manifest.library_path],
    ...packages.map((name) => /** @type {const} */ ([name, names.packages + name])),
  ]);
  const wasm = new Wasm();
  const lazy = new LazyFiles([...paths.values()], () => wasm.miss("library"));
  const cold = needed.has("cold") ? parts.cold() : undefined;
  cold?.catch(() => undefined); // heard of below
  const files = needed.has("library") ? await parts.library() : new Map();
  const snapshot = needed.has("start") ? undefined : new Snapshot();
  const { loadPyodide, createPyodideModule } = await parts.pyodide;
  /** @type {any} */
  let FS;

  /** @param {unknown} _response @param {WebAssembly.Imports} [imports] */
  async function instantiate(_response, imports = {}) {
    const instantiated = await wasm.instantiate(await parts.hot, imports);
    if (cold) await wasm.loadCold(() => cold);
    snapshot?.unpack(await arrived(readings, names.snapshot), takenOver);
    return instantiated;
  }

  /** When Python goes on from there. */
  function takenOver() {
    if (!files.size) lazy.withhold(FS);
    return wasm.memory;
  }

  async function loadLibrary() {
    const come = await parts.library();
    lazy.fill(new Map([...paths].map(([name, path]) => [path, /** @type {Uint8Array} */ (come.get(name))])));
  }

  const load = () =>
    loadPyodide({
      indexURL: ROOT,
      lockFileContents: JSON.stringify(manifest.lock),
      createPyodideModule,
      ...snapshot?.options,
      env: { PYTHONPATH: pythonPath(packages) },
      fsInit: async (/** @type {any} */ itsFS) => {
        FS = itsFS;
        FS.mkdirTree(names.packages);
        FS.mkdirTree(names.onDemand);
        for (const name of packages) FS.writeFile(names.packages + name, files.get(name) ?? NOTHING);
      },
    });
  const loading = () => instantiatedBy(instantiate, () => wasm.guard(load));
  const pyodide = await fetchedFrom(files.get(names.library) ?? NOTHING, loading);
  snapshot?.prove();
  return { pyodide, wasm, loadLibrary };
}
