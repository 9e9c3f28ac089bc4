// @ts-check
/**
 * On every page: warn once its last check is older than twelve months; on paper, unfold all and say what page it is;
 * search for what was written by hand, spoken or pasted too; open the menu with keys; leave the page at no letter.
 */
(function () {
  "use strict";
  var line = document.querySelector(".page-checked");
  if (line) warnOnceStale(line);
  searchWithoutKeys();
  window.addEventListener("beforeprint", prepareForPaper);
  window.addEventListener("afterprint", foldAgain);
  openMenuWithKeys();
  document.addEventListener("keydown", keepLettersFromTheme);

  /** @param {Element} line */
  function warnOnceStale(line) {
    var checked = /** @type {HTMLTimeElement} */ (line.querySelector("time")).dateTime.split("-").map(Number);
    if (Date.now() < Date.UTC(checked[0] + 1, checked[1] - 1, checked[2])) return;
    var warning = /** @type {HTMLElement} */ (line.querySelector(".page-stale"));
    warning.removeAttribute("hidden");
    var heading = document.querySelector("article h1");
    if (heading) heading.insertAdjacentElement("afterend", warning);
  }

  /**
   * The theme searches when a key is released, but many old people write with a finger, or speak. And it puts whoever
   * opens the search into its box, but only once it is there itself, see elements/parts/defer-theme.js. On a phone it
   * opens with a label, which keys do not reach: a button takes its place.
   */
  function searchWithoutKeys() {
    var box = /** @type {HTMLInputElement | null} */ (document.querySelector(".md-search__input"));
    var opener = document.querySelector(".md-header [for=__search]");
    if (!box || !opener) return;
    box.addEventListener("input", function () {
      /** @type {Element} */ (box).dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
    });
    var toggle = /** @type {HTMLInputElement} */ (document.querySelector("#__search"));
    var button = document.createElement("button");
    button.type = "button";
    button.className = opener.className + " search-button";
    button.setAttribute("aria-label", "搜索");
    button.append.apply(button, Array.from(opener.childNodes));
    opener.replaceWith(button);
    button.addEventListener("click", function () {
      toggle.click();
    });
    toggle.addEventListener("change", function () {
      if (toggle.checked) /** @type {HTMLElement} */ (box).focus();
    });
    box.addEventListener("focus", saySearchIsMissing, { once: true });
  }

  /** Where a part of the search does not arrive, the theme would say for ever that it is getting ready. */
  function saySearchIsMissing() {
    window.setTimeout(function () {
      var line = document.querySelector(".md-search-result__meta");
      if (line && /初始化/.test(line.textContent || "")) {
        line.textContent = "搜索没有下载全，现在搜不了。请刷新这一页再试，或者从目录里找。";
      }
    }, 20000);
  }

  /** The theme opens its menu with a label, which only fingers and mice reach: a button takes its place. */
  function openMenuWithKeys() {
    var label = /** @type {Element} */ (document.querySelector('.md-header__button[for="__drawer"]'));
    var isOpen = /** @type {HTMLInputElement} */ (document.querySelector("#__drawer"));
    var menu = /** @type {Element} */ (document.querySelector(".md-sidebar--primary"));
    var button = document.createElement("button");
    button.type = "button";
    button.className = label.className + " menu-button";
    button.setAttribute("aria-label", "目录"); // as site.css has it
    button.append.apply(button, Array.from(label.childNodes));
    label.replaceWith(button);
    menu.querySelectorAll('.md-nav__title:not([for="__drawer"])').forEach(function (back) {
      back.setAttribute("tabindex", "0");
    });
    isOpen.addEventListener("change", tell);
    tell();
    button.addEventListener("click", function (event) {
      isOpen.click();
      var first = Array.from(menu.querySelectorAll("a, label[tabindex]")).find(isVisible);
      if (isOpen.checked && isByKey(event)) /** @type {HTMLElement} */ (first).focus();
    });
    menu.addEventListener("focusout", function (event) {
      var next = /** @type {FocusEvent} */ (event).relatedTarget;
      if (isOpen.checked && next instanceof Node && !menu.contains(next)) isOpen.click();
    });
    document.addEventListener("keydown", function (event) {
      if (event.key !== "Escape" || !isOpen.checked) return;
      isOpen.click();
      button.focus();
    });

    function tell() {
      button.setAttribute("aria-expanded", String(isOpen.checked));
    }

    /** @param {Element} part */
    function isVisible(part) {
      return getComputedStyle(part).visibility === "visible";
    }

    /** @param {MouseEvent} click */
    function isByKey(click) {
      return click.detail === 0;
    }
  }

  /**
   * The theme, which listens at the window, turns the page at n, p, comma and full stop: whoever types a date beside its
   * field, or speaks where a field is not, would lose what was typed. Once the search is open, letters belong to it.
   * @param {KeyboardEvent} event
   */
  function keepLettersFromTheme(event) {
    var search = /** @type {HTMLInputElement | null} */ (document.querySelector("#__search"));
    if (event.key.length === 1 && !(search && search.checked)) event.stopPropagation();
  }

  /**
   * Gives the foot of every printed sheet (print.css) the page's title, its address and the day of its check: no sooner
   * than it is printed, since everything on the page inherits it, and would be styled again.
   */
  function nameOnPaper() {
    var title = document.querySelector("article h1");
    var checked = line && line.querySelector("p");
    var address = /^http/.test(location.protocol) ? location.origin + location.pathname : "";
    var foot = [title && title.textContent, [checked && checked.textContent, address].filter(Boolean).join(" ")];
    var text = foot.filter(Boolean).join("\n");
    var quoted = '"' + text.replace(/["\\]/g, "\\$&").replace(/\n/g, "\\a ") + '"';
    document.documentElement.style.setProperty("--print-foot", quoted);
  }

  function prepareForPaper() {
    nameOnPaper();
    // Chromium unfolds by the style sheet alone; this is for the others.
    document.querySelectorAll("details:not([open])").forEach(function (details) {
      details.setAttribute("open", "");
      details.setAttribute("data-folded", "");
    });
  }

  function foldAgain() {
    document.querySelectorAll("details[data-folded]").forEach(function (details) {
      details.removeAttribute("open");
      details.removeAttribute("data-folded");
    });
  }
})();
