// @ts-check
/**
 * One text that the device remembers for its owner, under one key. A browser may refuse all of it at any time.
 *
 * What lies on the same host shares what is remembered, also what is none of ours: the key says on which page it was
 * written, so that two guides on one host do not take each other's, and what is read is text that anybody may have put
 * there.
 */

export class DeviceMemory {
  #key;

  /** @param {string} name of what is remembered, on the pages of this folder */
  constructor(name) {
    this.#key = `${name} ${new URL(".", location.href).pathname}`;
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

  /**
   * Calls back when another window of this site has made the device remember something else, or forget it.
   * @param {(text: string | null) => void} then
   */
  onChanged(then) {
    addEventListener("storage", ({ key, newValue }) => {
      if (key === this.#key || key === null) then(newValue); // without a key all that was stored is gone
    });
  }
}
