// @ts-check
/**
 * What those elements have in common that answer while their form is being filled in: they ask at every change, show what
 * is wrong once the visitor has asked for an answer, and take the focus to it when asked by a button.
 */

import { FormElement } from "./form-element.js";
import { Newest } from "./newest.js";

/** @import { Actions, Lost, Outcome, Request } from "../../../runtime/client/bridge.js" */

/**
 * How an answer is to be shown. `quiet`: without errors; `move`: with the focus on what comes.
 * @typedef {{quiet: boolean, move: boolean}} Manner
 */

/** @template {keyof Actions} Do what is asked */
export class LiveForm extends FormElement {
  #newest = new Newest();
  /** Whether the visitor has asked for an answer or has had one, so that errors may be shown. */
  submitted = false;
  /** Whether the form was sent, and its answer has not come yet. */
  #moving = false;
  /** Whether something has been asked that Python has not answered. */
  waits = false;

  connectedCallback() {
    // What an input method is putting together is not typed yet: it would be answered as if it were, 2026-3 as March.
    this.form.addEventListener("input", (event) => {
      if (!(/** @type {InputEvent} */ (event).isComposing)) this.ask({ quiet: true });
    });
    this.form.addEventListener("compositionend", () => this.ask({ quiet: true }));
    this.form.addEventListener("change", () => this.ask());
    super.connectedCallback();
  }

  /** @override */
  sent() {
    this.submitted = true;
    this.ask({ move: true });
  }

  /** Ask Python about the form as it stands. @param {Partial<Manner>} [manner] */
  async ask({ quiet = !this.submitted, move = false } = {}) {
    const isNewest = this.#newest.begin();
    // Some browsers tell of a change after the form has been sent: the answer still moves to who has sent it.
    this.#moving = !quiet && (move || this.#moving);
    this.waits = true;
    const request = this.request();
    const outcome = await this.awaited(this.python.ask(request, this));
    if (!isNewest()) return;
    const moves = this.#moving;
    this.#moving = false;
    if (outcome.failed) return this.fail(outcome.failed);
    this.waits = false;
    this.answered(/** @type {Exclude<Outcome<Do>, Lost>} */ (outcome), request, { quiet, move: moves });
  }

  /** What the form asks as it stands. @abstract @returns {Request<Do>} */
  request() {
    throw new Error("an element says what its form asks");
  }

  /**
   * Show what came of it.
   * @abstract
   * @type {(outcome: Exclude<Outcome<Do>, Lost>, request: Request<Do>, manner: Manner) => void}
   */
  answered() {
    throw new Error("an element shows its answer");
  }
}
