// @ts-check
/**
 * Stands in the head of the calculator's page, so that a page which is opened by a link never shows the form first: what
 * fills it comes later (`answer-place.js`). Old browsers read it too, and pass over it.
 */

(function () {
  "use strict";
  if (/(?:last|claim)\s*(?:[=:：]|%3D)|way(?:=|%3D)forgotten/i.test(location.search + location.hash)) {
    document.documentElement.setAttribute("data-answer-first", "yes");
  }
})();
