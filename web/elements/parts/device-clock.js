// @ts-check
/**
 * Says so where the date of the device cannot be right (`web/elements/parts/device_clock.py`): Python compares it with the day on
 * which the page was made. A date that the visitor gives for today settles it. It stands by the answer; where there are
 * faults, before them, because a right date can be a fault by a wrong clock; where there is no answer, and Python does not
 * say why, where it would be.
 */

import { STATE } from "./element-state.js";

/** @param {import("./python-element.js").PythonElement} element */
export function heedClock(element) {
  const line = element.find(".clock");
  const { made = "", today } = line.dataset;
  const field = today ? /** @type {HTMLInputElement} */ (element.find(`#${today}`)) : null;

  const summary = element.find(".error-summary");
  const place = document.createComment("");
  line.before(place);

  function put() {
    const folded = /** @type {Element} */ (place.parentElement).closest("[hidden]");
    if (!summary.hidden) {
      if (line.nextSibling !== summary) summary.before(line);
    } else if (folded && element.getAttribute(STATE) !== "ready") {
      if (folded.nextSibling !== line) folded.after(line);
    } else if (place.nextSibling !== line) {
      place.after(line);
    }
  }

  async function ask() {
    const reply = await element.python.ask({ do: "clock", made, today: field?.value ?? null });
    line.hidden = !reply.said;
    element.find(".clock p").textContent = reply.said ?? "";
  }

  new MutationObserver(put).observe(element, { subtree: true, attributeFilter: ["hidden", STATE] });
  element.python.addEventListener("ready", ask);
  addEventListener("hashchange", ask);
  field?.addEventListener("input", ask);
  line.querySelector("button")?.addEventListener("click", () => {
    field?.closest("details")?.setAttribute("open", "");
    field?.focus();
  });
}
