// @ts-check
/** Says so where the date of the device cannot be right, until Python says it: `web/elements/parts/device_clock.py`. */

import { filled, inBeijing, numbersOf } from "./lookup.js";

/** @param {Element} element @param {number} now milliseconds, as clocks count them */
export function tellClock(element, now) {
  const line = /** @type {HTMLElement} */ (element.querySelector(".clock"));
  const told = /** @type {(name: string) => string} */ ((name) => line.getAttribute(`data-${name}`) || "");
  const field = told("today") && /** @type {HTMLInputElement} */ (element.querySelector(`#${told("today")}`));
  const day = inBeijing(now);
  const doubted = (day < told("made") && "early") || (day > told("sure-until") && "late");
  const said = doubted && !(field && field.value.trim()) ? filled(told(doubted), numbersOf(day)) : "";
  line.hidden = !said;
  /** @type {Element} */ (line.querySelector("p")).textContent = said;
}
