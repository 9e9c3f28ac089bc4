// @ts-check
/** One person of the family's form: a `<fieldset class="family-person">` with its fields. */

import { PlaceChooser } from "../parts/place-chooser.js";

/** @import { Person as Fields } from "../../../runtime/client/bridge.js" */

/** @type {Fields} somebody of whom nothing was typed */
export const BLANK = { label: "", last: "", region: "" };

export class Person {
  #place;

  /** @param {HTMLElement} fieldset @param {HTMLDataListElement} places */
  constructor(fieldset, places) {
    this.fieldset = fieldset;
    this.#place = new PlaceChooser(
      {
        province: this.#select("province"),
        region: this.#select("region"),
        find: this.control("find"),
      },
      places,
    );
  }

  /** @param {string} name */
  control(name) {
    return /** @type {HTMLInputElement} */ (this.fieldset.querySelector(`[data-field="${name}"]`));
  }

  /** The control at which a fault is told: what is wrong with a place, where one can be typed. @param {string} field */
  faultControl(field) {
    return this.control(field === "region" ? "find" : field);
  }

  /** @param {string} name */
  #select(name) {
    return /** @type {HTMLSelectElement} */ (this.fieldset.querySelector(`[data-field="${name}"]`));
  }

  /** @returns {Fields} */
  get fields() {
    return { label: this.control("label").value, last: this.control("last").value, region: this.#place.value };
  }

  /** @param {Fields} fields */
  set fields({ label, last, region }) {
    this.control("label").value = label;
    this.control("last").value = last;
    this.#place.value = region;
  }

  get name() {
    return this.#legend.textContent ?? "";
  }

  set name(name) {
    this.#legend.textContent = name;
  }

  get #legend() {
    return /** @type {HTMLElement} */ (this.fieldset.querySelector("legend"));
  }
}
