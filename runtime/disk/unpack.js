// @ts-check
/** The other end of `runtime/disk/embedded_python.py`, which packs files as gzip in base 85. */

import names from "./names.json" with { type: "json" };

const DIGITS = 5; // so many stand for four bytes
const VALUES = new Uint8Array(128);
for (let value = 0; value < names.digits.length; value += 1) VALUES[names.digits.charCodeAt(value)] = value;

/** @param {string} packed @returns {Promise<Uint8Array<ArrayBuffer>>} */
export async function unpacked(packed) {
  const stream = /** @type {ReadableStream<BufferSource>} */ (new Response(bytesOf(packed)).body);
  return new Uint8Array(await new Response(stream.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer());
}

/** @param {string} text */
function bytesOf(text) {
  const groups = Math.ceil(text.length / DIGITS);
  const missing = groups * DIGITS - text.length; // of the last group, and so many bytes
  const full = text + names.digits.slice(-1).repeat(missing);
  const words = new DataView(new ArrayBuffer(groups * 4));
  for (let group = 0, at = 0; group < groups; group += 1) {
    let word = 0;
    for (const end = at + DIGITS; at < end; at += 1) word = word * names.digits.length + VALUES[full.charCodeAt(at)];
    words.setUint32(group * 4, word);
  }
  return new Uint8Array(words.buffer, 0, words.byteLength - missing);
}
