// @ts-check
/**
 * Starts Pyodide from files that a source gives, and then hands each request to `calculator.bridge` and each reply back.
 *
 * To the page it says `{progress: {loaded, total}}`, `{ready: true, fresh}`, `{failed: code}` and `{id, reply}`, where
 * `fresh` tells that there was no snapshot to start from;
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

/** @typedef {{address: string, bytes: number, sha256: string}} Expected where a file of the runtime lies, and what it is */
/** @typedef {Record<string, Expected>} Files by name */
/** @typedef {{loaded: number, total: number}} Progress in bytes */
/** @typedef {(options: object) => Promise<any>} LoadPyodide */
/** @typedef {(settings: any) => Promise<any>} CreateModule the half of Pyodide that Emscripten wrote */

/**
 * What `scripts/runtime.py` says of the runtime.
 * @typedef {object} Manifest
 * @property {string} glue where the half of Pyodide lies that Emscripten wrote
 * @property {string} library where Python looks for its library
 * @property {object} lock what Pyodide wants to know of packages
 * @property {Files} files what Python needs to start
 * @property {Record<string, Files>} on_demand what is needed later, by the name that the bridge asks for it by
 */

/**
 * Where the runtime's files come from.
 * @typedef {object} Source
 * @property {() => Promise<Manifest>} manifest
 * @property {(name: string, expected: Expected, received: (bytes: number) => void) => Promise<Uint8Array<ArrayBuffer>>} read
 *   the bytes of one file, whole and unaltered
 * @property {{load: () => Promise<Uint8Array | undefined>, forget: () => Promise<void>}} [snapshot] of the memory of
 *   a Python that has started from these files
 * @property {(manifest: Manifest) => Promise<{loadPyodide: LoadPyodide, createPyodideModule: CreateModule}>} pyodide
 */

const ROOT = "runtime:/"; // an address that no request can leave for
const WASM = "pyodide.asm.wasm";
const LIBRARY = "python_stdlib.zip";
const LIBRARY_REST = "python-stdlib";
const PACKAGES = "/lib/packages/";
const ON_DEMAND = "/lib/on-demand";

/**
 * Start Python, and answer requests for as long as the worker lives.
 * @param {Source} source
 */
export function serve(source) {
  const started = start(source, (progress) => postMessage({ progress }));
  started.then(
    ({ fresh }) => postMessage({ ready: true, fresh }),
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
  const parts = gather(source, manifest, tell);
  const [{ answer, python, fresh }] = await Promise.all([woken(source, parts), ...parts.readings.values()]);
  /** @type {Map<string, Promise<void>>} */
  const additions = new Map();

  /**
   * Add what is needed later, once, however many requests ask for it at the same time.
   * @param {string} name
   * @param {(progress: Progress) => void} tell
   */
  function added(name, tell) {
    const addition = additions.get(name) ?? add(name, tell);
    additions.set(name, addition);
    addition.catch(() => additions.delete(name)); // the next request may have more luck
    return addition;
  }

  /** @param {string} name @param {(progress: Progress) => void} tell */
  async function add(name, tell) {
    const readings = [...readAll(source, manifest.on_demand[name], tell).values()];
    // Packages may need any part of the library, so all of it comes before them.
    if (name !== LIBRARY_REST) await added(LIBRARY_REST, () => undefined);
    for (const bytes of await Promise.all(readings)) {
      if (name === LIBRARY_REST) completeLibrary(python, manifest.library, bytes);
      else python.unpackArchive(bytes, "zip", { extractDir: ON_DEMAND });
    }
    python.pyimport("importlib").invalidate_caches();
  }

  return {
    fresh,

    /**
     * The bridge's reply, once the packages are there that it asks for.
     * @param {object} request
     * @param {(progress: Progress) => void} tell
     */
    async ask(request, tell) {
      for (const needed = new Set(); ; ) {
        const reply = JSON.parse(answer(JSON.stringify(request)));
        if (!reply.needs) return reply;
        if (needed.has(reply.needs)) throw new Error(`${reply.needs} lacks a part`);
        needed.add(reply.needs);
        await added(reply.needs, tell);
      }
    },
  };
}

/**
 * What Pyodide is made of, on its way: nothing of it waits for anything else.
 * @typedef {object} Parts
 * @property {object} lock
 * @property {Map<string, Promise<Uint8Array<ArrayBuffer>>>} readings
 * @property {Promise<WebAssembly.Module>} module
 * @property {Promise<{loadPyodide: LoadPyodide, createPyodideModule: CreateModule}>} pyodide
 */

/**
 * @param {Source} source
 * @param {Manifest} manifest
 * @param {(progress: Progress) => void} tell
 * @returns {Parts}
 */
function gather(source, manifest, tell) {
  const readings = readAll(source, manifest.files, tell);
  const module = arrived(readings, WASM).then((bytes) => WebAssembly.compile(bytes));
  const pyodide = source.pyodide(manifest);
  for (const part of [module, pyodide]) part.catch(() => undefined); // heard of where they are needed
  return { lock: manifest.lock, readings, module, pyodide };
}

/**
 * One of the files. One that does not come ends the start, so Pyodide, which would go on without it, never hears of it.
 * @param {Map<string, Promise<Uint8Array<ArrayBuffer>>>} readings
 * @param {string} name
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
function arrived(readings, name) {
  const reading = /** @type {Promise<Uint8Array<ArrayBuffer>>} */ (readings.get(name));
  return reading.catch(() => new Promise(() => undefined));
}

