// @ts-check
/**
 * Starts Pyodide from files that a source gives, and then hands each request to `calculator.bridge` and each reply back.
 *
 * To the page it says `{progress: {loaded, total}}`, `{ready: true, fresh}`, `{failed: code}` and `{id, reply}`, where
 * `fresh` tells that there was no snapshot to start from;
 * from the page it hears `{id, request}`. A request that needs a package which was not loaded at the start tells the
 * progress of that as `{id, progress}`, and its failure as `{id, failed}`: Python itself goes on.
 */

import { RestMissing, Wasm } from "./python-wasm.js";

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
 * @property {string[]} at_once the requests, by their `do`, that need nothing but what Python needs to start
 * @property {object} lock what Pyodide wants to know of packages
 * @property {Files} files what Python needs to start
 * @property {Files} rest the part of its WebAssembly that it needs for other requests
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
const WASM = "pyodide.asm.first.wasm";
const WASM_REST = "pyodide.asm.rest.wasm";
const LIBRARY = "python_stdlib.zip";
const LIBRARY_REST = "python-stdlib";
const PACKAGES = "/lib/packages/";
const ON_DEMAND = "/lib/on-demand";
const PAUSE = 2_000; // milliseconds without a question, after which there is time for what is not needed yet

/**
 * Start Python, and answer requests for as long as the worker lives.
 * @param {Source} source
 */
export function serve(source) {
  const fail = (/** @type {unknown} */ error) => postMessage({ failed: codeOf(error) });
  const started = start(source, (progress) => postMessage({ progress }), fail);
  started.then(({ fresh }) => postMessage({ ready: true, fresh }), fail);
  /** @type {ReturnType<typeof setTimeout>} */
  let pause;
  addEventListener("message", async ({ data: { id, request } }) => {
    const python = await started.catch(() => undefined); // a start that failed has been told as `failed`
    if (python === undefined) return;
    try {
      postMessage({ id, reply: await python.ask(request, (progress) => postMessage({ id, progress })) });
    } catch (error) {
      const failed = codeOf(error);
      postMessage(error instanceof Failure ? { id, failed } : { failed });
    }
    // Once the visitor reads the answer.
    clearTimeout(pause);
    pause = setTimeout(() => python.complete().catch((error) => console.warn(error)), PAUSE); // whoever needs it tries again
  });
}

/**
 * @param {Source} source
 * @param {(progress: Progress) => void} tell
 * @param {(error: unknown) => void} fail is told of a failure after which there is no Python any more
 */
