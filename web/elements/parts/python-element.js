// @ts-check
/**
 * What every element that asks Python has in common: it starts Python, shows how far it has come, and says what failed.
 * The markup is `python_status_html` of `web/elements/parts/python_status.py`.
 */

import { become, fail, STATE } from "./element-state.js";
import { morph } from "./morph.js";
import { Python } from "../../../runtime/client/python.js";

/** @import { FailureCode, Fault, Lost, Refusal } from "../../../runtime/client/bridge.js" */

const LATE = 1500; // milliseconds for which an old phone answers, if all that it needs is there

export class PythonElement extends HTMLElement {
  python = new Python();
  /** @type {Map<string, string>} */ #shown = new Map();
  /** How often Python has been started: what was asked of another waits no more. */
  #starts = 0;

  connectedCallback() {
    this.find(".failure button").addEventListener("click", () => this.#tryAgain());
    this.python.addEventListener("progress", (event) => this.#showProgress(/** @type {CustomEvent} */ (event).detail));
    this.python.addEventListener("ready", () => become(this, "ready"));
    this.python.addEventListener("fallback", () => this.#startAgain());
    this.python.addEventListener("failure", (event) => this.fail(/** @type {CustomEvent} */ (event).detail));
    this.#start();
  }

  /** Python is on its way, for the first time or again after a failure: what was asked before must be asked anew. */
  started() {}

  /**
   * Wait for a reply. Where it needs a part of Python that has yet to come, Python is on its way again, and that is shown.
   * @template T
   * @param {Promise<T>} reply
   * @returns {Promise<T>}
   */
  async awaited(reply) {
    let late = false;
    const starts = this.#starts;
    const due = setTimeout(() => {
      if (this.getAttribute(STATE) !== "ready" || starts !== this.#starts) return;
      late = true;
      become(this, "loading");
      this.find("progress").removeAttribute("value");
      this.find(".loading-bytes").textContent = "";
    }, LATE);
    try {
      return await reply;
    } finally {
      clearTimeout(due);
      if (late && this.getAttribute(STATE) === "loading") become(this, "ready");
    }
  }

  /** The sentence for a reply that is not there. @param {FailureCode} code */
  failureSentence(code) {
    return this.find(`[data-failure="${code}"]`).textContent ?? "";
  }

  /** @param {string} selector @returns {HTMLElement} an element inside this one, which is in the markup */
  find(selector) {
    return /** @type {HTMLElement} */ (this.querySelector(selector));
  }

  /**
   * What is wrong, as the bridge tells it, also where a part of Python could not be fetched.
   * @param {Refusal | Lost} outcome
   * @param {string} field where that is told
   * @returns {Fault[]}
   */
  faultsOf(outcome, field) {
    if ("errors" in outcome) return outcome.errors;
    return [{ field, code: outcome.failed, message: this.failureSentence(outcome.failed), offers: [] }];
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

  /** What stands in an element now has not been shown by this. @param {string} selector */
  forget(selector) {
    this.#shown.delete(selector);
  }

  #start() {
    become(this, "loading"); // before anything, since a worker that is there already may say at once that it fails
    this.python.start();
    this.started();
  }

  /** The button that was pressed goes; whoever uses keys is led to what takes its place. */
  async #tryAgain() {
    this.#starts += 1;
    become(this, "loading");
    const loading = this.find(".loading");
    loading.tabIndex = -1;
    loading.focus();
    await this.python.restart();
    this.started();
  }

  #startAgain() {
    become(this, "loading");
    this.started();
  }

  /** @param {{loaded: number, total: number, travels?: number}} bytes */
  #showProgress({ loaded, total, travels = total }) {
    const bar = /** @type {HTMLProgressElement} */ (this.find("progress"));
    bar.max = total;
    bar.value = loaded;
    const megabytes = (/** @type {number} */ count) => (count / 1e6).toFixed(1);
    this.find(".loading-bytes").textContent = `${megabytes((loaded / total) * travels)} / ${megabytes(travels)} MB`;
  }

  /** What the visitor waits for cannot come, unless it is tried again. @param {FailureCode} code */
  fail(code) {
    const waits = document.activeElement === this.find(".loading");
    fail(this, code);
    if (waits) this.find(".failure button").focus();
  }
}
