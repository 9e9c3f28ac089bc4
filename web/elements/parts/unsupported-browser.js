// @ts-check
/**
 * Says so when the calculator cannot come up at all: a browser without modules or elements of our own, or a script that
 * never arrived, or that broke before its element had started. Until it is known whether that starts, the form waits: who
 * sends it early is answered then. Where it does not, the form leads to the date table, at the month that was typed, behind
 * `#`, so that nothing typed travels.
 *
 * To try again is to fetch anew what was at fault and then to load the page again, as it is to take a new version; what was
 * typed outlives that in the tab's own history, which no other page reads, until the element is there. Written for the oldest
 * browsers, which get it in one piece with what it imports: no arrow functions, nothing newer than 2009.
 */

import { become, BEFORE_NEW_VERSION, fail, hasStarted, STATE } from "./element-state.js";
import { note, noted } from "./history-entry.js";
import { renew } from "../../../runtime/client/renew.js";

(function () {
  "use strict";
  var PATIENCE = 20000;
  var element = /** @type {HTMLElement} */ (document.querySelector("[" + STATE + "]"));
  var again = /** @type {HTMLElement} */ (element.querySelector(".failure button"));
  var form = /** @type {HTMLFormElement} */ (element.querySelector("form"));
  var name = element.tagName.toLowerCase();
  var sent = false;
  /** The addresses of scripts that have not come, or broke. @type {string[]} */
  var atFault = [];

  document.addEventListener("submit", leadToTable); // not the form: whatever answers or asks hears of it first
  if (!("noModule" in document.createElement("script")) || !("customElements" in window)) {
    return fail(element, "unsupported");
  }
  // An error of a script that does not arrive, or is none, is told to the script alone; one that breaks tells its address.
  window.addEventListener(
    "error",
    function (event) {
      var script = /** @type {any} */ (event.target);
      var lost = script && script.tagName === "SCRIPT" ? script.src : "";
      var address = lost || event.filename;
      if (!/\.js$/.test(address) || hasStarted(element)) return;
      atFault.push(address);
      if (isOfElement(address)) failUnlessStarted(lost ? "missing" : "broken");
    },
    true,
  );
  setTimeout(function () {
    var own = /** @type {HTMLScriptElement | null} */ (document.querySelector('script[src*="/' + name + '."]'));
    if (own && !hasStarted(element)) atFault.push(own.src);
    failUnlessStarted("missing");
  }, PATIENCE);
  again.addEventListener("click", function () {
    if (hasStarted(element)) return;
    become(element, "loading");
    renew(atFault, function (came) {
      if (hasStarted(element)) return;
      if (!came) {
        fail(element, "missing");
        return again.focus();
      }
      keepTyped();
      history.scrollRestoration = "manual"; // what has been waited for begins at the top
      location.reload();
    });
  });
  window.addEventListener(BEFORE_NEW_VERSION, keepTyped);
  new MutationObserver(function () {
    if (!sent || !hasStarted(element)) return;
    sent = false;
    form.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
  }).observe(element, { attributes: true });
  if (noted().typed) bringBack(/** @type {Record<string, string>} */ (noted().typed));

  /** @param {string} address of a script */
  function isOfElement(address) {
    return address.indexOf("/" + name + ".") >= 0;
  }

  /** @param {import("../../../runtime/client/bridge.js").FailureCode} code */
  function failUnlessStarted(code) {
    if (!hasStarted(element) && element.getAttribute(STATE) === "loading") fail(element, code);
  }

  /** @param {Event} event */
  function leadToTable(event) {
    if (event.target !== form || hasStarted(element) || event.defaultPrevented) return;
    // An answer out of the page's own table says more than the table of months.
    if (element.getAttribute("data-answered") === "instant") return event.preventDefault();
    if (element.getAttribute(STATE) === "loading") {
      sent = true;
      return event.preventDefault();
    }
    var month = typedMonth();
    if (!month) return;
    event.preventDefault();
    location.href = form.action.split("#")[0] + "#m" + month;
  }

  /** The first year and month in the form, as the table names its months: 2026-3. */
  function typedMonth() {
    var inputs = form.querySelectorAll("input[type=text]");
    for (var i = 0; i < inputs.length; i += 1) {
      var text = /** @type {HTMLInputElement} */ (inputs[i]).value.replace(/[０-９]/g, function (figure) {
        return String(figure.charCodeAt(0) - 0xff10);
      });
      var found = /((?:19|20|21)\d\d)\D{0,3}(1[0-2]|0?[1-9])/.exec(text);
      if (found) return found[1] + "-" + Number(found[2]);
    }
    return "";
  }

  function controls() {
    return element.querySelectorAll("input[id]:not([type=file]):not([type=checkbox]), select[id], textarea[id]");
  }

  function keepTyped() {
    note({ typed: typed() });
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
    fill();
    // The element makes some of its choices itself, and must hear of all.
    customElements.whenDefined(name).then(function () {
      note({ typed: undefined });
      fill();
    });

    function fill() {
      controls().forEach(function (control) {
        if (!values[control.id]) return;
        /** @type {HTMLInputElement} */ (control).value = values[control.id];
        control.dispatchEvent(new Event("input", { bubbles: true }));
      });
    }
  }
})();
