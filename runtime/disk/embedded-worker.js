// @ts-check
/**
 * The worker that holds Python in a copy that is opened from a disk. There it can ask for no file, and import no
 * module: the page sends it all files, packed, as its first message.
 */

import { Failure, serve } from "../worker/runtime.js";
import { unpacked } from "./unpack.js";

addEventListener(
  "message",
  ({ data }) => {
    const files = /** @type {Record<string, string>} */ (data.files);

    /** @param {string} name */
    const read = async (name) => {
      if (!(name in files)) throw new Failure("missing", name);
      return unpacked(files[name]).catch((error) => {
        throw new Failure("damaged", `${name}: ${error}`);
      });
    };

    serve({
      manifest: async () => JSON.parse(new TextDecoder().decode(await read("manifest.json"))),
      read: async (name, expected, { received }) => {
        const bytes = await read(name);
        received?.(bytes.length);
        return bytes;
      },
      pyodide: async () => runPyodide(await read("pyodide.js")),
    });
  },
  { once: true },
);

/** @param {Uint8Array<ArrayBuffer>} script `pyodide.js` beside this, bundled */
async function runPyodide(script) {
  const worker = /** @type {any} */ (self);
  // Pyodide refuses workers that can do this, because in most of them it could not import its second half.
  const runScript = worker.importScripts.bind(worker);
  worker.importScripts = undefined;
  // WebKit reads no blob on a disk, but takes a script from its address.
  runScript(`data:text/javascript;base64,${btoa(new TextDecoder().decode(script))}`);
  return worker.embeddedPyodide;
}
