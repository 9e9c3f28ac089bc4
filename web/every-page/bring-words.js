// @ts-check
/**
 * Brings back the words that only scripts show: in the page they stand in attributes, so that browsers which know neither
 * scripts nor what is `hidden` do not tell them (`scripts/site/without_scripts.py`). Stands in the page itself, before each
 * script that could look for such words; the oldest browsers read it.
 */
(function () {
  "use strict";
  bringBack(document);

  /** @param {Document | DocumentFragment} root */
  function bringBack(root) {
    var waiting = root.querySelectorAll("[data-words]");
    for (var i = 0; i < waiting.length; i += 1) {
      waiting[i].textContent = waiting[i].getAttribute("data-words");
      waiting[i].removeAttribute("data-words");
    }
    var templates = root.querySelectorAll("template");
    for (var j = 0; j < templates.length; j += 1) {
      if (templates[j].content) bringBack(templates[j].content);
    }
  }
})();
