// @ts-check
/**
 * Answers before Python is there, and where it never comes, out of the table that stands before this in the same file
 * (`scripts/pages/instant_script.py`). Once Python has answered, its answer takes the place of this one. Read by browsers
 * since 2018; it waits for no other script.
 */

import { tellClock } from "../instant/clock.js";
import { answersOf, dayFrom, reaches } from "../instant/lookup.js";
import { askerOf } from "../instant/questions.js";
import { adviceOf } from "../instant/ways.js";
import { answeredBy, becomeAnswered } from "../parts/answered-by.js";
import { hasStarted, STATE } from "../parts/element-state.js";
import { showFault, showSummary } from "../parts/form-errors.js";
import { noted } from "../parts/history-entry.js";
import { showMarkup } from "../parts/markup.js";
import { AnswerAddress, givenIn, presetOf } from "./answer-address.js";
import { bringsAnswer, fold, foldAtFirst, putAnswerFirst } from "./answer-place.js";
import { chosenWay, firstField, isOfOtherWay, showWay } from "./ways-in.js";

/** @import { InstantTable } from "../instant/lookup.js" */
/** @import { Question } from "../instant/questions.js" */

/** @type {InstantTable} */
const table = /** @type {any} */ (window).instantTable;
const answer = answersOf(table);
const advice = adviceOf(table);
const question = askerOf(table);

const calculator = document.querySelector("deadline-calculator");
if (calculator) begin(calculator);

/** @param {Element} element */
function begin(element) {
  const form = /** @type {HTMLFormElement} */ (element.querySelector("form"));
  let shown = "";
  /** @type {Question | null} */ let asked = null;
  /** What it is about: some browsers tell of a change once the form has been sent, though nothing has changed since. */
  let about = "";
  /** The place that the address names, which the form cannot show before the element is at work. */
  let place = "";
  /** Whether something has been entered that was left to Python. */
  let left = false;
  const address = new AnswerAddress();

  form.addEventListener("input", (event) => {
    if (/** @type {Element} */ (event.target).id === "province") place = "";
    if (!(/** @type {InputEvent} */ (event).isComposing)) entered(true);
  });
  form.addEventListener("compositionend", () => entered(true));
  form.addEventListener("change", ({ target }) => {
    const changed = /** @type {HTMLInputElement} */ (target);
    if (changed.name === "way") showWay(element, changed.value);
    entered(false);
  });
  form.addEventListener("submit", (event) => {
    const answered = entered(false);
    if (!answered && !ask(true)) return;
    event.preventDefault();
    if (!hasStarted(element)) event.stopImmediatePropagation(); // nothing else need lead the visitor to an answer
    if (answered) putAnswerFirst(element);
  });
  element.addEventListener("click", (event) => {
    const edits = /** @type {Element} */ (event.target).closest("[data-edit], .clock button");
    if (!edits || hasStarted(element)) return;
    fold(element, false);
    const field = edits.hasAttribute("data-edit") ? firstField(element) : control("today");
    const folded = field.closest("details");
    if (folded) folded.setAttribute("open", "");
    field.focus();
  });
  addEventListener("hashchange", () => readAddress(location.hash === ""));
  if (dayFrom(table, "", Date.now()) && !reaches(table, Date.now())) element.setAttribute("data-table", "over");
  readAddress();
  // Python has failed before it could answer that, or is late: an older answer must not stand there as if it were of this
  // form.
  new MutationObserver(() => {
    if (left && element.getAttribute(STATE) !== "ready") look();
  }).observe(element, { attributes: true, attributeFilter: [STATE] });

  function readAddress(/** @type {boolean} */ afresh = false) {
    const { fields: given, whole } = address.read(["way"].concat(table.fields));
    foldAtFirst(element, whole && bringsAnswer(given)); // what was not understood is told in the form
    if (noted().typed || (!given.size && !afresh)) return look(); // what was typed before this was there
    if (!given.size) fold(element, false);
    showWay(element, given.get("way"));
    for (const name of table.fields) {
      const preset = presetOf(control(name));
      if (!given.has(name) && isOfOtherWay(control(name))) continue; // typed for another way
      if (name === "region") place = (given.get(name) || "").replace(/\s/g, "");
      else control(name).value = given.get(name) || preset;
      if (!control(name).value) control(name).value = preset; // what the address has is none of those that can be chosen
    }
    if (!look()) ask(false);
  }

  /**
   * Answer what has been entered. Where nothing else heeds the form, whoever loads the page again, or hands it on, has the
   * same.
   * @param {boolean} typing
   */
  function entered(typing) {
    const answered = look();
    if (answered && !hasStarted(element)) address.keep(givenIn(element, table.fields, fields()), typing);
    return answered;
  }

  /** Answer the form as it stands, while Python cannot; says whether there is an answer. */
  function look() {
    left = element.getAttribute(STATE) === "ready";
    if (left) return false;
    tellClock(element, Date.now());
    const way = chosenWay(element).value;
    const found = way === "last" ? answer(fields(), Date.now()) : advice(way, fields(), Date.now());
    show(found);
    if (asked && about !== typedDays()) showQuestion((asked = null), false);
    return Boolean(found);
  }

  /** Ask what is meant by a day that leaves something open, while Python cannot; says whether there is a question. */
  function ask(/** @type {boolean} */ move) {
    if (element.getAttribute(STATE) === "ready" || chosenWay(element).value !== "last") return false;
    const { last, today } = fields();
    const from = dayFrom(table, today, Date.now());
    asked = from ? question(last, from) : null;
    about = typedDays();
    if (!asked) return false;
    fold(element, false);
    showQuestion(asked, move);
    return true;
  }

  /** @param {Question | null} told nothing takes it away @param {boolean} move whether it takes the focus */
  function showQuestion(told, move) {
    const summary = /** @type {HTMLElement} */ (element.querySelector(".error-summary"));
    showFault(control("last"), told || undefined);
    showSummary(summary, told ? [{ control: control("last"), fault: told }] : [], move);
  }

  /** @param {{html: string, spoken: string} | null} found nothing takes an answer away */
  function show(found) {
    const section = /** @type {Element} */ (element.querySelector(".answer"));
    const status = /** @type {Element} */ (element.querySelector(".visually-hidden[role=status]"));
    if (!found) {
      status.textContent = "";
      return becomeAnswered(element, "", ".answer");
    }
    const { html, spoken } = found;
    if (answeredBy(element) !== "instant" || shown !== html) showMarkup(section, html);
    if (status.textContent !== spoken) status.textContent = spoken;
    shown = html;
    becomeAnswered(element, "instant", ".answer");
  }

  function typedDays() {
    return `${control("last").value}\n${control("today").value}`;
  }

  function fields() {
    /** @type {Record<string, string>} */
    const typed = {};
    for (const name of table.fields) typed[name] = control(name).value;
    typed.region = typed.region || place || control("province").value;
    if (chosenWay(element).value === "last") typed.claim = ""; // of another way, out of sight
    return typed;
  }

  /** @param {string} name @returns {HTMLInputElement} */
  function control(name) {
    return /** @type {HTMLInputElement} */ (form.querySelector(`#${name}`));
  }
}
