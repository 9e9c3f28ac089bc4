// @ts-check
/**
 * `<roster-calculator>`: carries a table to Python, keeps it working step by step, and shows what comes back. The table
 * is read here and stays here: nothing of it is stored or sent anywhere but to the worker.
 */

import { defineElement } from "../parts/define-element.js";
import { FormElement } from "../parts/form-element.js";
import { showMarkup } from "../parts/markup.js";
import { Newest } from "../parts/newest.js";
import { record } from "../parts/record.js";
import { canSave, saveFile } from "../parts/save-file.js";

/** @import { Request, ResultReply } from "../../../runtime/client/bridge.js" */

class RosterCalculator extends FormElement {
  /** The table being worked on, or that is waiting for Python. @type {Blob | undefined} */
  #table;
  /** Of what was begun: what was cancelled or overtaken ends without a trace. */
  #newest = new Newest();
  #group = "";
  /** The fields that the result was worked with, as JSON. */
  #heeded = "";

  connectedCallback() {
    this.#file.addEventListener("change", () => this.#file.files?.[0] && this.#take(this.#file.files[0]));
    this.#paste.addEventListener("input", () => this.#changed());
    this.addEventListener("dragover", (event) => event.preventDefault());
    this.addEventListener("drop", (event) => this.#drop(event));
    this.addEventListener("click", (event) => this.#press(/** @type {Element} */ (event.target).closest("button")));
    this.addEventListener("change", (event) => {
      const { id, dataset } = /** @type {HTMLElement} */ (event.target);
      const setting = this.#settings.some((name) => id === `roster-${name}`);
      // Leaving a field also tells of a change that has been heeded already, when its form was sent.
      const changed = setting && !this.#result.hidden && this.#heeded !== JSON.stringify(this.#fields);
      if (dataset.column || changed) this.#correct(dataset.column ?? "");
    });
    this.python.addEventListener("ready", () => this.python.ask({ do: "roster/prepare" }));
    super.connectedCallback();
  }

  /** @override */
  sent() {
    this.#take(this.#pasted.size ? this.#pasted : (this.#file.files?.[0] ?? this.#pasted));
  }

  /** @override Python has forgotten everything: what was being worked on is begun anew. */
  started() {
    if (this.#table) this.#open(this.#table);
  }

  /** @param {DragEvent} event */
  #drop(event) {
    const file = event.dataTransfer?.files[0];
    if (!file) return; // text goes where it was dropped
    event.preventDefault();
    this.#take(file);
  }

  /** @param {HTMLButtonElement | null} button */
  #press(button) {
    const { group, page, save } = button?.dataset ?? {};
    if (button === null) return;
    if (group !== undefined) this.#show(group, 0, button);
    else if (page !== undefined) this.#show(this.#group, Number(page));
    else if (save !== undefined) this.#work({ do: "roster/save", kind: save });
    else if ("sheet" in button.dataset) this.#print();
    else if ("example" in button.dataset) this.#tryExample();
    else if ("cancel" in button.dataset) this.#cancel();
  }

  /** What was computed from one list, and its files, must not stand under another one. */
  #changed() {
    if (this.#result.hidden) return;
    this.#table = undefined;
    this.#result.hidden = true;
    this.announce("");
  }

  /** @param {Blob} table */
  #take(table) {
    this.#table = table;
    this.#open(table);
  }

  /** @param {Blob} table */
  async #open(table) {
    this.#result.hidden = true;
    const size = table.size;
    const base64 = size > Number(this.dataset.mostBytes) ? "" : await asBase64(table);
    if (await this.#work({ do: "roster/open", base64, size, fields: this.#fields })) this.find("#roster-title").focus();
    else if (this.#result.hidden) this.#table = undefined;
  }

  /** @param {string} column the field whose column was changed, "" for another change */
  async #correct(column) {
    const columns = record(this.#selects.map(({ dataset, value }) => [dataset.column ?? "", value]));
    await this.#work({ do: "roster/change", columns, fields: this.#fields });
    if (!column) return;
    this.find(".roster-columns").setAttribute("open", "");
    this.find(`#roster-column-${column}`).focus();
  }

  /**
   * Ask for something that takes many steps, and have them done, showing how far it has come.
   * @param {Request<"roster/open"> | Request<"roster/change"> | Request<"roster/save">} request
   * @returns {Promise<boolean>} whether it came to its end
   */
  async #work(request) {
    const isNewest = this.#newest.begin();
    this.#showProgress({ share: 0, spoken: "" });
    this.showFaults([]);
    this.#heeded = JSON.stringify(this.#fields);
    const kind = request.do === "roster/save" ? request.kind : undefined;
    const begun = await this.python.ask(request);
    if (!isNewest()) return false;
    const outcome = begun.ok ? await this.#finished(kind, isNewest) : begun;
    if (!isNewest()) return false;
    this.find(".roster-progress").hidden = true;
    if (!outcome.ok) this.showFaults(this.faultsOf(outcome, "file"));
    else if (outcome.file) saveFile(outcome.file);
    else if (outcome.html !== undefined) this.#showResult(outcome);
    return outcome.ok;
  }

