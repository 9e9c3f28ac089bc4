// @ts-check
/** Gives the browser an element, and has it say of itself whether it has started: defined is not started. */

import { fail, giveBack, start } from "./element-state.js";

/** @param {string} name @param {typeof import("./python-element.js").PythonElement} Element */
export function defineElement(name, Element) {
  if (!("customElements" in window)) return; // unsupported-browser.js has told it
  customElements.define(
    name,
    class extends Element {
      connectedCallback() {
        start(this); // before it asks for Python, which may never come here
        try {
          super.connectedCallback();
        } catch (error) {
          giveBack(this);
          fail(this, "broken");
          throw error;
        }
      }
    },
  );
}
