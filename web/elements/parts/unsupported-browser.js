// @ts-check
/**
 * Says so when the calculator cannot come up at all: a browser without modules, workers or WebAssembly, or a script
 * that never arrived. To try again is then to load the page again, as it is to take a new version; what was typed
 * outlives that in the tab's own history, which no other page reads. Written for the oldest browsers, which get it in one
 * piece with what it imports: no arrow functions, nothing newer than 2009.
 */

import { BEFORE_NEW_VERSION, fail, STATE } from "./element-state.js";

(function () {
  "use strict";
  var PATIENCE = 20000;
  var element = /** @type {HTMLElement} */ (document.querySelector("[" + STATE + "]"));
  var again = /** @type {HTMLElement} */ (element.querySelector(".failure button"));

  var modern =
    "noModule" in document.createElement("script") &&
    typeof WebAssembly === "object" &&
    typeof Worker === "function" &&
    "customElements" in window;
  if (!modern) {
    fail(element, "unsupported");
    again.setAttribute("hidden", "");
    return;
  }
  var name = element.tagName.toLowerCase();
  setTimeout(function () {
    if (!customElements.get(name)) fail(element, "missing");
  }, PATIENCE);
  again.addEventListener("click", function () {
    if (customElements.get(name)) return;
    keepTyped();
    location.reload();
  });
  addEventListener(BEFORE_NEW_VERSION, keepTyped);
  if (history.state && history.state.typed) bringBack(history.state.typed);

  function controls() {
    return element.querySelectorAll("input[id]:not([type=file]):not([type=checkbox]), select[id], textarea[id]");
  }

  function keepTyped() {
    history.replaceState({ typed: typed() }, "");
  }

  /** @returns {Record<string, string>} what stands in the form, by the fields' ids */
  function typed() {
    /** @type {Record<string, string>} */
    var values = {};
    controls().forEach(function (control) {
      values[control.id] = /** @type {HTMLInputElement} */ (control).value;
    });
    return values;
  }

  /** @param {Record<string, string>} values */
  function bringBack(values) {
    history.replaceState(null, "");
    fill();
    customElements.whenDefined(name).then(fill); // the element makes some of its choices itself, and must hear of all

    function fill() {
      controls().forEach(function (control) {
        if (!values[control.id]) return;
        /** @type {HTMLInputElement} */ (control).value = values[control.id];
        control.dispatchEvent(new Event("input", { bubbles: true }));
      });
    }
  }
})();
