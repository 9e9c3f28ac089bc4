// @ts-check
/**
 * `<message-calculator>`: carries a message to Python, and shows the signs that it has. Nothing that was pasted is
 * stored or sent anywhere but to the worker; no field has a name. The markup, with every sentence, is in the page.
 */

import { defineElement } from "../parts/define-element.js";
import { FormElement } from "../parts/form-element.js";
import { showFault } from "../parts/form-errors.js";
import { Newest } from "../parts/newest.js";
import { copy } from "../take-along/clipboard.js";

/** @import { MessageSentence } from "../../../runtime/client/bridge.js" */

class MessageCalculator extends FormElement {
  #newest = new Newest();
  /** Whether the visitor has asked, so that what is asked before Python is there is asked again once it is. */
  #sent = false;
  /** What the button that copies gives. */
  #toCopy = "";

  /** What each button does, by its `data-do`. @type {Record<string, (button: HTMLButtonElement) => unknown>} */
  #acts = {
    paste: () => this.#pasteIn(),
    sample: ({ dataset }) => this.#take(dataset.text ?? ""),
    clear: () => this.#clear(),
    print: () => print(),
    copy: () => this.#copyOut(),
  };

  connectedCallback() {
    for (const field of [this.#text, this.#sender]) field.addEventListener("input", () => this.#changed());
    this.addEventListener("click", ({ target }) => {
      const button = /** @type {Element} */ (target).closest("button");
      if (button?.dataset.do) this.#acts[button.dataset.do](button);
    });
    this.find("[data-do=paste]").hidden = !navigator.clipboard?.readText;
    this.#showClear();
    super.connectedCallback();
  }

  /** @override */
  sent() {
    this.#check();
  }

  /** @override */
  started() {
    if (this.#sent) this.#check();
  }

  /** @returns {Promise<void>} */
  async #check() {
    this.#sent = true;
    this.announce(""); // so that what comes is heard again
    const isNewest = this.#newest.begin();
    const { value: text } = this.#text;
    const { value: sender } = this.#sender;
    const outcome = await this.awaited(this.python.ask({ do: "message", text, sender }));
    if (!isNewest()) return;
    if (outcome.failed) return this.fail(outcome.failed);
    if (text !== this.#text.value || sender !== this.#sender.value) return this.#check();
    showFault(this.#text, outcome.ok ? undefined : this.faultsOf(outcome, "text")[0]);
    this.show(".message-result", outcome.ok ? outcome.html : "");
    this.find(".message-result").hidden = !outcome.ok;
    this.find(".message-take-along").hidden = !outcome.ok;
    this.#say("");
    this.#toCopy = outcome.ok ? outcome.copy : "";
    if (!outcome.ok) return this.#text.focus();
    this.announce(outcome.spoken);
    this.find("#message-title").focus({ preventScroll: true });
    this.find(".message-result").scrollIntoView();
  }

  /** @param {string} text */
  #take(text) {
    this.#text.value = text;
    this.#showClear();
    this.#check();
  }

  async #pasteIn() {
    try {
      this.#take(await navigator.clipboard.readText());
    } catch {
      this.announce("");
      showFault(this.#text, { message: this.#sentence("refused") });
      this.#text.focus();
    }
  }

  #clear() {
    this.#sent = false;
    this.#newest.begin();
    this.#text.value = "";
    this.#sender.value = "";
    showFault(this.#text);
    this.#takeAway();
    this.#showClear();
    this.announce(this.#sentence("cleared"));
    this.#text.focus();
  }

  /** What was said of a message must not stand under another one. */
  #changed() {
    this.#showClear();
    if (this.find(".message-result").hidden) return;
    this.#takeAway();
    this.announce("");
  }

  #takeAway() {
    this.show(".message-result", "");
    this.find(".message-result").hidden = true;
    this.find(".message-take-along").hidden = true;
  }

  #showClear() {
    this.find("[data-do=clear]").hidden = !this.#text.value;
  }

  async #copyOut() {
    const copied = await copy(Promise.resolve(this.#toCopy));
    const area = /** @type {HTMLTextAreaElement} */ (this.find(".message-copy"));
    area.hidden = copied;
    area.value = copied ? "" : this.#toCopy;
    this.#say(copied ? "copied" : "not-copied");
  }

  /** @param {MessageSentence | ""} id of a sentence, or nothing */
  #say(id) {
    this.find(".message-said").textContent = id && this.#sentence(id);
  }

  /** @param {MessageSentence} id */
  #sentence(id) {
    return this.sentence(id);
  }

  get #text() {
    return /** @type {HTMLTextAreaElement} */ (this.find("#message-text"));
  }

  get #sender() {
    return /** @type {HTMLInputElement} */ (this.find("#message-sender"));
  }
}

defineElement("message-calculator", MessageCalculator);
