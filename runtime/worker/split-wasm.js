// @ts-check
/**
 * Pyodide's WebAssembly, which comes in two parts, see `runtime/build/split_hot_from_cold.js`: the hot one answers what a
 * page asks first. Where it is asked for more before the cold one has come, it says so and cannot go on.
 */

import { memoryOf } from "../seams/dynamic-linking.js";
import { COLD, forCold, HOT, isForCold, LOAD, LOADED } from "./split-names.js";

/** @typedef {"cold" | "library"} Part of Python: the cold part of its WebAssembly; its library with the packages */

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
  /** @type {Promise<void> | undefined} */ #whole;
  /** @type {WebAssembly.Imports} */ #imports = {};
  /** @type {WebAssembly.Exports} */ #exports = {};

  constructor() {
    /** @type {Promise<never>} */
    this.#missing = new Promise((_resolve, reject) => (this.#tell = reject));
    this.#missing.catch(() => undefined);
  }

  /**
   * What Pyodide wants of `WebAssembly.instantiateStreaming`.
   * @param {WebAssembly.Module} hot
   * @param {WebAssembly.Imports} imports
   */
  async instantiate(hot, imports) {
    this.#imports = { ...imports, [COLD]: { [LOAD]: () => this.miss("cold") } };
    this.#exports = (await WebAssembly.instantiate(hot, this.#imports)).exports;
    const exports = Object.entries(this.#exports).filter(([name]) => !isForCold(name));
    return { module: hot, instance: { exports: Object.fromEntries(exports) } };
  }

  /**
   * Add the cold part, once.
   * @param {() => Promise<WebAssembly.Module>} cold
   */
  loadCold(cold) {
    const whole = this.#whole ?? cold().then((module) => this.#add(module));
    this.#whole = whole;
    whole.catch(() => (this.#whole = undefined)); // the next time there may be more luck
    return whole;
  }

  /** @param {WebAssembly.Module} cold */
  async #add(cold) {
    await WebAssembly.instantiate(cold, { ...this.#imports, [HOT]: this.#exports });
    /** @type {WebAssembly.Global} */ (this.#exports[forCold("global", LOADED)]).value = 1;
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
    return new Uint8Array(memoryOf(this.#exports).buffer);
  }
}
