// @ts-check
/** One person of the family's form: a `<fieldset class="family-person">` with its fields. */

import { showFault } from "../parts/form-errors.js";
import { PlaceChooser } from "../parts/place-chooser.js";

/** @typedef {{label: string, last: string, region: string}} Fields */

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

  /** Show what is wrong with each field, by its name; nothing for those that are right. @param {Record<string, string>} sentences */
  set errors(sentences) {
    for (const name of Object.keys(BLANK)) showFault(this.control(name), sentences[name]);
  }

  get #legend() {
    return /** @type {HTMLElement} */ (this.fieldset.querySelector("legend"));
  }
}
