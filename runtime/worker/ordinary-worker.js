// @ts-check
/**
 * The worker under the fast one: the ordinary Pyodide as its package brings it, with the wheels of its lock file, see
 * `runtime/build/distribution.py`. It does nothing clever, and relies on nothing private but what it says below. It lies
 * beside Pyodide's files, and speaks as the fast one does. What of Pyodide is a script, is a part of it: a browser runs
 * a script that it imports before anybody could look at it.
 */

import { loadPyodide } from "pyodide";
// @ts-expect-error: it has no types
import createPyodideModule from "pyodide/pyodide.asm.mjs";
import { instantiatedBy } from "../seams/load-from-memory.js";
import { download } from "./download.js";
import { counting } from "./progress.js";
import { serve } from "./serve.js";
import { Failure } from "./source.js";

/** @import { Files } from "./source.js" */

/** @type {Files} */
// @ts-expect-error: runtime/build/distribution.py puts it here when it bundles this worker
const FILES = ORDINARY_FILES;

const HERE = new URL("./", import.meta.url).href;
const TYPES = { wasm: "application/wasm", json: "application/json" };

/** @param {(progress: import("./progress.js").Progress) => void} tell @param {(error: unknown) => void} fail */
async function ordinaryPython(tell, fail) {
  const { received } = counting(
    Object.values(FILES).reduce((sum, { bytes }) => sum + bytes, 0),
    tell,
  );

  // Pyodide fetches what it needs; what comes is counted and checked. Where something fails, it may say nothing and wait.
  /** @param {RequestInfo | URL} input */
  self.fetch = async (input) => {
    const address = new URL(String(input), HERE).href;
    const name = address.slice(HERE.length);
    try {
      if (!(name in FILES)) throw new Failure("broken", `${address} is not known`);
      const bytes = await download(name, address, FILES[name], { received });
      const type = TYPES[/** @type {keyof TYPES} */ (name.split(".").at(-1))] ?? "application/octet-stream";
      return new Response(bytes, { headers: { "Content-Type": type } });
    } catch (error) {
      fail(error);
      throw error;
    }
  };

  const unheard = (/** @type {PromiseRejectionEvent} */ { reason }) => fail(reason);
  addEventListener("unhandledrejection", unheard);
  const load = () => loadPyodide({ indexURL: HERE, createPyodideModule });
  const python = await instantiatedBy(WebAssembly.instantiateStreaming, load);
  removeEventListener("unhandledrejection", unheard);
  await python.loadPackage("pension-certification");
  const bridge = python.pyimport("calculator.page.bridge");
  return {
    /** @param {object} request */
    ask: async (request) => JSON.parse(bridge.answer(JSON.stringify(request))),
    meanwhile: [],
  };
}

serve(ordinaryPython);
