// @ts-check
/**
 * On every page: a result of the search leads to the section that answers, and whoever arrives there sees it.
 *
 * The theme names the page first and its sections below, whichever fits better. And an address can lead to what is
 * folded, which browsers that are old do not unfold.
 */
(function () {
  "use strict";
  var results = document.querySelector(".md-search-result__list");
  if (results) new MutationObserver(putBestFirst).observe(results, { childList: true });
  window.addEventListener("hashchange", unfold);
  unfold();

  /** @param {MutationRecord[]} changes */
  function putBestFirst(changes) {
    changes.forEach(function (change) {
      Array.from(change.addedNodes).forEach(function (result) {
        if (result instanceof HTMLElement) leadToSection(result);
      });
    });
  }

  /**
   * A section that stands before the fold with the rest fits better than its page as a whole.
   * @param {HTMLElement} result
   */
  function leadToSection(result) {
    result.querySelectorAll(".md-search-result__terms").forEach(function (missing) {
      missing.remove();
    });
    var page = result.firstElementChild;
    var section = page && page.nextElementSibling;
    if (!page || !section || section.tagName !== "A") return;
    page.classList.add("result-page");
    while (section && section.tagName === "A") {
      result.insertBefore(section, page);
      section = page.nextElementSibling;
    }
  }

  /** Opens what is folded around the place that the address names, and goes there. */
  function unfold() {
    var name = location.hash.slice(1);
    var place = name && document.getElementById(name);
    if (!place) return;
    var folded = false;
    for (var fold = place.closest("details"); fold; fold = around(fold)) {
      folded = folded || !fold.hasAttribute("open");
      fold.setAttribute("open", "");
    }
    if (folded) place.scrollIntoView();
  }

  /** @param {Element} fold */
  function around(fold) {
    return fold.parentElement && fold.parentElement.closest("details");
  }
})();
