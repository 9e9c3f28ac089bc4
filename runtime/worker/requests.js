// @ts-check
/**
 * Hands each request to `calculator.page.bridge` and gives its reply, once all is there that this needs. The library, the
 * packages and the cold part of the WebAssembly come after the first answers; a request that needs them before waits.
 */

import names from "../names.json" with { type: "json" };
import { filled } from "./filled-fields.js";
import { gather } from "./gather.js";
import { readAll } from "./progress.js";
import { EVERYTHING, need, start } from "./start.js";
import { Missing } from "./split-wasm.js";

/** @import { Progress } from "./progress.js" */
/** @import { Python } from "./serve.js" */
/** @import { Source } from "./source.js" */
/** @import { Needed } from "./start.js" */

/**
 * @param {Source} source
 * @param {(progress: Progress) => void} tell
 * @param {(error: unknown) => void} fail is told of a failure after which there is no Python any more
 * @returns {Promise<Python>}
 */
export async function fastPython(source, tell, fail) {
  const manifest = await source.manifest();
  const parts = gather(source, manifest, tell);
  /** @type {Set<Needed>} */
  const needed = new Set(names.snapshot in manifest.files ? [] : EVERYTHING);
  let python = start(parts, needed);
  await Promise.all([python, ...parts.readings.values()]);
  /** @type {Map<string, Promise<void>>} */
  const additions = new Map();

  /** @param {string} request @returns {Promise<string>} */
  async function answer(request) {
    const asked = python;
    try {
      return await (await asked).answer(request);
    } catch (error) {
      if (!(error instanceof Missing)) throw error;
      if (python === asked) {
        need(needed, error);
        additions.clear();
        python = start(parts, needed);
        python.catch(fail);
      }
      return answer(request);
    }
  }

  /**
   * Add what is needed later, once, however many requests ask for it at the same time.
   * @param {string} name
   * @param {(progress: Progress) => void} tell
   */
  function added(name, tell) {
    const addition = additions.get(name) ?? add(name, tell);
    additions.set(name, addition);
    addition.catch(() => additions.delete(name)); // the next request may have more luck
    return addition;
  }

  /** @param {string} name @param {(progress: Progress) => void} tell */
  async function add(name, tell) {
    const readings = [...readAll(source, manifest.on_demand[name], tell).values()];
    const { pyodide, loadColdPart } = await python;
    const isLibrary = name === manifest.library_rest;
    // Packages may need any part of Python and of its library, so all of it comes before them.
    await (isLibrary ? loadColdPart() : added(manifest.library_rest, () => undefined));
    for (const bytes of await Promise.all(readings)) {
      if (isLibrary) extendZip(pyodide.FS, manifest.library_path, bytes);
      else pyodide.unpackArchive(bytes, "zip", { extractDir: names.onDemand });
    }
    pyodide.pyimport("importlib").invalidate_caches();
  }

  return {
    /** The bridge's reply, once the packages are there that it asks for. */
    async ask(request, tell) {
      const known = manifest.at_once[request.do];
      if (!known) await (await python).loadColdPart();
      else if (!filled(request).every((name) => known.includes(name))) {
        await (await python).loadLibrary();
        needed.add("library"); // also by another Python, should this one turn out to lack something
      }
      for (const needed = new Set(); ;) {
        const reply = JSON.parse(await answer(JSON.stringify(request)));
        if (!reply.needs) return reply;
        if (needed.has(reply.needs)) throw new Error(`${reply.needs} lacks a part`);
        needed.add(reply.needs);
        await added(reply.needs, tell);
      }
    },

    meanwhile: [async () => (await python).loadLibrary(), async () => (await python).loadColdPart()],
  };
}

/**
 * The end of a zip file lists its members: in its place come the rest's members and the list of all.
 * @param {any} FS
 * @param {string} path
 * @param {Uint8Array} rest
 */
function extendZip(FS, path, rest) {
  const first = FS.readFile(path);
  const shared = new DataView(first.buffer, first.byteOffset).getUint32(first.length - 6, true);
  const whole = new Uint8Array(shared + rest.length);
  whole.set(first.subarray(0, shared));
  whole.set(rest, shared);
  FS.writeFile(path, whole);
}
