// @ts-check
/**
 * Starts Pyodide from files that a source gives, and then hands each request to `calculator.page.bridge` and each reply back.
 *
 * It starts with as little as answers the first questions: a snapshot of a Python that has started already, and the part
 * of the WebAssembly that this one enters. The library, the packages and the rest of the WebAssembly come after that;
 * where a question needs them before, another Python starts with them.
 *
 * To the page it says `{progress: {loaded, total}}`, `{ready: true}`, `{failed: code}` and `{id, reply}`;
 * from the page it hears `{id, request}`. A request that needs a package which was not loaded at the start tells the
 * progress of that as `{id, progress}`, and its failure as `{id, failed}`: Python itself goes on.
 */

import { Library, ON_DEMAND, PACKAGES, pythonPath } from "./lazy-files.js";
import { filled } from "./filled-fields.js";
import { Snapshot } from "./snapshot.js";
import { Missing, Wasm } from "./split-wasm.js";

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
 * What `runtime/build/assemble.py` says of the runtime.
 * @typedef {object} Manifest
 * @property {Expected} glue the half of Pyodide that Emscripten wrote
 * @property {string} library_path where Python looks for its library
 * @property {Record<string, string[]>} at_once what a request may tell, by its `do`, that needs nothing but what Python
 *   needs to start
 * @property {object} lock what Pyodide wants to know of packages
 * @property {Files} files what Python needs to start; without a snapshot among them it needs the others too
 * @property {Files} library its library and the packages, which it needs for most other requests
 * @property {Files} rest the part of its WebAssembly that it needs for some
 * @property {Record<string, Files>} on_demand what is needed later, by the name that the bridge asks for it by
 */

/**
 * What is done while a file comes.
 * @typedef {object} Watch
 * @property {(bytes: number) => void} [received] so many more of it
 * @property {(response: Response) => void} [opened] another copy of the whole response, if there is one, yet unchecked
 */

/**
 * Where the runtime's files come from.
 * @typedef {object} Source
 * @property {() => Promise<Manifest>} manifest
 * @property {(name: string, expected: Expected, watch: Watch) => Promise<Uint8Array<ArrayBuffer>>} read
 *   the bytes of one file, whole and unaltered
 * @property {(manifest: Manifest) => Promise<{loadPyodide: LoadPyodide, createPyodideModule: CreateModule}>} pyodide
 */

const NOTHING = new Uint8Array();
const ROOT = "runtime:/"; // an address that no request can leave for
const WASM = "pyodide.asm.first.wasm";
const WASM_REST = "pyodide.asm.rest.wasm";
const SNAPSHOT = "python.snapshot";
const LIBRARY = "python_stdlib.zip";
const LIBRARY_REST = "python-stdlib";
const EVERYTHING = /** @type {const} */ (["library", "wasm", "start"]);
const PROGRESS_STEP = 100; // milliseconds
const BREATH = 300; // milliseconds after an answer
const PAUSE = 2_000; // milliseconds without a question, after which there is time for what is not needed yet

/**
 * Start Python, and answer requests for as long as the worker lives.
 * @param {Source} source
 */
