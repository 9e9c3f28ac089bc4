// @ts-check
/**
 * The worker that holds Python in a copy that is opened from a disk. There it can ask for no file, and import no
 * module: both halves of Pyodide are a part of it, and the page sends it all files, packed, as its first message.
 */

// @ts-expect-error: it has no types; scripts/assets/bundles.py knows where it is
import createPyodideModule from "pyodide-glue";
import { loadPyodide } from "pyodide-loader";
import { fastPython } from "../worker/requests.js";
import { serve } from "../worker/serve.js";
import { Failure } from "../worker/source.js";
import names from "./names.json" with { type: "json" };
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

    /** @type {import("../worker/source.js").Source} */
    const source = {
      manifest: async () => JSON.parse(new TextDecoder().decode(await read(names.manifest))),
      read: async (name, expected, { received }) => {
        const bytes = await read(name);
        received?.(bytes.length);
        return bytes;
      },
      pyodide: async () => ({ loadPyodide, createPyodideModule }),
    };
    serve((tell, fail) => fastPython(source, tell, fail));
  },
  { once: true },
);
