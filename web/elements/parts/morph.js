// @ts-check
import morphdom from "morphdom";
import { markup } from "./markup.js";

/**
 * Put markup into an element in place of other markup, and change only what differs: the rest stays as it is, with what
 * has been opened in it or is being pressed, and need not be laid out again.
 * @param {HTMLElement} element
 * @param {string} html
 */
export function morph(element, html) {
  const next = document.createElement("div");
  next.append(markup(html));
  morphdom(element, next, { childrenOnly: true, onBeforeElUpdated: toBeUpdated });
}

/**
 * Whether an element is to be updated, part by part. What scripts change by themselves, `[data-whole]`, is no longer
 * what it was made from: where it differs, a new one takes its place.
 * @param {HTMLElement} shown
 * @param {HTMLElement} next
 */
function toBeUpdated(shown, next) {
  if (shown instanceof HTMLDetailsElement) next[shown.open ? "setAttribute" : "removeAttribute"]("open", "");
  if (shown.isEqualNode(next)) return false;
  if (!("whole" in next.dataset)) return true;
  shown.replaceWith(next.cloneNode(true));
  return false;
}
