// @ts-check
/**
 * `<family-calculator>`: several people in one form. It carries what was typed to Python and shows what comes back; the
 * markup, with every sentence, is in the page before this runs. Nothing is written anywhere before the visitor says yes.
 */

import { answeredBy, becomeAnswered } from "../parts/answered-by.js";
import { defineElement } from "../parts/define-element.js";
import { hasStarted } from "../parts/element-state.js";
import { LiveForm } from "../parts/live-form.js";
import { canSave, saveFile } from "../parts/save-file.js";
import { showFault, toBeTold } from "../parts/form-errors.js";
import { tellClock } from "../instant/clock.js";
import { FamilyNotices } from "./family-notices.js";
import { BLANK } from "./family-person.js";
import { familyAnswersOf, familyQuestionsOf } from "./instant-family.js";
import { KeptFamily } from "./kept-family.js";
import { PeopleList } from "./people-list.js";

/** @import { FailureCode, ImportReply, Person as Fields } from "../../../runtime/client/bridge.js" */
/** @import { Part } from "./family-notices.js" */

/** The table of the answers before Python, which comes in a file of its own (`scripts/pages/instant_script.py`). */
const TABLE = /** @type {any} */ (window).instantTable;

/** Where the answer stands, and what is hidden with it. @type {[string, string]} */
const PLACES = [".family-answer", ".family-result"];

/** @extends {LiveForm<"family/assess">} */
class FamilyCalculator extends LiveForm {
  /** @type {PeopleList} */ #people = /** @type {any} */ (undefined);
  /** @type {FamilyNotices} */ #notices = /** @type {any} */ (undefined);
  /** @type {KeptFamily} */ #kept = /** @type {any} */ (undefined);
  /** What the undo button brings back. @type {Fields[]} */ #before = [];
  /** What a file holds, until the visitor has said how to take it. @type {ImportReply | undefined} */ #offered;

