// @ts-check
/**
 * What the page of the family says and asks: in each part one line for what has happened there, and questions that stand
 * in the page itself.
 */

/** @import { FamilySentence } from "../../../runtime/client/bridge.js" */

/** @typedef {"people" | "result" | "take" | "keep" | "file"} Part a part of the element that says what happened in it */

export class FamilyNotices {
  #element;
  #undo;

  /** @param {import("../parts/form-element.js").FormElement} element */
  constructor(element) {
    this.#element = element;
    this.#undo = element.find(".family-undo");
  }

  /** Say in one part of the page what has happened there, and nothing in the others. @param {Part} part @param {string} sentence */
  say(part, sentence) {
    for (const line of this.#element.querySelectorAll("[data-said]")) {
      line.textContent = line.getAttribute("data-said") === part ? sentence : "";
    }
  }

  /** A sentence of the page, in which a name may stand. @param {FamilySentence} id @param {string} [name] */
  sentence(id, name = "") {
    return this.#element.sentence(id, name);
  }

  /** Offer the way back, behind what has been said. @param {Part} part */
  offerUndo(part) {
    this.#undo.hidden = false;
    this.#element.find(`[data-said="${part}"]`).after(this.#undo);
    this.#undo.focus();
  }

  withdrawUndo() {
    this.#undo.hidden = true;
  }

  /** @param {"file" | "keep"} part */
  ask(part) {
    this.#question(part).hidden = false;
    this.#question(part).focus();
  }

  /** The question is done with. @param {"file" | "keep"} part @returns {boolean} whether it was asked */
  settle(part) {
    const asked = !this.#question(part).hidden;
    this.#question(part).hidden = true;
    return asked;
  }

  /** @param {"file" | "keep"} part */
  #question(part) {
    return this.#element.find(`[data-question="${part}"]`);
  }
}