  /**
   * What comes at the end of many steps.
   * @param {string | undefined} kind of the file that is being written, if it is one
   * @param {() => boolean} isNewest once it is not, there are no more
   */
  async #finished(kind, isNewest) {
    for (;;) {
      const outcome = await this.python.ask({ do: "roster/work", kind });
      if (!isNewest() || !outcome.ok) return outcome;
      this.#showProgress(outcome);
      if (outcome.html !== undefined || outcome.file) return outcome;
    }
  }

  /** @param {{share?: number, spoken?: string}} step */
  #showProgress({ share = 0, spoken = "" }) {
    const box = this.find(".roster-progress");
    box.hidden = false;
    if (spoken) this.find("#roster-progress-words").textContent = spoken;
    /** @type {HTMLProgressElement} */ (box.querySelector("progress")).value = share;
  }

  /** @param {ResultReply} result */
  #showResult({ html, spoken }) {
    this.#group = "";
    this.#sheet.textContent = "";
    showMarkup(this.#result, html);
    this.#result.hidden = false;
    this.find(".roster-cannot-save").hidden = canSave;
    for (const button of this.#result.querySelectorAll("[data-save], [data-sheet]")) {
      /** @type {HTMLElement} */ (button).hidden = !canSave;
    }
    this.announce(spoken);
  }

  /** @param {string} group @param {number} page @param {HTMLElement} [pressed] the filter that was pressed */
  async #show(group, page, pressed) {
    const reply = await this.python.ask({ do: "roster/show", group, page });
    if (!reply.ok) return this.showFaults(this.faultsOf(reply, "file"));
    this.#group = group;
    this.#sheet.textContent = "";
    showMarkup(this.find(".roster-list"), reply.html);
    for (const filter of this.querySelectorAll(".roster-groups button")) {
      filter.setAttribute("aria-pressed", String(/** @type {HTMLElement} */ (filter).dataset.group === group));
    }
    const title = this.find(".roster-list-title");
    if (pressed) this.announce(title.textContent ?? "");
    else title.focus();
  }

  async #print() {
    const reply = await this.python.ask({ do: "roster/sheet", group: this.#group });
    if (!reply.ok) return this.showFaults(this.faultsOf(reply, "file"));
    showMarkup(this.#sheet, reply.html);
    print();
  }

  async #tryExample() {
    const reply = await this.python.ask({ do: "roster/example", fields: this.#fields });
    if (!reply.ok) return this.showFaults(this.faultsOf(reply, "file"));
    this.#paste.value = reply.text;
    this.#take(this.#pasted);
  }

  async #cancel() {
    this.#newest.begin();
    this.find(".roster-progress").hidden = true;
    this.#file.value = "";
    if (this.#result.hidden) this.#table = undefined;
    this.#file.focus();
    await this.python.ask({ do: "roster/cancel" });
  }

  /** @override */
  get controls() {
    return new Map(["file", "paste", ...this.#settings].map((name) => [name, this.find(`#roster-${name}`)]));
  }

  /** The names of the fields for what holds for the whole roster. */
  get #settings() {
    return (this.dataset.settings ?? "").split(" ");
  }

  get #fields() {
    const value = (/** @type {string} */ name) => /** @type {HTMLInputElement} */ (this.find(`#roster-${name}`)).value;
    return record(this.#settings.map((name) => [name, value(name)]));
  }

  /** What was pasted, or a table without anything in it. */
  get #pasted() {
    return new Blob([this.#paste.value]);
  }

  get #file() {
    return /** @type {HTMLInputElement} */ (this.find("#roster-file"));
  }

  get #paste() {
    return /** @type {HTMLTextAreaElement} */ (this.find("#roster-paste"));
  }

  get #result() {
    return this.find(".roster-result");
  }

  get #sheet() {
    return this.find(".roster-sheet");
  }

  get #selects() {
    return /** @type {HTMLSelectElement[]} */ (Array.from(this.querySelectorAll("[data-column]")));
  }
}

/** @param {Blob} blob @returns {Promise<string>} "" where it cannot be read, for example because it has been moved */
function asBase64(blob) {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(String(reader.result).replace(/^[^,]*,?/, "")));
    reader.addEventListener("error", () => resolve(""));
    reader.readAsDataURL(blob);
  });
}

defineElement("roster-calculator", RosterCalculator);
