// @ts-check
/**
 * The answer in the page's address, behind `#`, which browsers never send.
 *
 * While somebody goes on typing, the address can wait: browsers take longer to change it than Python to answer, and some
 * refuse to do so a hundred times.
 */

import { MET } from "./answer-place.js";
import { record } from "../parts/record.js";
import { linkFields } from "./link-fields.js";

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
    if (this.#unwritten) history.replaceState(MET, "", `${bareAddress()}#${this.#answered}`);
    this.#unwritten = false;
    this.#here = location.hash;
  }

  /** Go to another fragment, from which the back button returns. @param {string} fragment with its `#` */
  turnTo(fragment) {
    this.write();
    history.pushState(MET, "", fragment);
    this.#here = location.hash;
  }

  /** What the address says now, because somebody has gone there. @param {string[]} names of the fields */
  read(names) {
    this.#unwritten = false;
    this.#here = location.hash;
    return linkFields(location.href, names);
  }
}

/** What chat programs have put behind the page's path goes; what stays is "", so that copies on a disk stay where they are. */
function bareAddress() {
  return location.search ? location.pathname : "";
}
