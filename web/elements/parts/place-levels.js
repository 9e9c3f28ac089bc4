// @ts-check
/**
 * The levels of a place below its province, prefecture and county, each a select in a wrapper of its own that is hidden
 * until Python has said what can be chosen there. A choice stands for a path: “不细分” for all of what is around.
 */

import { offer } from "./select-options.js";

/** @import { PlacesReply } from "../../../runtime/client/bridge.js" */

export class PlaceLevels {
  #selects;
  #note;

  /**
   * @param {HTMLSelectElement[]} selects from wide to narrow
   * @param {HTMLElement} note that the names are still to come
   * @param {(path: string) => void} choose
   */
  constructor(selects, note, choose) {
    this.#selects = selects;
    this.#note = note;
    selects.forEach((select, level) => {
      select.addEventListener("input", () => {
        this.#hideFrom(level + 1);
        choose(select.value);
      });
    });
  }

  /** Another province, or a place that came from elsewhere. @param {boolean} expected whether Python will say what lies there */
  clear(expected) {
    this.#hideFrom(0);
    this.#note.hidden = !expected;
  }

  /** @param {PlacesReply["levels"]} levels what there is; more than there are selects are not shown */
  show(levels) {
    this.#note.hidden = true;
    this.#hideFrom(levels.length);
    this.#selects.forEach((select, number) => {
      const level = levels[number];
      if (!level) return;
      /** @type {[string, string][]} */
      const choices = level.inside.map(({ path, name }) => [path, name]);
      offer(select, [[level.around, select.options[0].text], ...choices], level.chosen);
      this.#wrapper(select).hidden = false;
    });
  }

  /** @param {number} level */
  #hideFrom(level) {
    for (const select of this.#selects.slice(level)) this.#wrapper(select).hidden = true;
  }

  /** @param {HTMLSelectElement} select */
  #wrapper(select) {
    return /** @type {HTMLElement} */ (/** @type {HTMLElement} */ (select.closest(".field")).parentElement);
  }
}
