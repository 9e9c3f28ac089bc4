// @ts-check
/**
 * Where the answer stands: at first below the form; once it is asked for, by a link or by the button, first on the page,
 * with the form folded away. Both scripts that give answers use this, and one of them is read by browsers since 2018.
 */

/** How the question has been answered: "instant" from the table, "full" by Python, or not at all. */
const ANSWERED = "data-answered";
/** Whether the form is "folded" or "open". */
const FORM = "data-form";
/** On the page, where the answer comes before all but its title. */
const FIRST = "data-answer-first";

/** @param {Element} element @returns {string | null} */
export function answeredBy(element) {
  return element.getAttribute(ANSWERED);
}

/** @param {Element} element @param {"instant" | "full" | ""} how nothing hides the answer */
export function becomeAnswered(element, how) {
  const place = /** @type {HTMLElement} */ (element.querySelector(".answer"));
  place.hidden = !how;
  set(element, ANSWERED, how);
  set(place, "data-answer", how);
}

/** @param {Element} element @param {boolean} folded */
export function fold(element, folded) {
  set(element, FORM, folded ? "folded" : "open");
  set(document.documentElement, FIRST, folded ? "yes" : "");
}

/** The address says nothing of an answer: the form stays as it is, at first open. @param {Element} element */
export function begun(element) {
  if (!element.hasAttribute(FORM)) fold(element, false);
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

/** @param {Element} element @param {string} name @param {string} value nothing takes it away */
function set(element, name, value) {
  if (value) element.setAttribute(name, value);
  else element.removeAttribute(name);
}
