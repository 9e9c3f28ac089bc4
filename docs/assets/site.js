// @ts-check
/** On every page: warn once its last check is older than twelve months. */
(function () {
  "use strict";
  var line = document.querySelector(".page-checked");
  if (!line) return;
  var checked = /** @type {HTMLTimeElement} */ (line.querySelector("time")).dateTime.split("-").map(Number);
  if (Date.now() < Date.UTC(checked[0] + 1, checked[1] - 1, checked[2])) return;
  var warning = /** @type {HTMLElement} */ (line.querySelector(".page-stale"));
  warning.removeAttribute("hidden");
  var heading = document.querySelector("article h1");
  if (heading) heading.insertAdjacentElement("afterend", warning);
})();
