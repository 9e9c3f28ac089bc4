// @ts-check
/**
 * In the place of the theme's script, on pages that ask Python: the theme starts after the answer, since both want the
 * same processor, or as soon as somebody touches what it serves. `scripts/site/fingerprint_assets.py` puts this there, with the
 * theme's address as `data-theme`. Everything that the theme does for a page can wait: menus open without it.
 */

import { REST, STATE } from "./element-state.js";

(function () {
  "use strict";
  var PATIENCE = 15000; // milliseconds
  var SERVED = ".md-header, .md-sidebar, .md-tabs, .md-search";
  var TOUCHES = ["pointerdown", "click", "change", "focusin"];
  var address = /** @type {HTMLScriptElement} */ (document.currentScript).getAttribute("data-theme");
  var element = /** @type {HTMLElement} */ (document.querySelector("[" + STATE + "]"));
  var observer = new MutationObserver(look);

  observer.observe(element, { attributes: true, attributeFilter: [STATE] });
  TOUCHES.forEach(function (type) {
    document.addEventListener(type, touch, true);
  });
  setTimeout(start, PATIENCE);
  look();

  function look() {
    if (element.getAttribute(STATE) !== "loading") setTimeout(start, REST);
  }

  /** @param {Event} event */
  function touch(event) {
    if (event.target instanceof Element && event.target.closest(SERVED)) start();
  }

  function start() {
    if (!address) return;
    var theme = document.createElement("script");
    theme.src = address;
    address = null;
    document.head.appendChild(theme);
    observer.disconnect();
    TOUCHES.forEach(function (type) {
      document.removeEventListener(type, touch, true);
    });
  }
})();
