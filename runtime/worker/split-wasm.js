// @ts-check
/**
 * Pyodide's WebAssembly, which comes in two parts, see `runtime/build/split_hot_from_cold.js`: the first answers what a page asks
 * first. Where it is asked for more before the rest has come, it says so and cannot go on.
 */

const LOADED = "first:global:loaded"; // 1 once the rest is there
const FOR_THE_REST = "first:"; // how the names begin of what the first part exports for the rest alone

/** @typedef {"wasm" | "library"} Part of Python: the rest of its WebAssembly; its library with the packages */

/** A part of Python was needed that had not come yet: this Python is lost, and another must start with that part. */
export class Missing extends Error {
  /** @param {Part} part */
  constructor(part) {
    super(`${part} was needed before it had come`);
    this.part = part;
  }
}

export class Wasm {
  #missed = false;
  #missing;
  /** @type {(error: Missing) => void} */ #tell = () => undefined;
  /** @type {Promise<void> | undefined} */ #completion;
  /** @type {WebAssembly.Imports} */ #imports = {};
  /** @type {WebAssembly.Exports} */ #exports = {};

  constructor() {
    /** @type {Promise<never>} */
    this.#missing = new Promise((_resolve, reject) => (this.#tell = reject));
    this.#missing.catch(() => undefined);
  }

  /**
   * What Pyodide wants of `WebAssembly.instantiateStreaming`.
   * @param {WebAssembly.Module} first
   * @param {WebAssembly.Imports} imports
   */
  async instantiate(first, imports) {
    this.#imports = { ...imports, rest: { load: () => this.miss("wasm") } };
    this.#exports = (await WebAssembly.instantiate(first, this.#imports)).exports;
    const exports = Object.entries(this.#exports).filter(([name]) => !name.startsWith(FOR_THE_REST));
    return { module: first, instance: { exports: Object.fromEntries(exports) } };
  }

  /**
   * Add the rest, once.
   * @param {() => Promise<WebAssembly.Module>} rest
   */
  complete(rest) {
    const completion = this.#completion ?? rest().then((module) => this.#add(module));
    this.#completion = completion;
    completion.catch(() => (this.#completion = undefined)); // the next time there may be more luck
    return completion;
  }

  /** @param {WebAssembly.Module} rest */
  async #add(rest) {
    await WebAssembly.instantiate(rest, { ...this.#imports, first: this.#exports });
    /** @type {WebAssembly.Global} */ (this.#exports[LOADED]).value = 1;
  }

  /**
   * What some work gives, unless it needs what has not come.
   * @template T
   * @param {() => T | Promise<T>} work
   * @returns {Promise<T>}
   * @throws {Missing} also where the work itself has swallowed it
   */
  async guard(work) {
    if (this.#missed) await this.#missing;
    try {
      return await Promise.race([work(), this.#missing]);
    } finally {
      if (this.#missed) await this.#missing;
    }
  }

  /** A part is needed that has not come: whatever Python does now is in vain. @param {Part} part @returns {never} */
  miss(part) {
    this.#missed = true;
    const error = new Missing(part);
    this.#tell(error);
    throw error;
  }

  get memory() {
    const memory = Object.values(this.#exports).find((one) => one instanceof WebAssembly.Memory);
    return new Uint8Array(/** @type {WebAssembly.Memory} */ (memory).buffer);
  }
}
