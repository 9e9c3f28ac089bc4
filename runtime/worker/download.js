// @ts-check
/** Fetching a file of the site, of which every byte is checked. */

import { Failure } from "./source.js";

/** @import { Expected, Watch } from "./source.js" */

const { fetch: network } = self; // while Pyodide starts, `fetch` gives what it asks for from memory

/**
 * A file that came altered is kept by the browser as it came, for a year where the server says that it never changes: then
 * it is fetched once more, past what is kept.
 * @param {string} name
 * @param {string} address
 * @param {Expected} expected
 * @param {Watch} watch
 */
export async function download(name, address, expected, { received, opened }) {
  let told = 0;
  const receive = (/** @type {number} */ count) => {
    told += count;
    received?.(count);
  };
  try {
    return await read(name, await fetchFile(address, "default"), expected, { received: receive, opened });
  } catch (error) {
    if (!(await isKeptSpoilt(address, error))) throw error;
    const bytes = await read(name, await fetchFile(address, "reload"), expected, { opened });
    receive(expected.bytes - told);
    return bytes;
  }
}

/**
 * Whether it is what the browser keeps that cannot be used: what had come whole and is not what it should be, or cannot
 * even be unpacked. Half a file, on a line that broke, is no such thing: the browser goes on from there.
 * @param {string} address
 * @param {unknown} error
 */
async function isKeptSpoilt(address, error) {
  if (error instanceof Failure && error.code === "damaged") return true;
  try {
    return (await network(address, { cache: "only-if-cached", mode: "same-origin" })).ok;
  } catch {
    return false;
  }
}

/**
 * @param {string} name
 * @param {Response} response
 * @param {Expected} expected
 * @param {Watch} watch
 */
async function read(name, response, expected, { received, opened }) {
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

/** @param {string} address @param {RequestCache} cache */
async function fetchFile(address, cache) {
  try {
    const response = await network(address, { cache });
    if (response.ok) return response;
    throw new Failure("missing", `${address}: ${response.status}`);
  } catch (error) {
    throw error instanceof Failure ? error : new Failure("missing", `${address}: ${error}`);
  }
}

/** @param {string} name @param {Uint8Array<ArrayBuffer>} bytes @param {Expected} expected */
export async function checked(name, bytes, expected) {
  if (bytes.length !== expected.bytes)
    throw new Failure("damaged", `${name}: ${bytes.length} of ${expected.bytes} bytes`);
  // Browsers offer digests to secure origins only; on others the length has to do.
  if (crypto.subtle) {
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
    if (hex !== expected.sha256) throw new Failure("damaged", `${name}: checksum`);
  }
  return bytes;
}
