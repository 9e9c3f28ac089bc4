// @ts-check
/**
 * What every element has in common that asks Python about a form: it takes the sending of the form upon itself, shows
 * what is wrong with which field, and says what has come. The form stands in the markup with a hidden line with
 * `role="status"`, most with an `.error-summary` and a `.clock`, some with sentences (`form_element.py`).
 */

import { heedClock } from "./device-clock.js";
import { hasStarted } from "./element-state.js";
import { showFault, showSummary } from "./form-errors.js";
import { PythonElement } from "./python-element.js";

/** @import { Fault } from "../../../runtime/client/bridge.js" */

export class FormElement extends PythonElement {
  connectedCallback() {
    this.form.addEventListener("submit", (event) => {
      if (!hasStarted(this)) return; // the form is led to where an answer is without it
      event.preventDefault();
      this.sent();
    });
    if (this.querySelector(".clock")) heedClock(this);
    super.connectedCallback();
  }

  get form() {
    return /** @type {HTMLFormElement} */ (this.find("form"));
  }

  /** The visitor has sent the form. */
  sent() {}

  /**
   * The controls that can be at fault, in the order of the form, by the names that the bridge's faults have for them.
   * @returns {Map<string, HTMLElement>}
   */
  get controls() {
    return new Map();
  }

  /** Where a fault leads that is about no field in particular. @returns {HTMLElement} */
  get firstControl() {
    return /** @type {HTMLElement} */ (this.controls.values().next().value);
  }

  /**
   * Show these faults and no others.
   * @param {Fault[]} faults
   * @param {boolean} [move] whether they take the focus
   * @param {boolean} [quiet] at their fields alone, while the form is being filled in
   */
  showFaults(faults, move = true, quiet = false) {
    const { controls, firstControl } = this;
    for (const [name, control] of controls) {
      showFault(
        control,
        faults.find(({ field }) => field === name),
      );
    }
    const lines = faults.map((fault) => ({ control: controls.get(fault.field) ?? firstControl, fault }));
    showSummary(this.find(".error-summary"), quiet ? [] : lines, move);
  }

  /** The line that screen readers read out whenever it changes. */
  get status() {
    return this.find(".visually-hidden[role=status]");
  }

  /** What has been said already is not said again. @param {string} sentence */
  announce(sentence) {
    if (this.status.textContent !== sentence) this.status.textContent = sentence;
  }

  /** A sentence of the page, in which a name may stand. @param {string} id @param {string} [name] */
  sentence(id, name = "") {
    const words = /** @type {HTMLTemplateElement} */ (this.find(".sentences")).content;
    return (words.querySelector(`[data-sentence="${id}"]`)?.textContent ?? "").replace("{name}", () => name);
  }
}
