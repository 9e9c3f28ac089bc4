// @ts-check
/** The worker that holds Python on the site. It fetches the runtime that lies beside it and checks every file. */

import { Failure, serve } from "./python-runtime.js";

/** @import { Expected } from "./python-runtime.js" */

const RUNTIME = new URL("../runtime/", import.meta.url);

/** @param {string} name */
async function fetchFile(name) {
  try {
    const response = await fetch(new URL(name, RUNTIME));
    if (response.ok) return response;
    throw new Failure("missing", `${name}: ${response.status}`);
  } catch (error) {
    throw error instanceof Failure ? error : new Failure("missing", `${name}: ${error}`);
  }
}

/**
 * The bytes of one file of the runtime, whole and unaltered.
 * @param {string} name
 * @param {Expected} expected
 * @param {(bytes: number) => void} received
 */
async function download(name, expected, received) {
  const response = await fetchFile(name);
  const bytes = new Uint8Array(expected.bytes);
  let length = 0;
  try {
    const reader = /** @type {ReadableStream<Uint8Array>} */ (response.body).getReader();
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
      if (length + chunk.value.length > bytes.length) throw new Failure("damaged", `${name}: too long`);
      bytes.set(chunk.value, length);
      length += chunk.value.length;
      received(chunk.value.length);
    }
  } catch (error) {
    throw error instanceof Failure ? error : new Failure("missing", `${name}: ${error}`);
  }
  if (length !== expected.bytes) throw new Failure("damaged", `${name}: ${length} of ${expected.bytes} bytes`);
  // Browsers offer digests to secure origins only; on others the length has to do.
  if (crypto.subtle) {
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
    if (hex !== expected.sha256) throw new Failure("damaged", `${name}: checksum`);
  }
  return bytes;
}

async function manifest() {
  const response = await fetchFile("manifest.json");
  return response.json().catch((error) => {
    throw new Failure("damaged", `manifest.json: ${error}`);
  });
}

serve({
  root: RUNTIME.href,
  manifest,
  read: download,
  pyodide: async () => (await import(new URL("pyodide.mjs", RUNTIME).href)).loadPyodide,
});
