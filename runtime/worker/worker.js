// @ts-check
/**
 * The worker that holds Python on the site. It fetches the runtime's files and checks every byte. Both halves of Pyodide
 * are a part of it: a browser runs a script that it imports before anybody could look at it.
 */

// @ts-expect-error: it has no types; scripts/assets/bundles.py knows where it is
import createPyodideModule from "pyodide-glue";
import { loadPyodide } from "pyodide-loader";
import { KEPT } from "../client/preloaded-python.js";
import { checked, download } from "./download.js";
import { fastPython } from "./requests.js";
import { serve } from "./serve.js";

/** @import { Expected, Watch } from "./source.js" */

/** @type {import("./source.js").Manifest} */
// @ts-expect-error: scripts/site/fingerprint_assets.py puts it here when it bundles this worker
const MANIFEST = RUNTIME_MANIFEST;

const RUNTIME = new URL("runtime/", import.meta.url);

/**
 * The bytes of one file of the runtime, whole and unaltered.
 * @param {string} name
 * @param {Expected} expected
 * @param {Watch} watch
 */
async function read(name, expected, watch) {
  const address = new URL(expected.address, RUNTIME).href;
  return (await keptFile(name, address, expected, watch)) ?? download(name, address, expected, watch);
}

/**
 * The file as the service worker keeps it, if it does. It would come through there too, but as a stream, piece by piece,
 * which takes this thread a tenth of the whole start.
 * @param {string} name
 * @param {string} address
 * @param {Expected} expected
 * @param {Watch} watch
 */
async function keptFile(name, address, expected, { received }) {
  if (self.name !== KEPT) return undefined;
  try {
    const kept = await caches.match(address);
    if (!kept) return undefined;
    const bytes = await checked(name, new Uint8Array(await kept.arrayBuffer()), expected);
    received?.(bytes.length);
    return bytes;
  } catch (error) {
    console.warn(error);
    // With this one gone, the service worker fetches another.
    await forget(address).catch(() => undefined);
    return undefined;
  }
}

/** @param {string} address */
async function forget(address) {
  for (const name of await caches.keys()) await (await caches.open(name)).delete(address);
}

const source = { manifest: async () => MANIFEST, read, pyodide: async () => ({ loadPyodide, createPyodideModule }) };
serve((tell, fail) => fastPython(source, tell, fail));