async function start(source, tell, fail) {
  const manifest = await source.manifest();
  const parts = gather(source, manifest, tell);
  let python = woken(source, parts);
  const [{ fresh }] = await Promise.all([python, ...parts.readings.values()]);
  /** @type {Map<string, Promise<void>>} */
  const additions = new Map();

  /** @param {string} request */
  async function answer(request) {
    const asked = python;
    try {
      return await (await asked).answer(request);
    } catch (error) {
      if (!(error instanceof RestMissing)) throw error;
      if (python === asked) {
        additions.clear();
        python = awake(source, parts, { whole: true });
        python.catch(fail);
      }
      return (await python).answer(request);
    }
  }

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
    const { pyodide, complete } = await python;
    // Packages may need any part of Python and of its library, so all of it comes before them.
    await (name === LIBRARY_REST ? complete() : added(LIBRARY_REST, () => undefined));
    for (const bytes of await Promise.all(readings)) {
      if (name === LIBRARY_REST) completeLibrary(pyodide, manifest.library, bytes);
      else pyodide.unpackArchive(bytes, "zip", { extractDir: ON_DEMAND });
    }
    pyodide.pyimport("importlib").invalidate_caches();
  }

  return {
    fresh,

    /** Get the part of Python that the first answers do not need, before something does. */
    complete: async () => (await python).complete(),

    /**
     * The bridge's reply, once the packages are there that it asks for.
     * @param {{do: string}} request
     * @param {(progress: Progress) => void} tell
     */
    async ask(request, tell) {
      if (!manifest.at_once.includes(request.do)) await (await python).complete();
      for (const needed = new Set(); ; ) {
        const reply = JSON.parse(await answer(JSON.stringify(request)));
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
 * @property {() => Promise<WebAssembly.Module>} rest which nobody has sent for yet
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
  const rest = async () => {
    const bytes = await source.read(WASM_REST, manifest.rest[WASM_REST], () => undefined);
    return WebAssembly.compile(bytes);
  };
  return { lock: manifest.lock, readings, module, rest, pyodide };
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
 * Python with its bridge, started without the rest of its WebAssembly, unless that is needed already.
 * @param {Source} source
 * @param {Parts} parts
 */
async function woken(source, parts) {
  try {
    return await awake(source, parts, { whole: false });
  } catch (error) {
    if (!(error instanceof RestMissing)) throw error;
    return awake(source, parts, { whole: true });
  }
}

/**
 * Python with its bridge, out of a snapshot where that can be done.
 * @param {Source} source
 * @param {Parts} parts
 * @param {{whole: boolean}} how
 */
async function awake(source, parts, how) {
  const [memory] = await Promise.all([source.snapshot?.load(), parts.pyodide]);
  if (memory) {
    try {
      return { ...(await withBridge(parts, how, { _loadSnapshot: memory })), fresh: false };
    } catch (error) {
      if (error instanceof RestMissing) throw error;
      console.warn(error);
      await source.snapshot?.forget();
    }
  }
  return { ...(await withBridge(parts, how)), fresh: true };
}

/** @param {Parts} parts @param {{whole: boolean}} how @param {object} [options] */
async function withBridge(parts, how, options) {
  const { pyodide, wasm } = await boot(parts, how, options);
  const bridge = await wasm.guard(() => pyodide.pyimport("calculator.bridge"));
  return {
    pyodide,
    /** @param {string} request @returns {Promise<string>} */
    answer: (request) => wasm.guard(() => bridge.answer(request)),
    complete: () => wasm.complete(parts.rest),
  };
}

/**
 * The memory of a Python that has started, and has answered nothing but a day that nobody typed.
 * @param {Source} source
 * @returns {Promise<Uint8Array>}
 */
export async function memoryAfterStart(source) {
  const parts = gather(source, await source.manifest(), () => undefined);
  const { pyodide } = await boot(parts, { whole: true }, { _makeSnapshot: true });
  pyodide.runPython(`
import json
from calculator.bridge import answer
answer(json.dumps({"do": "assess", "fields": {"last": "2025-03-15"}}))
del json, answer
`);
  return pyodide.makeMemorySnapshot();
}

/**
 * @param {Parts} parts
 * @param {{whole: boolean}} how with the rest of its WebAssembly, or for now without
 * @param {object} [options]
 */
async function boot({ lock, readings, module, rest, pyodide }, { whole }, options) {
  const packages = [...readings.keys()].filter((name) => name !== WASM && name !== LIBRARY);
  const { loadPyodide, createPyodideModule } = await pyodide;
  const wasm = new Wasm();
  const restOnItsWay = whole ? rest() : undefined;
  restOnItsWay?.catch(() => undefined); // heard of below

  /** @param {WebAssembly.Imports} imports */
  async function instantiate(imports) {
    const instantiated = await wasm.instantiate(await module, imports);
    if (restOnItsWay) await wasm.complete(() => restOnItsWay);
    return instantiated;
  }

  const load = () =>
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
    });
  return { pyodide: await withRuntime(instantiate, arrived(readings, LIBRARY), () => wasm.guard(load)), wasm };
}

/**
 * While `work` runs, give Pyodide from memory what it asks the network for: its library as bytes, and its other half
 * as it comes out of the compiler, which has been at work since the last byte came.
 * @template T
 * @param {(imports: WebAssembly.Imports) => Promise<any>} instantiate
 * @param {Promise<Uint8Array<ArrayBuffer>>} library
 * @param {() => Promise<T>} work
 */
async function withRuntime(instantiate, library, work) {
  const { fetch: network } = self;
  const { instantiateStreaming } = WebAssembly;
  self.fetch = async (input) => new Response(String(input).endsWith(".wasm") ? null : await library);
  // Where this fails, Pyodide warns and waits for ever.
  const failure = new Promise((_resolve, reject) => {
    WebAssembly.instantiateStreaming = async (_response, imports = {}) => {
      try {
        return await instantiate(imports);
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