  /** What each button does, by its `data-do`. @type {Record<string, (button: HTMLButtonElement) => unknown>} */
  #acts = {
    blank: () => this.#begin(this.#notices.sentence("blank")),
    add: () => this.#add(),
    remove: (button) => this.#remove(button),
    undo: () => this.#undo(),
    edit: ({ dataset }) => this.#people.at(dataset.person).control("last").focus(),
    done: (button) => this.#certifiedToday(button),
    print: () => print(),
    calendar: () => this.#giveFile("family/calendar"),
    export: () => this.#giveFile("family/export"),
    replace: () => this.#take(this.#offered?.people),
    together: () => this.#take(this.#offered?.together),
    "keep-mine": () => this.#settle("file"),
    delete: () => this.#notices.ask("keep"),
    "delete-all": () => this.#deleteAll(),
    "delete-nothing": () => this.#settle("keep"),
  };

  connectedCallback() {
    const places = /** @type {HTMLDataListElement} */ (this.find("#family-places"));
    this.#people = new PeopleList(this.find(".family-people"), places);
    this.#notices = new FamilyNotices(this);
    this.#kept = new KeptFamily(this.dataset.keptAs ?? "", this.#tick, this.#notices);
    this.#showForm(this.#kept.unread === null);
    for (const part of this.querySelectorAll("[data-saving]")) {
      /** @type {HTMLElement} */ (part).hidden = (part.getAttribute("data-saving") === "yes") !== canSave;
    }
    this.form.addEventListener("input", () => this.#notices.withdrawUndo());
    // Where nothing else heeds the form, it leads to the table of dates; who is asked first stays.
    this.addEventListener(
      "submit",
      (event) => {
        if (!hasStarted(this) && this.#askAtOnce(true)) event.preventDefault();
      },
      true,
    );
    this.addEventListener("click", ({ target }) => {
      const button = /** @type {Element} */ (target).closest("button");
      if (button?.dataset.do) this.#acts[button.dataset.do](button);
    });
    this.#file.addEventListener("click", () => (this.#file.value = ""));
    this.#file.addEventListener("change", () => this.#readFile());
    this.#tick.addEventListener("change", () => this.#kept.decide(() => this.ask(), this.dataset.state === "ready"));
    super.connectedCallback();
  }

  /** @override */
  started() {
    if (this.#kept.unread !== null) this.#restore(this.#kept.unread);
    else if (this.submitted || !this.#people.isBlank) this.ask();
  }

  // Before Python -----------------------------------------------------------------------------------------------------

  #answerAtOnce = TABLE ? familyAnswersOf(TABLE) : () => null;
  /** @type {ReturnType<typeof familyQuestionsOf>} */ #questionsAtOnce = TABLE ? familyQuestionsOf(TABLE) : () => [];
  /** Of whom questions are shown that Python has not asked. */ #asked = "";

  /** @override @type {LiveForm<"family/assess">["ask"]} */
  ask(manner) {
    if (this.dataset.state !== "ready") {
      const move = Boolean(manner && manner.move);
      this.#showAtOnce(move);
      this.#askAtOnce(move);
    }
    return super.ask(manner);
  }

  /** What leaves something open is asked about once the form has been sent. @param {boolean} sent @returns {boolean} whether */
  #askAtOnce(sent) {
    const people = this.#people.fields;
    // Some browsers tell of a change once the form has been sent, though nothing has changed since.
    if (!sent && this.#asked === JSON.stringify(people)) return true;
    const faults = sent ? this.#questionsAtOnce(people, Date.now()) : [];
    if (faults.length || this.#asked) this.showFaults(faults);
    this.#asked = faults.length ? JSON.stringify(people) : "";
    return faults.length > 0;
  }

  /** @override An older answer must not stand there as if it were of this form. @param {FailureCode} code */
  fail(code) {
    super.fail(code);
    if (this.waits) this.#showAtOnce(false);
  }

  /** @param {boolean} move whether the answer takes the focus */
  #showAtOnce(move) {
    if (TABLE) tellClock(this, Date.now());
    const found = this.#answerAtOnce(this.#people.fields, Date.now());
    if (!found && answeredBy(this) !== "instant") return;
    this.forget(".family-answer");
    this.show(".family-answer", found ? found.html : "");
    becomeAnswered(this, found ? "instant" : "", ...PLACES);
    if (found) this.announce(found.spoken);
    if (found && move) this.find("#family-title").focus();
  }

  // Asking and showing ------------------------------------------------------------------------------------------------

  /** @override */
  request() {
    return { do: /** @type {const} */ ("family/assess"), people: this.#people.fields };
  }

  /** @override @type {LiveForm<"family/assess">["answered"]} */
  answered(outcome, _, { quiet, move }) {
    this.showFaults(toBeTold(outcome.errors, quiet), move, quiet);
    if (!outcome.ok) return;
    outcome.names.forEach((name, index) => (this.#people.at(index).name = name));
    if (answeredBy(this) !== "full") this.forget(".family-answer");
    this.show(".family-answer", outcome.html);
    becomeAnswered(this, outcome.html ? "full" : "", ...PLACES);
    this.announce(move && outcome.errors.length ? "" : outcome.spoken); // what is at fault is heard where the focus goes
    if (this.#kept.isWanted) this.#kept.write(outcome.kept);
    if (move && !outcome.errors.length) this.find("#family-title").focus();
  }

  /** @override */
  get controls() {
    return this.#people.controls;
  }

  /** @override */
  get firstControl() {
    return this.#people.at(0).control("last");
  }

  // People ------------------------------------------------------------------------------------------------------------

  #add() {
    if (this.#people.isFull) return this.#notices.say("people", this.#notices.sentence("full"));
    this.#notices.withdrawUndo();
    this.#people.add(BLANK).control("label").focus();
    this.ask();
  }

  /** @param {HTMLButtonElement} button */
  #remove(button) {
    const before = this.#people.fields;
    this.#changed("people", this.#notices.sentence("removed", this.#people.remove(button)), before);
  }

  /** @param {HTMLButtonElement} button */
  #certifiedToday({ dataset }) {
    const before = this.#people.fields;
    const person = this.#people.at(dataset.person);
    person.fields = { ...person.fields, last: dataset.last ?? "" };
    this.#changed("result", this.#notices.sentence("done", person.name), before);
  }

  /** The list is another: answer it, say so, and offer the way back. @param {Part} part @param {string} said @param {Fields[]} before */
  #changed(part, said, before) {
    this.#notices.say(part, said);
    this.#before = before;
    this.#notices.offerUndo(part);
    this.ask();
  }

  #undo() {
    this.#notices.withdrawUndo();
    this.#people.replace(this.#before);
    this.#notices.say("people", this.#notices.sentence("undone"));
    this.#people.at(0).control("label").focus();
    this.ask();
  }

  // Files -------------------------------------------------------------------------------------------------------------

  /** @param {"family/calendar" | "family/export"} what */
  async #giveFile(what) {
    const outcome = await this.python.ask({ do: what, people: this.#people.fields });
    if (outcome.failed) return this.#notices.say("take", this.failureSentence(outcome.failed));
    this.submitted ||= !outcome.ok;
    this.showFaults(outcome.ok ? [] : outcome.errors);
    this.#notices.say("take", outcome.ok ? outcome.said : "");
    if (outcome.ok) saveFile(outcome.file);
  }

  async #readFile() {
    const file = this.#file.files?.[0];
    if (!file) return;
    this.#settle("file");
    const text = await file.slice(0, Number(this.dataset.mostBytes)).text();
    const outcome = await this.python.ask({ do: "family/import", text, people: this.#people.fields });
    showFault(this.#file, outcome.ok ? undefined : this.faultsOf(outcome, "file")[0]);
    if (!outcome.ok) return this.#file.focus();
    this.#offered = outcome;
    if (!outcome.question) return this.#take(outcome.people);
    this.find("#family-question-file").textContent = outcome.question;
    this.find("[data-do=together]").hidden = outcome.together === null;
    this.#notices.ask("file");
  }

  /** @param {Fields[] | null} [people] those of the file, with or without those who were there */
  #take(people) {
    const before = this.#people.fields;
    this.#notices.settle("file");
    this.submitted = true;
    this.#people.replace(people ?? []);
    this.#changed("file", this.#offered?.said ?? "", before);
  }

  // What the device remembers -----------------------------------------------------------------------------------------

  /** @param {string} text */
  async #restore(text) {
    const outcome = await this.python.ask({ do: "family/import", text, people: [] });
    if (this.#kept.unread === null) return; // deleted meanwhile, or left alone
    this.#kept.unread = null;
    this.#showForm(true);
    if (outcome.ok) {
      this.submitted = true;
      this.#people.replace(outcome.people);
      this.form.before(this.find(".family-result")); // who comes back wants to see the answer, not the form
      this.ask();
    } else {
      const { failed } = outcome;
      this.#kept.leave(failed ? this.failureSentence(failed) : this.#notices.sentence("unreadable"));
    }
  }

  /** Whoever waits for what is remembered can have a blank form at once. @param {boolean} shown */
  #showForm(shown) {
    this.form.hidden = !shown;
    this.find(".family-blank").hidden = shown;
  }

  /** A blank form, whatever is remembered: that stays as it is. @param {string} sentence that says so */
  #begin(sentence) {
    this.#kept.leave(sentence);
    this.#showForm(true);
    this.#people.at(0).control("label").focus();
  }

  #deleteAll() {
    this.#kept.forget();
    this.#showForm(true);
    this.submitted = false;
    this.#before = [];
    this.#offered = undefined;
    this.#file.value = "";
    this.#notices.withdrawUndo();
    this.#people.replace([BLANK]);
    this.#settle("keep");
    this.#notices.say("keep", this.#notices.sentence("deleted"));
    this.ask();
  }

  /** A question is done with; the focus goes back to where it was asked. @param {"file" | "keep"} part */
  #settle(part) {
    if (this.#notices.settle(part)) (part === "file" ? this.#file : this.#tick).focus();
  }

  // What is in the markup ---------------------------------------------------------------------------------------------

  get #tick() {
    return /** @type {HTMLInputElement} */ (this.find("#family-keep"));
  }

  get #file() {
    return /** @type {HTMLInputElement} */ (this.find("#family-file"));
  }
}

defineElement("family-calculator", FamilyCalculator);
