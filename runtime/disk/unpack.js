// @ts-check
/** The other end of `runtime/disk/embedded_python.py`, which packs files as gzip in base64. */

/** @param {string} packed @returns {Promise<Uint8Array<ArrayBuffer>>} */
export async function unpacked(packed) {
  const text = atob(packed);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i += 1) bytes[i] = text.charCodeAt(i);
  const stream = /** @type {ReadableStream<BufferSource>} */ (new Response(bytes).body);
  return new Uint8Array(await new Response(stream.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer());
}
