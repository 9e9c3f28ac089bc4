// @ts-check
/**
 * `<family-calculator>`: several people in one form. It carries what was typed to Python and shows what comes back; the
 * markup, with every sentence, is in the page before this runs. Nothing is written anywhere before the visitor says yes.
 */

import { heedClock } from "../parts/device-clock.js";
import { DeviceMemory } from "./device-memory.js";
import { BLANK, Person } from "./family-person.js";
import { showFault, showSummary } from "../parts/form-errors.js";
import { PythonElement } from "../parts/python-element.js";
import { canSave, saveFile } from "../parts/save-file.js";

/** @typedef {import("./family-person.js").Fields} Fields */
/** @typedef {{field: string, message: string}} Fault */
/** @typedef {"people" | "result" | "take" | "keep" | "file"} Part a part of the element that says what happened in it */

/** Bytes; Python refuses a file long before that. */
const FILE_LIMIT = 200_000;

class FamilyCalculator extends PythonElement {
  /** @type {Person[]} */ #people = [];
  #memory = new DeviceMemory("pension-certification-family");
  /** What the device remembers and the page has not shown yet. @type {string | null} */ #unread = null;
  /** Counts questions, so that a slow reply never overwrites a newer one. */
  #asked = 0;
  /** Numbers the fieldsets, whose fields need ids of their own. */
  #made = 1;
  /** Whether the visitor has asked for an answer, so that errors may be shown. */
  #submitted = false;
  /** What the undo button brings back. @type {Fields[]} */ #before = [];
  /** What a file holds, until the visitor has said how to take it. @type {any} */ #offered;

