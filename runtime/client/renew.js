// @ts-check
/**
 * Fetches a script anew that came damaged: where the server says that it never changes, the browser keeps it for a year as
 * it came, and the service worker until the next version. What comes now takes its place, so that the next try runs that.
 * Old browsers read this too; `var` because of that.
 */

/** Nothing is fetched anew twice. @type {Record<string, boolean>} */
var renewed = {};

/** @param {string} address */
export function renew(address) {
  if (renewed[address] || typeof fetch !== "function") return;
  renewed[address] = true;
  fetch(address, { cache: "reload" })
    .then(function (response) {
      return response.arrayBuffer(); // what is not read to its end is not kept
    })
    .catch(function () {
      renewed[address] = false; // without a network, what is kept stays
    });
}
