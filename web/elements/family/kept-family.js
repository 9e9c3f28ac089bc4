// @ts-check
/**
 * The family as this device remembers it, once its owner has said yes by a tick; and what it remembers from before,
 * until the page has shown it.
 */

import { DeviceMemory } from "./device-memory.js";

/** @import { FamilyNotices } from "./family-notices.js" */

export class KeptFamily {
  #memory;
  #tick;
  #notices;
  /** Whether it has not been said yet that the owner's yes was heeded. */ #owed = false;
  /** What is remembered and has not been shown yet. @type {string | null} */ unread;

  /** @param {string} name under which it is remembered @param {HTMLInputElement} tick the yes @param {FamilyNotices} notices */
  constructor(name, tick, notices) {
    this.#memory = new DeviceMemory(name);
    this.#tick = tick;
    this.#notices = notices;
    this.unread = this.#memory.read();
    tick.checked = this.unread !== null;
    this.#memory.onChanged((text) => {
      if (text === null) this.#forgotten();
      else if (this.isWanted) this.leave(this.#notices.sentence("elsewhere")); // what this page shows is older
    });
  }

  get isWanted() {
    return this.#tick.checked;
  }

  /**
   * The owner has said yes or no.
   * @param {() => Promise<void>} write asks for what is to be remembered, and has it written
   * @param {boolean} soon whether that takes no longer than an answer
   */
  async decide(write, soon) {
    if (!this.isWanted) {
      this.#memory.forget();
      return this.#forgotten();
    }
    this.#owed = true;
    this.#notices.say("keep", soon ? "" : this.#notices.sentence("waiting"));
    await write();
    if (this.#owed && this.isWanted) this.#notices.say("keep", this.#notices.sentence("waiting"));
  }

  /** @param {string} text what Python makes of everybody, or nothing where there is nobody */
  write(text) {
    const owed = this.#owed;
    this.#owed = false;
    if (!text) this.#memory.forget();
    if (!text || this.#memory.write(text)) {
      if (owed) this.#notices.say("keep", this.#notices.sentence("kept"));
      return;
    }
    this.#tick.checked = this.#memory.read() !== null;
    this.#notices.say("keep", this.#notices.sentence("refused"));
  }

  /** What is remembered cannot or shall not be read: nothing may overwrite it unasked. @param {string} sentence that says so */
  leave(sentence) {
    this.unread = null;
    this.#tick.checked = false;
    this.#notices.say("keep", sentence);
  }

  forget() {
    this.#memory.forget();
    this.#tick.checked = false;
    this.unread = null;
  }

  #forgotten() {
    this.#tick.checked = false;
    this.#notices.say("keep", this.#notices.sentence("forgotten"));
  }
}
