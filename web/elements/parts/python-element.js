// @ts-check
/**
 * What every element that asks Python has in common: it starts Python, shows how far it has come, and says what failed.
 * The markup is `python_status_html` of `web/elements/parts/python_status.py`; `data-state` is "loading", "ready" or "error".
 */

import { morph } from "./morph.js";
import { Python } from "../../../runtime/client/python.js";

export class PythonElement extends HTMLElement {
  python = new Python();
  /** @type {Map<string, string>} */ #shown = new Map();

  connectedCallback() {
    this.find(".failure button").addEventListener("click", () => this.#start());
    this.python.addEventListener("progress", (event) => this.#showProgress(/** @type {CustomEvent} */ (event).detail));
    this.python.addEventListener("ready", () => this.#become("ready"));
    this.python.addEventListener("failure", (event) => this.fail(/** @type {CustomEvent} */ (event).detail));
    this.#start();
  }

  /** Python is on its way, for the first time or again after a failure: what was asked before must be asked anew. */
  started() {}

  /** The sentence for a reply that is not there: `failed` of `Python.ask`. @param {string} code */
  failureSentence(code) {
    return this.find(`[data-failure="${code}"]`).textContent ?? "";
  }

  /** @param {string} selector @returns {HTMLElement} an element inside this one, which is in the markup */
  find(selector) {
    return /** @type {HTMLElement} */ (this.querySelector(selector));
  }

  /**
   * What is wrong, in the form of the bridge's errors, also where a part of Python could not be fetched.
   * @param {{errors: {field: string, message: string}[], failed?: string}} reply
   * @param {string} field where that is told
   */
  errorsOf({ errors, failed }, field) {
    return failed ? [{ field, message: this.failureSentence(failed) }] : errors;
  }

  /**
   * Show markup. What is the same as before stays as it is, with what has been opened in it or is being pressed.
   * @param {string} selector of one element inside this one
   * @param {string} html
   */
  show(selector, html) {
    if (this.#shown.get(selector) === html) return;
    morph(this.find(selector), html);
    this.#shown.set(selector, html);
  }

  #start() {
    this.#become("loading");
    this.python.start();
    this.started();
  }

  /** @param {"loading" | "ready" | "error"} state */
  #become(state) {
    this.dataset.state = state;
    this.find(".failure").hidden = state !== "error";
    this.find(".loading").hidden = state !== "loading";
  }

  /** @param {{loaded: number, total: number}} bytes */
  #showProgress({ loaded, total }) {
    const bar = /** @type {HTMLProgressElement} */ (this.find("progress"));
    bar.max = total;
    bar.value = loaded;
    const megabytes = (/** @type {number} */ count) => (count / 1e6).toFixed(1);
    this.find(".loading-bytes").textContent = `${megabytes(loaded)} / ${megabytes(total)} MB`;
  }

  /** What the visitor waits for cannot come, unless it is tried again. @param {string} code `failed` of `Python.ask` */
  fail(code) {
    this.#become("error");
    for (const sentence of this.querySelectorAll("[data-failure]")) {
      /** @type {HTMLElement} */ (sentence).hidden = sentence.getAttribute("data-failure") !== code;
    }
  }
}
