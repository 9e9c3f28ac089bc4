// @ts-check
/**
 * Where the answer stands: at first below the form; once it is asked for, by a link or by the button, first on the page,
 * with the form folded away. Both scripts that give answers use this, and one of them is read by browsers since 2018.
 */

import { setAttribute } from "../parts/answered-by.js";
import { note, noted } from "../parts/history-entry.js";

/** Whether the form is "folded" or "open". */
const FORM = "data-form";
/** On the page, where the answer comes before all but its title. */
const FIRST = "data-answer-first";

/** @param {Element} element @param {boolean} folded */
export function fold(element, folded) {
  show(element, folded);
  if (noted().folded !== folded) note({ folded });
}

/** @param {Element} element @param {boolean} folded */
function show(element, folded) {
  element.setAttribute(FORM, folded ? "folded" : "open");
  setAttribute(document.documentElement, FIRST, folded ? "yes" : undefined);
}

/**
 * Whoever opens a link meets its answer first, also in a tab in which the form stands open; who goes back and forth in the
 * page finds the form as it was there.
 * @param {Element} element @param {boolean} folded
 */
export function foldAtFirst(element, folded) {
  const opened = element.hasAttribute(FORM);
  const before = opened ? noted().folded : undefined;
  if (before !== undefined) return show(element, before);
  fold(element, folded);
  if (opened && folded) scrollTo(0, 0); // no field is in the way of who looks at the page for the first time
}

/** Bring the answer into the first screen, as whoever opens a link to it meets it. @param {Element} element */
export function putAnswerFirst(element) {
  fold(element, true);
  scrollTo(0, 0);
  /** @type {HTMLElement} */ (element.querySelector(".answer-title")).focus({ preventScroll: true });
}

/** Whether an address brings all that an answer needs. @param {Map<string, string>} given its fields */
export function bringsAnswer(given) {
  const way = given.get("way");
  return way === "forgotten" || Boolean(given.get(way === "first" ? "claim" : "last"));
}