export function serve(source) {
  const fail = (/** @type {unknown} */ error) => postMessage({ failed: codeOf(error) });
  const started = start(source, (progress) => postMessage({ progress }), fail);
  const warn = (/** @type {unknown} */ error) => console.warn(error);
  started.then(() => postMessage({ ready: true }), fail);
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
    // Once the visitor reads the answer. Whoever needs it tries again.
    clearTimeout(pause);
    pause = setTimeout(async () => {
      await python.furnish().catch(warn);
      pause = setTimeout(() => python.complete().catch(warn), PAUSE);
    }, BREATH);
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
  /** @type {Set<Needed>} */
  const needed = new Set(SNAPSHOT in manifest.files ? [] : EVERYTHING);
  let python = awake(parts, needed);
  await Promise.all([python, ...parts.readings.values()]);
  /** @type {Map<string, Promise<void>>} */
  const additions = new Map();

  /** @param {string} request @returns {Promise<string>} */
  async function answer(request) {
    const asked = python;
    try {
      return await (await asked).answer(request);
    } catch (error) {
      if (!(error instanceof Missing)) throw error;
      if (python === asked) {
        need(needed, error);
        additions.clear();
        python = awake(parts, needed);
        python.catch(fail);
      }
      return answer(request);
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
      if (name === LIBRARY_REST) completeLibrary(pyodide, manifest.library_path, bytes);
      else pyodide.unpackArchive(bytes, "zip", { extractDir: ON_DEMAND });
    }
    pyodide.pyimport("importlib").invalidate_caches();
  }

  return {
    /** Get the library and the packages, before something needs them. */
    furnish: async () => (await python).furnish(),

    /** Get the rest of Python too. */
    complete: async () => (await python).complete(),

    /**
     * The bridge's reply, once the packages are there that it asks for.
     * @param {{do: string}} request
     * @param {(progress: Progress) => void} tell
     */
    async ask(request, tell) {
      const known = manifest.at_once[request.do];
      if (!known) await (await python).complete();
      else if (!filled(request).every((name) => known.includes(name))) await (await python).furnish();
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

/** @typedef {import("./split-wasm.js").Part | "start"} Needed what Python cannot start without; "start": has to do itself */

/**
 * What Pyodide is made of. What it needs first is on its way, and nothing of that waits for anything else.
 * @typedef {object} Parts
 * @property {Manifest} manifest
 * @property {Map<string, Promise<Uint8Array<ArrayBuffer>>>} readings
 * @property {Promise<WebAssembly.Module>} module
 * @property {Promise<{loadPyodide: LoadPyodide, createPyodideModule: CreateModule}>} pyodide
 * @property {() => Promise<Map<string, Uint8Array<ArrayBuffer>>>} library its files by name; sent for once
 * @property {() => Promise<WebAssembly.Module>} rest of the WebAssembly
 */

/**
 * @param {Source} source
 * @param {Manifest} manifest
 * @param {(progress: Progress) => void} tell
 * @returns {Parts}
 */
function gather(source, manifest, tell) {
  /** @type {Promise<WebAssembly.Module> | undefined} */
  let streamed; // compiled while it comes
  const readings = readAll(source, manifest.files, tell, {
    [WASM]: (response) => {
      streamed = WebAssembly.compileStreaming(response);
      streamed.catch(() => undefined);
    },
  });
  const module = arrived(readings, WASM).then(async (bytes) => {
    const compiled = await streamed?.catch(() => undefined);
    return compiled ?? WebAssembly.compile(bytes);
  });
  const pyodide = source.pyodide(manifest);
  for (const part of [module, pyodide]) part.catch(() => undefined); // heard of where they are needed

  /** @type {Promise<Map<string, Uint8Array<ArrayBuffer>>> | undefined} */
  let library;
  const readLibrary = async () => {
    const files = [...readAll(source, manifest.library, () => undefined)];
    return new Map(await Promise.all(files.map(async ([name, reading]) => /** @type {const} */ ([name, await reading]))));
  };
  const rest = async () => {
    const bytes = await source.read(WASM_REST, manifest.rest[WASM_REST], {});
    return WebAssembly.compile(bytes);
  };
  return {
    ...{ manifest, readings, module, pyodide, rest },
    library: () => {
      library ??= readLibrary();
      library.catch(() => (library = undefined)); // the next time there may be more luck
      return library;
    },
  };
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

/** @param {Set<Needed>} needed @param {Missing} missing */
function need(needed, { part }) {
  if (needed.has(part)) throw new Error(`${part} lacks a part`);
  needed.add(part);
}

/**
 * Python with its bridge, out of the snapshot where that can be done, and with the parts that it turns out to need.
 * @param {Parts} parts
 * @param {Set<Needed>} needed
 */
async function awake(parts, needed) {
  for (;;) {
    try {
      return await withBridge(parts, needed);
    } catch (error) {
      if (error instanceof Missing) need(needed, error);
      else if (error instanceof Failure || needed.has("start")) throw error;
      else {
        console.warn(error);
        for (const part of EVERYTHING) needed.add(part);
      }
    }
  }
}

/** @param {Parts} parts @param {Set<Needed>} needed */
async function withBridge(parts, needed) {
  const { pyodide, wasm, furnish } = await boot(parts, needed);
  const ask = await wasm.guard(() => {
    const bridge = pyodide.pyimport("calculator.page.bridge");
    return (/** @type {string} */ request) => bridge.answer(request);
  });
  return {
    pyodide,
    /** @param {string} request @returns {Promise<string>} */
    answer: (request) => wasm.guard(() => ask(request)),
    furnish,
    complete: async () => {
      await Promise.all([furnish(), wasm.complete(parts.rest)]);
    },
  };
}

/** @param {Parts} parts @param {Set<Needed>} needed */
async function boot(parts, needed) {
  const { manifest, readings, module } = parts;
  const packages = Object.keys(manifest.library).filter((name) => name !== LIBRARY);
  const paths = new Map([[LIBRARY, manifest.library_path], ...packages.map((name) => /** @type {const} */ ([name, PACKAGES + name]))]);
  const wasm = new Wasm();
  const library = new Library([...paths.values()], () => wasm.miss("library"));
  const rest = needed.has("wasm") ? parts.rest() : undefined;
  rest?.catch(() => undefined); // heard of below
  const files = needed.has("library") ? await parts.library() : new Map();
  const snapshot = needed.has("start") ? undefined : new Snapshot();
  const { loadPyodide, createPyodideModule } = await parts.pyodide;
  /** @type {any} */
  let FS;

  /** @param {WebAssembly.Imports} imports */
  async function instantiate(imports) {
    const instantiated = await wasm.instantiate(await module, imports);
    if (rest) await wasm.complete(() => rest);
    snapshot?.come(await arrived(readings, SNAPSHOT), takenOver);
    return instantiated;
  }

  /** When Python goes on from there. */
  function takenOver() {
    if (!files.size) library.withhold(FS);
    return wasm.memory;
  }

  async function furnish() {
    const come = await parts.library();
    library.fill(new Map([...paths].map(([name, path]) => [path, /** @type {Uint8Array} */ (come.get(name))])));
  }

  const load = () =>
    loadPyodide({
      indexURL: ROOT,
      lockFileContents: JSON.stringify(manifest.lock),
      createPyodideModule,
      _loadSnapshot: snapshot?.taken,
      env: { PYTHONPATH: pythonPath(packages) },
      fsInit: async (/** @type {any} */ itsFS) => {
        FS = itsFS;
        FS.mkdirTree(PACKAGES);
        FS.mkdirTree(ON_DEMAND);
        for (const name of packages) FS.writeFile(PACKAGES + name, files.get(name) ?? NOTHING);
      },
    });
  const pyodide = await withRuntime(instantiate, files.get(LIBRARY) ?? NOTHING, () => wasm.guard(load));
  return { pyodide, wasm, furnish };
}

/**
 * While `work` runs, give Pyodide from memory what it asks the network for: its library as bytes, and its other half
 * as it comes out of the compiler, which is at work while the bytes come.
 * @template T
 * @param {(imports: WebAssembly.Imports) => Promise<any>} instantiate
 * @param {Uint8Array<ArrayBuffer>} library
 * @param {() => Promise<T>} work
 */
async function withRuntime(instantiate, library, work) {
  const { fetch: network } = self;
  const { instantiateStreaming } = WebAssembly;
  self.fetch = async (input) => new Response(String(input).endsWith(".wasm") ? null : library);
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
 * Read files, with progress told as bytes arrive, though not for each few of them.
 * @param {Source} source
 * @param {Files} files
 * @param {(progress: Progress) => void} tell
 * @param {Record<string, (response: Response) => void>} [opened] by name, see `Watch`
 */
function readAll(source, files, tell, opened = {}) {
  const entries = Object.entries(files);
  const total = entries.reduce((sum, [, file]) => sum + file.bytes, 0);
  let loaded = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let due;
  const tellNow = () => {
    clearTimeout(due);
    due = undefined;
    tell({ loaded, total });
  };
  return new Map(
    entries.map(([name, file]) => {
      const received = (/** @type {number} */ count) => {
        loaded += count;
        if (loaded === total) tellNow();
        else due ??= setTimeout(tellNow, PROGRESS_STEP);
      };
      const reading = source.read(name, file, { received, opened: opened[name] });
      reading.catch(() => clearTimeout(due)); // whoever needs it hears of it
      return [name, reading];
    }),
  );
}

/** @param {unknown} error */
function codeOf(error) {
  console.error(error);
  return error instanceof Failure ? error.code : "broken";
}
