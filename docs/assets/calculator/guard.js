// @ts-check
/**
 * Says so when the calculator cannot come up at all: a browser without modules, workers or WebAssembly, or a script
 * that never arrived. Written for the oldest browsers: no modules, no arrow functions, nothing newer than 2009.
 */
(function () {
  "use strict";
  var PATIENCE = 20000;
  var element = /** @type {HTMLElement} */ (document.querySelector("[data-state]"));

  /** @param {string} code */
  function fail(code) {
    var box = /** @type {HTMLElement} */ (element.querySelector(".failure"));
    var sentences = box.querySelectorAll("[data-failure]");
    for (var i = 0; i < sentences.length; i += 1) {
      var sentence = /** @type {HTMLElement} */ (sentences[i]);
      if (sentence.getAttribute("data-failure") === code) sentence.removeAttribute("hidden");
    }
    box.removeAttribute("hidden");
    /** @type {HTMLElement} */ (element.querySelector(".loading")).setAttribute("hidden", "");
    element.setAttribute("data-state", "error");
  }

  var modern =
    "noModule" in document.createElement("script") &&
    typeof WebAssembly === "object" &&
    typeof Worker === "function" &&
    "customElements" in window;
  if (!modern) {
    fail("unsupported");
    return;
  }
  setTimeout(function () {
    if (!customElements.get(element.tagName.toLowerCase())) fail("missing");
  }, PATIENCE);
})();
