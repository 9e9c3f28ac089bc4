// @ts-check
/**
 * What the scripts of a page know of its element that asks Python, whichever of them comes first. Some must be read by
 * the oldest browsers, so there is nothing newer in this than in them; `var` because of that. The markup is
 * `python_status_html` of `python_status.py`.
 */

/** Where it says how far it is: "loading", "ready" or "error". */
export var STATE = "data-state";

/** What an element has once it has started, and heeds its form itself. */
var STARTED = "data-started";

/** Milliseconds from an element that is ready to its first answer, on an old phone. */
export var REST = 1000;

/** What the window is told before a new version's page takes the place of this one, so that what was typed is kept. */
export var BEFORE_NEW_VERSION = "before-new-version";

/** @param {Element} element */
export function start(element) {
  element.setAttribute(STARTED, "");
}

/** It does not heed its form, after all. @param {Element} element */
export function giveBack(element) {
  element.removeAttribute(STARTED);
}

/** @param {Element} element */
export function hasStarted(element) {
  return element.hasAttribute(STARTED);
}

/** Whether the browser came before what Python's runtime is written for: then that is why it does not run. */
export function isOld() {
  return !("toSorted" in Array.prototype);
}

/** @param {Element} element @param {"loading" | "ready" | "error"} state */
export function become(element, state) {
  element.setAttribute(STATE, state);
  hide(element.querySelector(".failure"), state !== "error");
  hide(element.querySelector(".loading"), state !== "loading");
}

/**
 * What the visitor waits for cannot come, unless it is tried again; on this device, or in this browser, it never can, and
 * the form is given back: it leads to the date table, see unsupported-browser.js.
 * @param {Element} element
 * @param {import("../../../runtime/client/bridge.js").FailureCode} code
 */
export function fail(element, code) {
  var told = (code === "broken" || code === "refused") && isOld() ? "unsupported" : code;
  var sentences = element.querySelectorAll("[data-failure]");
  for (var i = 0; i < sentences.length; i += 1) {
    hide(sentences[i], sentences[i].getAttribute("data-failure") !== told);
  }
  var never = told === "unsupported" || told === "refused";
  hide(element.querySelector(".failure button"), never);
  if (never) giveBack(element);
  become(element, "error");
}

/** @param {Element | null} part @param {boolean} hidden */
function hide(part, hidden) {
  if (hidden) /** @type {Element} */ (part).setAttribute("hidden", "");
  else /** @type {Element} */ (part).removeAttribute("hidden");
}
