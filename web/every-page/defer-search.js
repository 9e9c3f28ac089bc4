// @ts-check
/**
 * On every page, before the theme's script: the index of the search, half of what a first visit would weigh, is fetched
 * when somebody opens the search, not with every page. The theme asks for it at once, and has no setting for that.
 */
(function () {
  "use strict";
  var open = XMLHttpRequest.prototype.open;
  var send = XMLHttpRequest.prototype.send;
  /** @type {XMLHttpRequest[]} */
  var waiting = [];
  var opened = false; // perhaps before the theme is there, see elements/parts/defer-theme.js

  forgetAskedInAddress();

  XMLHttpRequest.prototype.open = function (/** @type {string} */ method, /** @type {string | URL} */ address) {
    if (!opened && /\/search_index\.json$/.test(String(address))) waiting.push(this);
    open.apply(this, /** @type {any} */ (arguments));
  };
  XMLHttpRequest.prototype.send = function (body) {
    if (waiting.indexOf(this) < 0) send.call(this, body);
  };

  /**
   * The theme opens the search with what an address says behind `?q=`: whoever sends such a link would have words of
   * theirs stand in our page, as if they had been typed here. Nothing of ours writes it.
   */
  function forgetAskedInAddress() {
    if (!/^http/.test(location.protocol) || !/[?&]q=/.test(location.search)) return;
    history.replaceState(history.state, "", location.pathname + location.hash);
  }

  /** @param {Event} event */
  function searchIsOpened(event) {
    var target = event.target;
    if (!(
      target instanceof Element &&
      target.closest("[data-md-component=search], #__search, [for=__search], .search-button")
    ))
      return;
    opened = true;
    waiting.splice(0).forEach(function (request) {
      send.call(request);
    });
  }
  ["change", "click", "focusin"].forEach(function (type) {
    document.addEventListener(type, searchIsOpened, true);
  });
})();
