// @ts-check
/**
 * The answer in the page's address, behind `#`, which browsers never send.
 *
 * While somebody goes on typing, the address can wait: browsers take longer to change it than Python to answer, and some
 * refuse to do so a hundred times.
 */

const TYPING = 300; // milliseconds without an answer, after which it is not being typed any more

export class AnswerAddress {
  /** What the last answer was asked with. */
  #answered = new URLSearchParams();
  /** Whether the address does not say so yet. */
  #unwritten = false;
  /** Runs out once somebody has stopped typing. @type {ReturnType<typeof setTimeout> | undefined} */ #typing;

  /** What the last answer was asked with, by field. */
  get answered() {
    return Object.fromEntries(this.#answered);
  }

  /** An answer has been given. @param {string[][]} fields what it was asked with @param {boolean} typing */
  keep(fields, typing) {
    this.#answered = new URLSearchParams(fields);
    this.#unwritten = location.hash !== `#${this.#answered}`;
    if (!typing || this.#typing === undefined) this.write();
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => {
      this.#typing = undefined;
      this.write();
    }, TYPING);
  }

  write() {
    if (this.#unwritten) history.replaceState(null, "", `#${this.#answered}`);
    this.#unwritten = false;
  }

  /** What the address says now, because somebody has gone there. */
  read() {
    this.#unwritten = false;
    return new URLSearchParams(location.hash.slice(1));
  }
}
