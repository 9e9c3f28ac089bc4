// @ts-check
/**
 * Choosing a place: by province, prefecture and county, then the rule that holds for somebody, or by typing the name of
 * any county. All controls are in the markup. The places with a rule are the options of a `<datalist>`, each with its
 * path as `data-id`; its `data-other` is what a choice is called that is none of them. Where there are no selects for
 * prefecture and county, the province alone is chosen.
 */

import { PlaceLevels } from "./place-levels.js";
import { offer } from "./select-options.js";

/** @import { Outcome, Request } from "../../../runtime/client/bridge.js" */

export class PlaceChooser {
  #province;
  #region;
  #find;
  #places;
  #levels;
  #typed = "";
  #other;
  /** Of which place Python was last asked what lies in it. */
  #asked = "";

  /**
   * @param {{province: HTMLSelectElement, region: HTMLSelectElement, find: HTMLInputElement, levels?: HTMLSelectElement[]}} controls
   * @param {HTMLDataListElement} list
   * @param {HTMLElement} [note] that the levels are still to come
   */
  constructor({ province, region, find, levels = [] }, list, note = document.createElement("p")) {
    this.#province = province;
    this.#region = region;
    this.#find = find;
    this.#levels = new PlaceLevels(levels, note, (path) => {
      this.#forget();
      this.#show(path, province.value);
    });
    this.#places = Array.from(list.options);
    this.#other = list.dataset.other ?? "";
    province.addEventListener("input", () => {
      this.#forget();
      this.value = province.value;
    });
    find.addEventListener("input", () => this.#findPlace());
    find.addEventListener("change", () => this.#takeAsTyped());
    this.value = region.value;
  }

  /** The path of the place or its rule, of the province alone, or "". */
  get value() {
    return this.#region.value;
  }

  set value(path) {
    this.#asked = "";
    this.#levels.clear(Boolean(path));
    this.#show(path, path.split("/")[0]);
  }

  /**
   * Have Python say what the place lies in and what lies in it, where that was not asked yet.
   * @param {(request: Request<"places">) => Promise<Outcome<"places">>} ask
   */
  async settle(ask) {
    const path = this.value;
    if (!path || path === this.#asked) return;
    this.#asked = path;
    const outcome = await ask({ do: "places", region: path });
    if (path !== this.value) return;
    if (!outcome.ok) return this.#levels.clear(false);
    this.#show(path, outcome.province, outcome.rules);
    this.#levels.show(outcome.levels);
  }

  /**
   * @param {string} path
   * @param {string} province its id, if it is one
   * @param {string[]} [rules] which could hold there, where Python knows the place
   */
  #show(path, province, rules) {
    const select = this.#region;
    this.#province.value = province;
    if (this.#province.selectedIndex < 0) this.#province.value = "";
    const within = this.#province.value;
    const ids = this.#places.map(({ dataset }) => dataset.id ?? "");
    const listed = rules ?? (within ? ids.filter((id) => id.startsWith(`${within}/`)) : []);
    const whole = rules && !listed.includes(path) ? path : within;
    /** @type {[string, string][]} */
    const choices = listed.map((id) => [id, this.#places[ids.indexOf(id)].value]);
    choices.unshift([whole, select.options[0].text]);
    // What is not in the list goes to Python as it is, which knows what to say of it. It may come from a link that
    // somebody was sent, and is no choice of ours, so its words are not shown among ours.
    if (path !== whole && !listed.includes(path)) choices.push([path, this.#other]);
    offer(select, choices, path);
    /** @type {HTMLElement} */ (select.closest(".field")).hidden = choices.length === 1;
  }

  /** What was typed, and asked of Python, is of no account once something else is chosen. */
  #forget() {
    this.#find.value = this.#typed = this.#asked = "";
  }

  #findPlace() {
    const found = this.#places.find(({ value }) => value === this.#find.value);
    if (found?.dataset.id) this.value = found.dataset.id;
  }

  /**
   * What is not in the list may be any county of the country. It goes to Python as it was typed, which finds the most
   * local rule that holds there, says what it fell back to, or asks which of two of one name is meant.
   */
  #takeAsTyped() {
    const typed = this.#find.value.trim();
    if (this.#places.some(({ value }) => value === typed)) return;
    if (typed || this.value === this.#typed) this.value = typed;
    this.#typed = typed;
  }
}
