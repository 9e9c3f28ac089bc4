// @ts-check
/**
 * `<deadline-calculator>`: brings the form inside it to life. It knows no dates and no rules: it carries what was
 * typed to Python and shows what comes back. The markup, with every sentence, is in the page before this runs; it also
 * says which fields there are and, at each of the ways into the calculator, what that asks for (`form.py` beside this).
 */

import { AnswerAddress, givenIn, presetOf } from "./answer-address.js";
import { bringsAnswer, fold, foldAtFirst, putAnswerFirst } from "./answer-place.js";
import { answeredBy, becomeAnswered } from "../parts/answered-by.js";
import { defineElement } from "../parts/define-element.js";
import { BEFORE_NEW_VERSION, STATE } from "../parts/element-state.js";
import { asksWhere, toBeTold } from "../parts/form-errors.js";
import { LiveForm } from "../parts/live-form.js";
import { PlaceChooser } from "../parts/place-chooser.js";
import { record } from "../parts/record.js";
import { readAloud } from "../take-along/read-aloud.js";
import { takeAlong } from "../take-along/take-along.js";
import { chosenWay, firstField, isOfOtherWay, showWay } from "./ways-in.js";

/** @typedef {"assess" | "first" | "forgotten"} Do */

/** @extends {LiveForm<Do>} */
class DeadlineCalculator extends LiveForm {
  /** @type {PlaceChooser} */ #place = /** @type {any} */ (undefined);
  #address = new AnswerAddress();

