// @ts-check
/** The worker that holds Python on the site. It fetches the runtime's files and checks every byte. */

import { loadPyodide } from "pyodide";
import { KEPT } from "../client/preloaded-python.js";
import { checked, download, importModule } from "./download.js";
import { fastPython } from "./requests.js";
import { serve } from "./serve.js";

/** @import { Expected, Manifest, Watch } from "./source.js" */

/** @type {Manifest} */
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

/** @param {Manifest} manifest */
async function pyodide({ glue }) {
  const address = new URL(glue.address, RUNTIME).href;
  const module = await importModule(address).catch(async (error) => {
    if (self.name !== KEPT || (await keptFile("glue", address, glue, {}))) throw error;
    return importModule(`${address}#again`); // what was kept, and spoilt, is gone; a module's name is asked for once
  });
  return { loadPyodide, createPyodideModule: module.default };
}

const source = { manifest: async () => MANIFEST, read, pyodide };
serve((tell, fail) => fastPython(source, tell, fail));
