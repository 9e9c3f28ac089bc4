// @ts-check
/** The worker that holds Python on the site. It fetches the runtime's files and checks every byte. */

import { loadPyodide } from "pyodide";
import { Failure, serve } from "./runtime.js";

/** @import { Expected, Manifest, Watch } from "./runtime.js" */

/** @type {Manifest} */
// @ts-expect-error: scripts/site/fingerprint_assets.py puts it here when it bundles this worker
const MANIFEST = RUNTIME_MANIFEST;

const KEPT = "kept"; // what preload.js calls this worker on a page that comes from the service worker
const RUNTIME = new URL("runtime/", import.meta.url);
const { fetch: network } = self; // while Pyodide starts, `fetch` gives what it asks for from memory

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

/**
 * @param {string} name
 * @param {string} address
 * @param {Expected} expected
 * @param {Watch} watch
 */
async function download(name, address, expected, { received, opened }) {
  const response = await fetchFile(address);
  opened?.(response.clone());
  const bytes = new Uint8Array(expected.bytes);
  let length = 0;
  try {
    const reader = /** @type {ReadableStream<Uint8Array>} */ (response.body).getReader();
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
      if (length + chunk.value.length > bytes.length) throw new Failure("damaged", `${name}: too long`);
      bytes.set(chunk.value, length);
      length += chunk.value.length;
      received?.(chunk.value.length);
    }
  } catch (error) {
    throw error instanceof Failure ? error : new Failure("missing", `${name}: ${error}`);
  }
  return checked(name, bytes.subarray(0, length), expected);
}

/** @param {string} address */
async function fetchFile(address) {
  try {
    const response = await network(address);
    if (response.ok) return response;
    throw new Failure("missing", `${address}: ${response.status}`);
  } catch (error) {
    throw error instanceof Failure ? error : new Failure("missing", `${address}: ${error}`);
  }
}

/** @param {string} name @param {Uint8Array<ArrayBuffer>} bytes @param {Expected} expected */
async function checked(name, bytes, expected) {
  if (bytes.length !== expected.bytes) throw new Failure("damaged", `${name}: ${bytes.length} of ${expected.bytes} bytes`);
  // Browsers offer digests to secure origins only; on others the length has to do.
  if (crypto.subtle) {
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
    if (hex !== expected.sha256) throw new Failure("damaged", `${name}: checksum`);
  }
  return bytes;
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

/** @param {string} address */
async function importModule(address) {
  try {
    return await import(address);
  } catch (error) {
    // A script that breaks raises its own error, one that does not arrive a TypeError.
    throw error instanceof TypeError ? new Failure("missing", `${address}: ${error}`) : error;
  }
}

serve({ manifest: async () => MANIFEST, read, pyodide });
