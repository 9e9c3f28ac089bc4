// @ts-check
/**
 * How large the text is and how strong the contrast, on every page. Stands in the head, so that a page is never first
 * small and then large (`scripts/site/inline_scripts.py`). Nothing is stored before the visitor says so; what is stored is
 * `{"size": "2", "contrast": "more"}`, under a key with the path of this guide: what else lies on the same host stores in
 * the same place.
 */
(function () {
  "use strict";
  var script = /** @type {HTMLScriptElement} */ (document.currentScript);
  var GUIDE = new URL(script.getAttribute("data-root") || "../../", script.src || document.baseURI);
  var KEY = "display " + GUIDE.pathname;
  var PLAIN = { size: "1", contrast: "" };
  var root = document.documentElement;

  function kept() {
    try {
      return JSON.parse(localStorage.getItem(KEY) || "null");
    } catch (refused) {
      return null;
    }
  }

  /** @param {{size?: unknown, contrast?: unknown} | null} display */
  function apply(display) {
    root.dataset.size = display && /^[123]$/.test(String(display.size)) ? String(display.size) : PLAIN.size;
    root.dataset.contrast = display && display.contrast === "more" ? "more" : PLAIN.contrast;
  }

  /** How many times as large as asked text is: a phone's own setting multiplies all of it, what is asked in vw too. */
  function enlarged() {
    root.style.fontSize = "100px";
    var times = parseFloat(getComputedStyle(root).fontSize) / 100;
    root.style.fontSize = "";
    return times;
  }

  var times = enlarged();
  if (times > 1) root.style.setProperty("--vw", 1 / times + "vw");

  // As the theme does once it starts, which would have all that is there by then styled again.
  root.className = "js";
  apply(kept());

  document.addEventListener("DOMContentLoaded", function () {
    var bar = /** @type {HTMLElement} */ (document.querySelector(".display"));
    /** @param {string} selector */
    function find(selector) {
      return /** @type {HTMLElement} */ (bar.querySelector(selector));
    }

    /** @param {string} [shown] the part below the choices that is to be seen */
    function show(shown) {
      bar.querySelectorAll("[data-size]").forEach(function (button) {
        button.setAttribute("aria-pressed", String(button.getAttribute("data-size") === root.dataset.size));
      });
      find("[data-contrast]").setAttribute("aria-pressed", String(root.dataset.contrast === "more"));
      [".display-keep", ".display-kept", ".display-refused"].forEach(function (part) {
        find(part).hidden = part !== shown;
      });
    }

    /** @returns {boolean} whether the browser kept it */
    function keep() {
      try {
        localStorage.setItem(KEY, JSON.stringify({ size: root.dataset.size, contrast: root.dataset.contrast }));
        return true;
      } catch (refused) {
        return false;
      }
    }

    bar.addEventListener("click", function (event) {
      var button = /** @type {Element} */ (event.target).closest("button");
      if (!button) return;
      if (button.hasAttribute("data-forget")) {
        localStorage.removeItem(KEY);
        apply(PLAIN);
        show();
        find("[data-size]").focus();
      } else if (button.hasAttribute("data-keep")) {
        var could = keep();
        show(could ? ".display-kept" : ".display-refused");
        if (could) find("[data-forget]").focus();
      } else {
        if (button.dataset.size) root.dataset.size = button.dataset.size;
        else root.dataset.contrast = root.dataset.contrast ? PLAIN.contrast : "more";
        show(kept() && keep() ? ".display-kept" : ".display-keep");
      }
    });
    show();
  });
})();
