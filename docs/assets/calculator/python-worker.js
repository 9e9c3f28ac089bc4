// @ts-check
/**
 * The worker that holds Python. It fetches the runtime that lies beside it, checks every file against the manifest,
 * starts Pyodide from memory, and then hands each request to `calculator.bridge` and each reply back.
 *
 * To the page it says `{progress: {loaded, total}}`, `{ready: true}`, `{failed: code}` and `{id, reply}`;
 * from the page it hears `{id, request}`.
 */

const RUNTIME = new URL("../runtime/", import.meta.url);

/** A failure that the page has a sentence for. */
class Failure extends Error {
  /** @param {"missing" | "damaged" | "broken"} code @param {string} detail */
  constructor(code, detail) {
    super(detail);
    this.code = code;
  }
}

/** @typedef {{files: Record<string, {bytes: number, sha256: string}>, package: string}} Manifest */

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
 * @param {{bytes: number, sha256: string}} expected
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

/** Every file of the manifest by its address, with progress told as bytes arrive. @param {Manifest} manifest */
async function downloadAll(manifest) {
  const files = Object.entries(manifest.files);
  const total = files.reduce((sum, [, file]) => sum + file.bytes, 0);
  let loaded = 0;
  const entries = await Promise.all(
    files.map(async ([name, file]) => {
      const bytes = await download(name, file, (count) => {
        loaded += count;
        postMessage({ progress: { loaded, total } });
      });
      return /** @type {const} */ ([new URL(name, RUNTIME).href, bytes]);
    }),
  );
  return new Map(entries);
}

/**
 * Let `fetch` answer from memory what has been downloaded and checked, while `work` runs.
 * @template T
 * @param {Map<string, Uint8Array<ArrayBuffer>>} files
 * @param {() => Promise<T>} work
 */
async function withFiles(files, work) {
  const network = self.fetch;
  self.fetch = (input, options) => {
    const address = new URL(input instanceof Request ? input.url : input, RUNTIME).href;
    const bytes = files.get(address);
    if (bytes === undefined) return network(input, options);
    const type = address.endsWith(".wasm") ? "application/wasm" : "application/octet-stream";
    return Promise.resolve(new Response(bytes, { headers: { "Content-Type": type } }));
  };
  try {
    return await work();
  } finally {
    self.fetch = network;
  }
}

async function startPython() {
  const response = await fetchFile("manifest.json");
  const manifest = /** @type {Manifest} */ (
    await response.json().catch((error) => {
      throw new Failure("damaged", `manifest.json: ${error}`);
    })
  );
  const files = await downloadAll(manifest);
  return withFiles(files, async () => {
    const { loadPyodide } = await import(new URL("pyodide.mjs", RUNTIME).href);
    const python = await loadPyodide({ indexURL: RUNTIME.href });
    await python.loadPackage(manifest.package, { messageCallback: () => {} });
    return python.pyimport("calculator.bridge").answer;
  });
}

const bridge = startPython();
bridge.then(
  () => postMessage({ ready: true }),
  (error) => {
    console.error(error);
    postMessage({ failed: error instanceof Failure ? error.code : "broken" });
  },
);

addEventListener("message", async ({ data }) => {
  const answer = await bridge.catch(() => undefined); // a bridge that did not come up has been told as `failed`
  if (answer === undefined) return;
  try {
    postMessage({ id: data.id, reply: JSON.parse(answer(JSON.stringify(data.request))) });
  } catch (error) {
    console.error(error);
    postMessage({ failed: "broken" });
  }
});