  /** What each button does, by its `data-do`. @type {Record<string, (button: HTMLButtonElement) => unknown>} */
  #acts = {
    add: () => this.#add(),
    remove: (button) => this.#remove(button),
    undo: () => this.#undo(),
    edit: ({ dataset }) => this.#people[Number(dataset.person)].control("last").focus(),
    done: (button) => this.#certifiedToday(button),
    print: () => print(),
    calendar: () => this.#giveFile("family/calendar"),
    export: () => this.#giveFile("family/export"),
    replace: () => this.#take(this.#offered.people),
    together: () => this.#take(this.#offered.together),
    "keep-mine": () => this.#answerQuestion("file"),
    delete: () => this.#question("keep", true),
    "delete-all": () => this.#deleteAll(),
    "delete-nothing": () => this.#answerQuestion("keep"),
  };

  connectedCallback() {
    this.#people = [new Person(this.find(".family-person"), this.#places)];
    this.#unread = this.#memory.read();
    this.#keep.checked = this.#unread !== null;
    this.#form.hidden = this.#unread !== null;
    for (const part of this.querySelectorAll("[data-saving]")) {
      /** @type {HTMLElement} */ (part).hidden = (part.getAttribute("data-saving") === "yes") !== canSave;
    }
    this.#listen();
    heedClock(this);
    super.connectedCallback();
  }

  /** @override */
  started() {
    if (this.#unread !== null) this.#restore(this.#unread);
    else if (this.#submitted || this.#typed.length) this.#ask({ quiet: !this.#submitted });
  }

  #listen() {
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#submitted = true;
      this.#ask({ move: true });
    });
    this.#form.addEventListener("input", () => {
      this.#offerUndo(null);
      this.#ask({ quiet: true });
    });
    this.#form.addEventListener("change", () => this.#ask({ quiet: !this.#submitted }));
    this.addEventListener("click", ({ target }) => {
      const button = /** @type {Element} */ (target).closest("button");
      if (button?.dataset.do) this.#acts[button.dataset.do](button);
    });
    this.#file.addEventListener("click", () => (this.#file.value = ""));
    this.#file.addEventListener("change", () => this.#readFile());
    this.#keep.addEventListener("change", () => this.#remember());
    this.#memory.onForgotten(() => this.#forgotten());
  }

  // Asking and showing ----------------------------------------------------------------------------------------------

  /** Ask Python about everybody. `quiet`: show no errors; `move`: take the focus to what comes. */
  async #ask({ quiet = false, move = false }) {
    const asked = ++this.#asked;
    const reply = await this.python.ask({ do: "family/assess", people: this.#fields });
    if (asked !== this.#asked) return;
    if (reply.failed) return this.fail(reply.failed);
    this.#showErrors(quiet ? [] : reply.errors, move);
    if (!reply.ok) return;
    this.#people.forEach((person, index) => (person.name = reply.names[index]));
    this.show(".family-answer", reply.html);
    this.find(".family-result").hidden = !reply.html;
    const spoken = move ? "" : reply.spoken;
    const status = this.find(".family-spoken");
    if (status.textContent !== spoken) status.textContent = spoken;
    if (this.#keep.checked) this.#write(reply.kept);
    if (move && !reply.errors.length) this.find("#family-title").focus();
  }

  /** @param {Fault[]} errors each with the person's number in the list and the field: `2.last` @param {boolean} move */
  #showErrors(errors, move) {
    this.#people.forEach((person, index) => {
      const own = errors.filter(({ field }) => field.startsWith(`${index}.`));
      person.errors = Object.fromEntries(own.map(({ field, message }) => [field.split(".")[1], message]));
    });
    const faults = errors.map(({ field, message }) => {
      const [index, name] = field.split(".");
      return { control: this.#people[Number(index)].control(name ?? "last"), message };
    });
    showSummary(this.find(".error-summary"), faults, move);
  }

  /** Say in one part of the page what has happened there. @param {Part} part @param {string} sentence */
  #say(part, sentence) {
    for (const line of this.querySelectorAll("[data-said]")) {
      line.textContent = line.getAttribute("data-said") === part ? sentence : "";
    }
  }

  /** A sentence of the page, in which a name may stand. @param {string} id @param {string} [name] */
  #sentence(id, name = "") {
    const words = /** @type {HTMLTemplateElement} */ (this.find(".family-sentences")).content;
    return (words.querySelector(`[data-sentence="${id}"]`)?.textContent ?? "").replace("{name}", () => name);
  }

  // People ----------------------------------------------------------------------------------------------------------

  #add() {
    const most = Number(this.find(".family-people").dataset.most);
    if (this.#people.length >= most) return this.#say("people", this.#sentence("full"));
    this.#offerUndo(null);
    this.#insert(BLANK).control("label").focus();
    this.#ask({ quiet: !this.#submitted });
  }

  /** @param {Fields} fields */
  #insert(fields) {
    const markup = /** @type {HTMLTemplateElement} */ (this.find(".family-one-more")).innerHTML;
    this.find(".family-people").insertAdjacentHTML("beforeend", markup.replaceAll("{n}", String(++this.#made)));
    const person = new Person(/** @type {HTMLElement} */ (this.find(".family-people").lastElementChild), this.#places);
    person.fields = fields;
    this.#people.push(person);
    return person;
  }

  /** @param {HTMLButtonElement} button */
  #remove(button) {
    const before = this.#fields;
    const gone = /** @type {Person} */ (this.#people.find(({ fieldset }) => fieldset.contains(button)));
    const { name } = gone;
    if (this.#people.length === 1) gone.fields = BLANK;
    else {
      gone.fieldset.remove();
      this.#people = this.#people.filter((person) => person !== gone);
    }
    this.#changed("people", this.#sentence("removed", name), before);
  }

  /** @param {HTMLButtonElement} button */
  #certifiedToday({ dataset }) {
    const before = this.#fields;
    const person = this.#people[Number(dataset.person)];
    person.fields = { ...person.fields, last: dataset.last ?? "" };
    this.#changed("result", this.#sentence("done", person.name), before);
  }

  /** Put other people in place of all. @param {Fields[]} people */
  #replaceAll(people) {
    this.find(".family-people").replaceChildren();
    this.#people = [];
    for (const fields of people) this.#insert(fields);
  }

  /** The list is another: answer it, say so, and offer the way back. @param {Part} part @param {string} said @param {Fields[]} before */
  #changed(part, said, before) {
    this.#say(part, said);
    this.#before = before;
    this.#offerUndo(part);
    this.#ask({ quiet: !this.#submitted });
  }

  /** @param {Part | null} part where the button stands, or nowhere */
  #offerUndo(part) {
    const undo = this.find(".family-undo");
    undo.hidden = part === null;
    if (part === null) return;
    this.find(`[data-said="${part}"]`).after(undo);
    undo.focus();
  }

  #undo() {
    this.#offerUndo(null);
    this.#replaceAll(this.#before);
    this.#say("people", this.#sentence("undone"));
    this.#people[0].control("label").focus();
    this.#ask({ quiet: !this.#submitted });
  }

  // Files -----------------------------------------------------------------------------------------------------------

  /** @param {"family/calendar" | "family/export"} what */
  async #giveFile(what) {
    const reply = await this.python.ask({ do: what, people: this.#fields });
    if (reply.failed) return this.#say("take", this.failureSentence(reply.failed));
    this.#submitted ||= !reply.ok;
    this.#showErrors(reply.ok ? [] : reply.errors, true);
    this.#say("take", reply.ok ? reply.said : "");
    if (reply.ok) saveFile(reply.file);
  }

  async #readFile() {
    const file = this.#file.files?.[0];
    if (!file) return;
    this.#answerQuestion("file");
    const text = await file.slice(0, FILE_LIMIT).text();
    const reply = await this.python.ask({ do: "family/import", text, people: this.#fields });
    showFault(this.#file, reply.ok ? "" : this.errorsOf(reply, "file")[0].message);
    if (!reply.ok) return this.#file.focus();
    this.#offered = reply;
    if (!reply.question) return this.#take(reply.people);
    this.find("#family-question-file").textContent = reply.question;
    this.find("[data-do=together]").hidden = reply.together === null;
    this.#question("file", true);
  }

  /** @param {Fields[]} people those of the file, with or without those who were there */
  #take(people) {
    const before = this.#fields;
    this.#question("file", false);
    this.#submitted = true;
    this.#replaceAll(people);
    this.#changed("file", this.#offered.said, before);
  }

  // What the device remembers ---------------------------------------------------------------------------------------

  /** @param {string} text */
  async #restore(text) {
    const reply = await this.python.ask({ do: "family/import", text, people: [] });
    if (this.#unread === null) return; // deleted meanwhile
    this.#unread = null;
    this.#form.hidden = false;
    if (reply.ok) {
      this.#submitted = true;
      this.#replaceAll(reply.people);
      this.#form.before(this.find(".family-result")); // who comes back wants to see the answer, not the form
      this.#ask({});
    } else {
      this.#keep.checked = false; // so that nothing overwrites it unasked
      this.#say("keep", reply.failed ? this.failureSentence(reply.failed) : this.#sentence("unreadable"));
    }
  }

  async #remember() {
    if (!this.#keep.checked) {
      this.#memory.forget();
      return this.#forgotten();
    }
    this.#say("keep", "");
    await this.#ask({ quiet: !this.#submitted });
    if (this.#keep.checked) this.#say("keep", this.#sentence("kept"));
  }

  /** @param {string} text what Python makes of everybody, or nothing where there is nobody */
  #write(text) {
    if (!text) return this.#memory.forget();
    if (this.#memory.write(text)) return;
    this.#keep.checked = this.#memory.read() !== null;
    this.#say("keep", this.#sentence("refused"));
  }

  #forgotten() {
    this.#keep.checked = false;
    this.#say("keep", this.#sentence("forgotten"));
  }

  #deleteAll() {
    this.#memory.forget();
    this.#keep.checked = false;
    this.#unread = null;
    this.#form.hidden = false;
    this.#submitted = false;
    this.#before = [];
    this.#offered = undefined;
    this.#file.value = "";
    this.#offerUndo(null);
    this.#replaceAll([BLANK]);
    this.#answerQuestion("keep");
    this.#say("keep", this.#sentence("deleted"));
    this.#ask({ quiet: true });
  }

  // Questions, asked in the page ------------------------------------------------------------------------------------

  /** @param {Part} part @param {boolean} open */
  #question(part, open) {
    const question = this.find(`[data-question="${part}"]`);
    question.hidden = !open;
    if (open) question.focus();
  }

  /** The question is done with; the focus goes back to where it was asked. @param {"file" | "keep"} part */
  #answerQuestion(part) {
    if (this.find(`[data-question="${part}"]`).hidden) return;
    this.#question(part, false);
    (part === "file" ? this.#file : this.#keep).focus();
  }

  // What is in the markup -------------------------------------------------------------------------------------------

  get #fields() {
    return this.#people.map(({ fields }) => fields);
  }

  get #typed() {
    return this.#fields.filter(({ label, last, region }) => label || last || region);
  }

  get #form() {
    return /** @type {HTMLFormElement} */ (this.find("form"));
  }

  get #keep() {
    return /** @type {HTMLInputElement} */ (this.find("#family-keep"));
  }

  get #file() {
    return /** @type {HTMLInputElement} */ (this.find("#family-file"));
  }

  get #places() {
    return /** @type {HTMLDataListElement} */ (this.find("#family-places"));
  }
}

customElements.define("family-calculator", FamilyCalculator);
