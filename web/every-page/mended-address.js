// @ts-check
/**
 * On the page for addresses that are not there: chat programs encode the `#` of a link, or take what stands behind a link
 * in its sentence for a part of it. What comes before is most likely a page of ours; the rest goes behind `#`, where it is
 * sent to nobody and the calculator reads what it can (`web/elements/deadline/link-fields.js`). Read by the oldest browsers.
 */

(function () {
  "use strict";
  var path = location.pathname;
  // An encoded #, ? or blank, an encoded character that no path of ours has, or the end of a sentence.
  var end = path.search(/%(?:23|3F|20|0[AD]|[89A-F][0-9A-F])|[,;:!)]/i);
  if (end < 1) return;
  var rest = path.slice(end).replace(/^%(?:23|3F)/i, "");
  var says = /=|%3D/i.test(rest) ? rest : "";
  var fragment = says + (says && location.hash ? "&" : "") + location.hash.slice(1);
  // On this site, whatever the path begins with.
  location.replace(location.origin + path.slice(0, end) + (fragment ? "#" + fragment : ""));
})();