  connectedCallback() {
    const [province, region, find, ...levels] = ["province", "region", "find", "city", "county"].map(
      (name) => /** @type {any} */ (this.#input(name)),
    );
    const list = /** @type {any} */ (this.find("#places"));
    this.#place = new PlaceChooser({ province, region, find, levels }, list, this.find(".levels-note"));
    this.find(".ways").addEventListener("change", () => this.#turnTo(this.#way));
    this.addEventListener("click", ({ target }) => {
      const pressed = /** @type {Element} */ (target);
      const button = pressed.closest("[data-edit]");
      if (button) this.#edit(button.getAttribute("data-edit") ?? "");
      if (pressed.closest("a")) this.#address.write(); // to which the back button returns
    });
    this.form.addEventListener("input", (event) => {
      if (!(/** @type {InputEvent} */ (event).isComposing)) this.#keepInstant(true);
    });
    this.form.addEventListener("change", () => this.#keepInstant(true));
    readAloud(this.find(".answer"));
    takeAlong(this, () => this.#address.answered);
    addEventListener("hashchange", () => this.#readAddress(location.hash === ""));
    addEventListener(BEFORE_NEW_VERSION, () => this.#address.write());

    this.find(".clock button").addEventListener("click", () => fold(this, false));

    super.connectedCallback();
    this.#readAddress();
  }

  /** @override */
  started() {
    const { value } = this.#place;
    this.#place.value = value; // what was asked of it is asked anew
    if (this.submitted || this.firstControl.value || value) this.ask();
  }

  /**
   * @override Where the form has just been answered out of the table, the visitor has it before their eyes. Once Python
   * is there the table is asked no more, though its last answer stands until Python's comes.
   */
  sent() {
    if (answeredBy(this) !== "instant" || this.getAttribute(STATE) === "ready") return super.sent();
    this.submitted = true;
    this.#keepInstant(false);
    this.ask();
  }

  /** @override */
  request() {
    const fields = record(this.#fields.map((name) => [name, this.#input(name).value]));
    return { do: /** @type {Do} */ (this.#way.dataset.do), fields };
  }

  /** @override @type {LiveForm<Do>["answered"]} */
  answered(outcome, { fields }, { quiet, move }) {
    if (outcome.ok || !quiet) this.#keepAddress(fields, quiet);
    const faults = outcome.ok ? [] : toBeTold(outcome.errors, quiet);
    this.showFaults(faults, move, quiet);
    if (!outcome.ok) fold(this, false);
    if (answeredBy(this) !== "full") this.forget(".answer");
    this.show(".answer", outcome.ok ? outcome.html : "");
    becomeAnswered(this, outcome.ok ? "full" : "", ".answer");
    // What takes the focus is heard by itself: all of what is at fault, but of an answer its title alone.
    const said = outcome.ok ? outcome.spoken : move ? "" : faults.find(asksWhere)?.message;
    this.announce(said ?? "");
    this.#place.settle((request) => this.python.ask(request));
    this.submitted ||= outcome.ok;
    if (outcome.ok && move) putAnswerFirst(this);
  }

  /** @override */
  get controls() {
    // What is wrong with a place is told where one can be typed.
    return new Map(this.#fields.map((name) => [name, this.#input(name === "region" ? "find" : name)]));
  }

  /** @override */
  get firstControl() {
    return firstField(this);
  }

  // The ways into the calculator --------------------------------------------------------------------------------------

  /** Lead to a field, which may be folded away. @param {string} id of the field, or nothing for the first */
  #edit(id) {
    fold(this, false);
    const field = id ? this.find(`#${id}`) : this.firstControl;
    field.closest("details")?.setAttribute("open", "");
    field.focus();
  }

  get #way() {
    return chosenWay(this);
  }

  /** Another way in is another page to the visitor. @param {HTMLInputElement} way */
  #turnTo(way) {
    this.submitted = false;
    fold(this, false);
    showWay(this, way.value);
    this.#address.turnTo(way.defaultChecked ? "#" : `#way=${way.value}`);
    this.ask();
  }

  // The answer in the address -----------------------------------------------------------------------------------------

  /** @param {boolean} [afresh] take nothing for an answer */
  #readAddress(afresh = false) {
    const { fields: answers, whole } = this.#address.read(["way", ...this.#fields]);
    this.find(".link-note").hidden = whole;
    foldAtFirst(this, whole && bringsAnswer(answers));
    if (!afresh && whole && !answers.size) return;
    showWay(this, answers.get("way"));
    for (const name of this.#fields) {
      if (!answers.has(name) && isOfOtherWay(this.#input(name))) continue; // typed for another way
      this.#fill(name, answers.get(name) ?? this.#preset(name));
      if (answers.has(name)) this.#input(name).closest("details")?.setAttribute("open", "");
    }
    if (!this.find(".link-note").hidden) fold(this, false);
    this.submitted = answers.has(this.#way.dataset.begins ?? "");
    this.ask();
  }

  /** @param {string} name @param {string} answer as the address has it, where lines may have been broken */
  #fill(name, answer) {
    const input = this.#input(name);
    if (name === "region") this.#place.value = answer.replace(/\s/g, "");
    else input.value = input instanceof HTMLSelectElement ? answer.replace(/\s/g, "") : answer;
    if (!answer || input.value) return;
    input.value = this.#preset(name); // what the address has is none of those that can be chosen
    this.find(".link-note").hidden = false;
  }

  /**
   * What is answered out of the table is answered: whoever loads the page again, or hands it on, has the same.
   * @param {boolean} typing
   */
  #keepInstant(typing) {
    if (answeredBy(this) !== "instant" || this.getAttribute(STATE) === "ready") return;
    this.#keepAddress(this.request().fields, typing);
  }

  /** @param {Record<string, string>} fields what was asked @param {boolean} typing */
  #keepAddress(fields, typing) {
    this.#address.keep(givenIn(this, this.#fields, fields), typing);
  }

  // What is in the markup ---------------------------------------------------------------------------------------------

  /** The names of the fields, in the order of the form. */
  get #fields() {
    return (this.dataset.fields ?? "").split(" ");
  }

  /** What a field holds before anybody touches it. @param {string} name */
  #preset(name) {
    return presetOf(this.#input(name));
  }

  /** @param {string} name */
  #input(name) {
    return /** @type {HTMLInputElement | HTMLSelectElement} */ (this.find(`#${name}`));
  }
}

defineElement("deadline-calculator", DeadlineCalculator);
