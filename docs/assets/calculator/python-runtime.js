// @ts-check
/**
 * Starts Pyodide from files that a source gives, and then hands each request to `calculator.bridge` and each reply back.
 *
 * To the page it says `{progress: {loaded, total}}`, `{ready: true}`, `{failed: code}` and `{id, reply}`;
 * from the page it hears `{id, request}`. A request that needs a package which was not loaded at the start tells the
 * progress of that as `{id, progress}`, and its failure as `{id, failed}`: Python itself goes on.
 */

/** A failure that the page has a sentence for. */
export class Failure extends Error {
  /** @param {"missing" | "damaged" | "broken"} code @param {string} detail */
  constructor(code, detail) {
    super(detail);
    this.code = code;
  }
}

/** @typedef {{bytes: number, sha256: string}} Expected what the manifest says of a file */
/** @typedef {Record<string, Expected>} Files */
/** @typedef {{package: string, files: Files, on_demand: Record<string, Files>}} Manifest */
/** @typedef {{loaded: number, total: number}} Progress in bytes */
/** @typedef {(options: object) => Promise<any>} LoadPyodide */

/**
 * Where the runtime's files come from.
 * @typedef {object} Source
 * @property {string} root the address that the files' names are relative to; it need not lead anywhere
 * @property {() => Promise<Manifest>} manifest
 * @property {(name: string, expected: Expected, received: (bytes: number) => void) => Promise<Uint8Array<ArrayBuffer>>} read
 *   the bytes of one file, whole and unaltered
 * @property {() => Promise<LoadPyodide>} pyodide
 */

const QUIET = { messageCallback: () => {} };

/**
 * Start Python, and answer requests for as long as the worker lives.
 * @param {Source} source
 */
export function serve(source) {
  const started = start(source, (progress) => postMessage({ progress }));
  started.then(
    () => postMessage({ ready: true }),
    (error) => postMessage({ failed: codeOf(error) }),
  );
  addEventListener("message", async ({ data: { id, request } }) => {
    const python = await started.catch(() => undefined); // a start that failed has been told as `failed`
    if (python === undefined) return;
    try {
      postMessage({ id, reply: await python.ask(request, (progress) => postMessage({ id, progress })) });
    } catch (error) {
      const failed = codeOf(error);
      postMessage(error instanceof Failure ? { id, failed } : { failed });
    }
  });
}

/**
 * @param {Source} source
 * @param {(progress: Progress) => void} tell
 */
async function start(source, tell) {
  const manifest = await source.manifest();
  const files = await readAll(source, manifest.files, tell);
  const python = await withFiles(files, source.root, async () => {
    const loadPyodide = await source.pyodide();
    const pyodide = await loadPyodide({ indexURL: source.root });
    await pyodide.loadPackage(manifest.package, QUIET);
    return pyodide;
  });
  const answer = python.pyimport("calculator.bridge").answer;

  return {
    /**
     * The bridge's reply, once the packages are there that it asks for.
     * @param {object} request
     * @param {(progress: Progress) => void} tell
     */
    async ask(request, tell) {
      for (;;) {
        const reply = JSON.parse(answer(JSON.stringify(request)));
        if (!reply.needs) return reply;
        const files = await readAll(source, manifest.on_demand[reply.needs], tell);
        await withFiles(files, source.root, () => python.loadPackage(reply.needs, QUIET));
      }
    },
  };
}

/**
 * Files by their address, with progress told as bytes arrive.
 * @param {Source} source
 * @param {Files} files
 * @param {(progress: Progress) => void} tell
 */
async function readAll(source, files, tell) {
  const entries = Object.entries(files);
  const total = entries.reduce((sum, [, file]) => sum + file.bytes, 0);
  let loaded = 0;
  const readings = entries.map(async ([name, file]) => {
    const bytes = await source.read(name, file, (count) => {
      loaded += count;
      tell({ loaded, total });
    });
    return /** @type {const} */ ([new URL(name, source.root).href, bytes]);
  });
  return new Map(await Promise.all(readings));
}

/**
 * Let `fetch` answer from memory what has been read and checked, while `work` runs.
 * @template T
 * @param {Map<string, Uint8Array<ArrayBuffer>>} files
 * @param {string} root
 * @param {() => Promise<T>} work
 */
async function withFiles(files, root, work) {
  const network = self.fetch;
  self.fetch = (input, options) => {
    const address = new URL(input instanceof Request ? input.url : input, root).href;
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

/** @param {unknown} error */
function codeOf(error) {
  console.error(error);
  return error instanceof Failure ? error.code : "broken";
}
