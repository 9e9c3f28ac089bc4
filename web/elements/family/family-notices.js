// @ts-check
/**
 * What the page of the family says and asks: in each part one line for what has happened there, and questions that stand
 * in the page itself. Its sentences are in a `<template>` of the markup.
 */

/** @import { FamilySentence } from "../../../runtime/client/bridge.js" */

/** @typedef {"people" | "result" | "take" | "keep" | "file"} Part a part of the element that says what happened in it */

export class FamilyNotices {
  #element;
  #undo;

  /** @param {HTMLElement} element */
  constructor(element) {
    this.#element = element;
    this.#undo = this.#find(".family-undo");
  }

  /** Say in one part of the page what has happened there, and nothing in the others. @param {Part} part @param {string} sentence */
  say(part, sentence) {
    for (const line of this.#element.querySelectorAll("[data-said]")) {
      line.textContent = line.getAttribute("data-said") === part ? sentence : "";
    }
  }

  /** A sentence of the page, in which a name may stand. @param {FamilySentence} id @param {string} [name] */
  sentence(id, name = "") {
    const words = /** @type {HTMLTemplateElement} */ (this.#find(".family-sentences")).content;
    return (words.querySelector(`[data-sentence="${id}"]`)?.textContent ?? "").replace("{name}", () => name);
  }

  /** Offer the way back, behind what has been said. @param {Part} part */
  offerUndo(part) {
    this.#undo.hidden = false;
    this.#find(`[data-said="${part}"]`).after(this.#undo);
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
    return this.#find(`[data-question="${part}"]`);
  }

  /** @param {string} selector */
  #find(selector) {
    return /** @type {HTMLElement} */ (this.#element.querySelector(selector));
  }
}
