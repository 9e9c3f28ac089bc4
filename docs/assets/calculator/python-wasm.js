// @ts-check
/**
 * Pyodide's WebAssembly, which comes in two parts, see `scripts/split_pyodide.js`: the first answers what a page asks
 * first. Where it is asked for more before the rest has come, it says so and cannot go on.
 */

const LOADED = "first:global:loaded"; // 1 once the rest is there
const FOR_THE_REST = "first:"; // how the names begin of what the first part exports for the rest alone

/** A part of Python was needed that had not come yet: this Python is lost, and another must start with all of it. */
export class RestMissing extends Error {}

export class Wasm {
  /** Whether the rest was needed before it was there. */
  missed = false;
  #missing;
  /** @type {(error: RestMissing) => void} */ #tell = () => undefined;
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
    this.#imports = { ...imports, rest: { load: () => this.#miss() } };
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
   * What some work gives, unless it needs the rest.
   * @template T
   * @param {() => T | Promise<T>} work
   * @returns {Promise<T>}
   * @throws {RestMissing} also where the work itself has swallowed it
   */
  async guard(work) {
    if (this.missed) await this.#missing;
    try {
      return await Promise.race([work(), this.#missing]);
    } finally {
      if (this.missed) await this.#missing;
    }
  }

  #miss() {
    this.missed = true;
    const error = new RestMissing("the rest of Python had not come yet");
    this.#tell(error);
    throw error;
  }
}
