// @ts-check
/**
 * How `loadPyodide` gets its WebAssembly and its library, and how both are given to it.
 *
 * Private: which function of `WebAssembly` it calls, with what, and that it fetches these two files and no others.
 */
import { premise } from "./premise.js";

/** @typedef {typeof WebAssembly.instantiateStreaming} InstantiateStreaming */

/**
 * In browsers: while `work` runs, Pyodide's WebAssembly comes to life as `instantiate` says. Where that fails, Pyodide
 * warns and waits for ever, so whoever waits here is told.
 * @template T
 * @param {InstantiateStreaming} instantiate
 * @param {() => Promise<T>} work calls `loadPyodide`
 */
export async function instantiatedBy(instantiate, work) {
  const { instantiateStreaming } = WebAssembly;
  let asked = false;
  const failure = new Promise((_resolve, reject) => {
    WebAssembly.instantiateStreaming = async (source, imports = {}) => {
      asked = true;
      try {
        return await instantiate(source, imports);
      } catch (error) {
        reject(error);
        throw error;
      }
    };
  });
  try {
    const done = await Promise.race([work(), failure]);
    premise(asked, "it no longer calls WebAssembly.instantiateStreaming");
    return /** @type {T} */ (done);
  } finally {
    WebAssembly.instantiateStreaming = instantiateStreaming;
  }
}

/**
 * In browsers: while `work` runs, what Pyodide fetches is there already: its library, and nothing in place of its
 * WebAssembly, which comes another way.
 * @template T
 * @param {Uint8Array<ArrayBuffer>} library
 * @param {() => Promise<T>} work calls `loadPyodide`
 */
export async function fetchedFrom(library, work) {
  const { fetch: network } = self;
  const failure = new Promise((_resolve, reject) => {
    const reads = (/** @type {string} */ what) => {
      try {
        premise(false, `it reads ${what}`);
      } catch (error) {
        reject(error);
      }
    };
    self.fetch = async (input) => {
      const name = String(input).split("/").at(-1);
      if (name === "python_stdlib.zip") return new Response(library);
      const nothing = new Response();
      if (name !== "pyodide.asm.wasm") reads(String(name));
      else nothing.arrayBuffer = async () => (reads("the bytes of its WebAssembly"), new ArrayBuffer());
      return nothing;
    };
  });
  try {
    return /** @type {T} */ (await Promise.race([work(), failure]));
  } finally {
    self.fetch = network;
  }
}

/**
 * How its WebAssembly comes to life in Node: `stock` is what Pyodide would have called.
 * @typedef {(imports: WebAssembly.Imports, stock: typeof WebAssembly.instantiate) => Promise<WebAssembly.WebAssemblyInstantiatedSource>} Instantiate
 */

/**
 * The same in Node, where Pyodide reads files itself and calls another function. It instantiates a small module of its
 * own too, which has no imports.
 * @template T
 * @param {Instantiate} instantiate
 * @param {() => Promise<T>} work calls `loadPyodide`
 */
export async function instantiatedInNodeBy(instantiate, work) {
  const stock = WebAssembly.instantiate;
  let asked = false;
  // @ts-expect-error: of its two forms Pyodide uses the one with bytes
  WebAssembly.instantiate = (source, imports) => {
    if (!imports?.env) return stock(source, imports);
    asked = true;
    return instantiate(imports, stock);
  };
  try {
    const done = await work();
    premise(asked, "it no longer calls WebAssembly.instantiate with what Emscripten names `env`");
    return done;
  } finally {
    WebAssembly.instantiate = stock;
  }
}
