// @ts-check
/**
 * The answer in the page's address, behind `#`, which browsers never send.
 *
 * While somebody goes on typing, the address can wait: browsers take longer to change it than Python to answer, and some
 * refuse to do so a hundred times.
 */

import { goTo, note } from "../parts/history-entry.js";
import { record } from "../parts/record.js";
import { linkFields } from "./link-fields.js";
import { chosenWay, isOfOtherWay } from "./ways-in.js";

const TYPING = 300; // milliseconds without an answer, after which it is not being typed any more

export class AnswerAddress {
  /** What the last answer was asked with. */
  #answered = new URLSearchParams();
  /** Whether the address does not say so yet. */
  #unwritten = false;
  /** The fragment as it was last read or written. Another one is where somebody is going: it is about to be read. */
  #here = location.hash;
  /** Runs out once somebody has stopped typing. @type {ReturnType<typeof setTimeout> | undefined} */ #typing;

  /** What the last answer was asked with, by field. */
  get answered() {
    return record(this.#answered);
  }

  /** An answer has been given. @param {string[][]} fields what it was asked with @param {boolean} typing */
  keep(fields, typing) {
    this.#answered = new URLSearchParams(fields);
    this.#unwritten = location.search !== "" || location.hash !== `#${this.#answered}`;
    if (!typing || this.#typing === undefined) this.write();
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => {
      this.#typing = undefined;
      this.write();
    }, TYPING);
  }

  write() {
    if (location.hash !== this.#here) return;
    if (this.#unwritten) note({}, `${bareAddress()}#${this.#answered}`);
    this.#unwritten = false;
    this.#here = location.hash;
  }

  /** Go to another fragment, from which the back button returns. @param {string} fragment with its `#` */
  turnTo(fragment) {
    this.write();
    goTo(fragment, { folded: false });
    this.#here = location.hash;
  }

  /** What the address says now, because somebody has gone there. @param {string[]} names of the fields */
  read(names) {
    this.#unwritten = false;
    this.#here = location.hash;
    return linkFields(location.href, names);
  }
}

/**
 * What an answer was asked with, as the address says it: nothing of other ways, and nothing that stands there by itself.
 * @param {Element} element @param {string[]} names of the fields @param {Record<string, string>} fields
 */
export function givenIn(element, names, fields) {
  const way = chosenWay(element);
  const given = names.filter((name) => {
    const control = /** @type {Element} */ (element.querySelector(`#${name}`));
    return !isOfOtherWay(control) && fields[name] !== presetOf(control);
  });
  return (way.defaultChecked ? [] : [["way", way.value]]).concat(given.map((name) => [name, fields[name]]));
}

/** What a field holds before anybody touches it. @param {Element} control */
export function presetOf(control) {
  return control.getAttribute("data-preset") || "";
}

/** What chat programs have put behind the page's path goes; what stays is "", so that copies on a disk stay where they are. */
function bareAddress() {
  return location.search ? location.pathname : "";
}
