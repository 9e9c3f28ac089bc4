// @ts-check
/**
 * The worker that holds Python. It fetches the runtime that lies beside it, checks every file against the manifest,
 * starts Pyodide from memory, and then hands each request to `calculator.bridge` and each reply back.
 *
 * To the page it says `{progress: {loaded, total}}`, `{ready: true}`, `{failed: code}` and `{id, reply}`;
 * from the page it hears `{id, request}`. A request that needs a package which was not loaded at the start tells the
 * progress of that as `{id, progress}`, and its failure as `{id, failed}`: Python itself goes on.
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

/** @typedef {Record<string, {bytes: number, sha256: string}>} Files */
/** @typedef {{package: string, files: Files, on_demand: Record<string, Files>}} Manifest */
/** @typedef {{loaded: number, total: number}} Progress */

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

/**
 * Files by their address, with progress told as bytes arrive.
 * @param {Files} files
 * @param {(progress: Progress) => void} tell
 */
async function downloadAll(files, tell) {
  const entries = Object.entries(files);
  const total = entries.reduce((sum, [, file]) => sum + file.bytes, 0);
  let loaded = 0;
  const downloads = entries.map(async ([name, file]) => {
    const bytes = await download(name, file, (count) => {
      loaded += count;
      tell({ loaded, total });
    });
    return /** @type {const} */ ([new URL(name, RUNTIME).href, bytes]);
  });
  return new Map(await Promise.all(downloads));
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
  const files = await downloadAll(manifest.files, (progress) => postMessage({ progress }));
  return withFiles(files, async () => {
    const { loadPyodide } = await import(new URL("pyodide.mjs", RUNTIME).href);
    const python = await loadPyodide({ indexURL: RUNTIME.href });
    await python.loadPackage(manifest.package, QUIET);
    return { python, manifest, answer: python.pyimport("calculator.bridge").answer };
  });
}

const QUIET = { messageCallback: () => {} };

const started = startPython();
started.then(
  () => postMessage({ ready: true }),
  (error) => postMessage({ failed: codeOf(error) }),
);

/** @param {unknown} error */
function codeOf(error) {
  console.error(error);
  return error instanceof Failure ? error.code : "broken";
}

/**
 * The bridge's reply, once the packages are there that it asks for.
 * @param {Awaited<typeof started>} runtime
 * @param {object} request
 * @param {(progress: Progress) => void} tell
 */
async function ask({ python, manifest, answer }, request, tell) {
  for (;;) {
    const reply = JSON.parse(answer(JSON.stringify(request)));
    if (!reply.needs) return reply;
    const files = await downloadAll(manifest.on_demand[reply.needs], tell);
    await withFiles(files, () => python.loadPackage(reply.needs, QUIET));
  }
}

addEventListener("message", async ({ data: { id, request } }) => {
  const runtime = await started.catch(() => undefined); // a start that failed has been told as `failed`
  if (runtime === undefined) return;
  try {
    postMessage({ id, reply: await ask(runtime, request, (progress) => postMessage({ id, progress })) });
  } catch (error) {
    const failed = codeOf(error);
    postMessage(error instanceof Failure ? { id, failed } : { failed });
  }
});
