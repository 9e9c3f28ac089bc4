// @ts-check
/** By what a question has been answered. It stands on the element for the styles, and is read by browsers since 2018. */

/** "instant" from the table, "full" by Python, or not at all. */
const ANSWERED = "data-answered";

/** @param {Element} element @returns {string | null} */
export function answeredBy(element) {
  return element.getAttribute(ANSWERED);
}

/**
 * @param {Element} element
 * @param {"instant" | "full" | ""} how nothing hides the answer
 * @param {string} answer where it stands
 * @param {string} [result] what is hidden with it, if that is more
 */
export function becomeAnswered(element, how, answer, result = answer) {
  setAttribute(/** @type {Element} */ (element.querySelector(result)), "hidden", how ? undefined : "");
  setAttribute(element, ANSWERED, how || undefined);
  setAttribute(/** @type {Element} */ (element.querySelector(answer)), "data-answer", how || undefined);
}

/** @param {Element} element @param {string} name @param {string | undefined} value nothing takes it away */
export function setAttribute(element, name, value) {
  if (value !== undefined) element.setAttribute(name, value);
  else element.removeAttribute(name);
}
