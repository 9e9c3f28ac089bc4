// @ts-check
/** One text that the device remembers for its owner, under one key. A browser may refuse all of it at any time. */

export class DeviceMemory {
  #key;

  /** @param {string} key */
  constructor(key) {
    this.#key = key;
  }

  /** @returns {string | null} what is remembered, if anything */
  read() {
    try {
      return localStorage.getItem(this.#key);
    } catch {
      return null;
    }
  }

  /** @param {string} text @returns {boolean} whether it is remembered now */
  write(text) {
    try {
      localStorage.setItem(this.#key, text);
      return true;
    } catch {
      return false;
    }
  }

  forget() {
    try {
      localStorage.removeItem(this.#key);
    } catch {
      // What may not be touched was never written.
    }
  }

  /** Calls back when another window of this site has made the device forget. @param {() => void} then */
  onForgotten(then) {
    addEventListener("storage", ({ key, newValue }) => {
      if (newValue === null && (key === this.#key || key === null)) then();
    });
  }
}