/**
 * Python with its bridge, out of a snapshot where that can be done.
 * @param {Source} source
 * @param {Parts} parts
 */
async function woken(source, parts) {
  const [memory] = await Promise.all([source.snapshot?.load(), parts.pyodide]);
  if (memory) {
    try {
      return { ...(await withBridge(parts, { _loadSnapshot: memory })), fresh: false };
    } catch (error) {
      console.warn(error);
      await source.snapshot?.forget();
    }
  }
  return { ...(await withBridge(parts)), fresh: true };
}

/** @param {Parts} parts @param {object} [options] */
async function withBridge(parts, options) {
  const python = await boot(parts, options);
  return { python, answer: python.pyimport("calculator.bridge").answer };
}

/**
 * The memory of a Python that has started, and has answered nothing but a day that nobody typed.
 * @param {Source} source
 * @returns {Promise<Uint8Array>}
 */
export async function memoryAfterStart(source) {
  const python = await boot(gather(source, await source.manifest(), () => undefined), { _makeSnapshot: true });
  python.runPython(`
import json
from calculator.bridge import answer
answer(json.dumps({"do": "assess", "fields": {"last": "2025-03-15"}}))
del json, answer
`);
  return python.makeMemorySnapshot();
}

/** @param {Parts} parts @param {object} [options] */
async function boot({ lock, readings, module, pyodide }, options) {
  const packages = [...readings.keys()].filter((name) => name !== WASM && name !== LIBRARY);
  const { loadPyodide, createPyodideModule } = await pyodide;
  return withRuntime(module, arrived(readings, LIBRARY), () =>
    loadPyodide({
      indexURL: ROOT,
      lockFileContents: JSON.stringify(lock),
      createPyodideModule,
      ...options,
      env: { PYTHONPATH: [...packages.map((name) => PACKAGES + name), ON_DEMAND].join(":") },
      fsInit: async (/** @type {any} */ FS) => {
        FS.mkdirTree(PACKAGES);
        FS.mkdirTree(ON_DEMAND);
        for (const name of packages) FS.writeFile(PACKAGES + name, await arrived(readings, name));
      },
    }),
  );
}

/**
 * While `work` runs, give Pyodide from memory what it asks the network for: its library as bytes, and its other half
 * as it comes out of the compiler, which has been at work since the last byte came.
 * @template T
 * @param {Promise<WebAssembly.Module>} compiled
 * @param {Promise<Uint8Array<ArrayBuffer>>} library
 * @param {() => Promise<T>} work
 */
async function withRuntime(compiled, library, work) {
  const { fetch: network } = self;
  const { instantiateStreaming } = WebAssembly;
  self.fetch = async (input) => new Response(String(input).endsWith(WASM) ? null : await library);
  // Where this fails, Pyodide warns and waits for ever.
  const failure = new Promise((_resolve, reject) => {
    WebAssembly.instantiateStreaming = async (_response, imports) => {
      try {
        const module = await compiled;
        return { module, instance: await WebAssembly.instantiate(module, imports) };
      } catch (error) {
        reject(error);
        throw error;
      }
    };
  });
  try {
    return /** @type {T} */ (await Promise.race([work(), failure]));
  } finally {
    self.fetch = network;
    WebAssembly.instantiateStreaming = instantiateStreaming;
  }
}

/**
 * The end of a zip file lists its members: in its place come the rest's members and the list of all.
 * @param {any} python
 * @param {string} path
 * @param {Uint8Array} rest
 */
function completeLibrary(python, path, rest) {
  const first = python.FS.readFile(path);
  const shared = new DataView(first.buffer, first.byteOffset).getUint32(first.length - 6, true);
  const whole = new Uint8Array(shared + rest.length);
  whole.set(first.subarray(0, shared));
  whole.set(rest, shared);
  python.FS.writeFile(path, whole);
}

/**
 * Read files, with progress told as bytes arrive.
 * @param {Source} source
 * @param {Files} files
 * @param {(progress: Progress) => void} tell
 */
function readAll(source, files, tell) {
  const entries = Object.entries(files);
  const total = entries.reduce((sum, [, file]) => sum + file.bytes, 0);
  let loaded = 0;
  return new Map(
    entries.map(([name, file]) => {
      const reading = source.read(name, file, (count) => {
        loaded += count;
        tell({ loaded, total });
      });
      reading.catch(() => undefined); // whoever needs it hears of it
      return [name, reading];
    }),
  );
}

/** @param {unknown} error */
function codeOf(error) {
  console.error(error);
  return error instanceof Failure ? error.code : "broken";
}
