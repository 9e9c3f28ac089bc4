// @ts-check
/**
 * Fetches scripts anew that came damaged: where the server says that they never change, the browser keeps them for a year
 * as they came, and the service worker until the next version. What comes now takes their place, so that the next try runs
 * that. Old browsers read this too; `var` because of that.
 */

var PATIENCE = 20000; // milliseconds, after which somebody who waits wants to hear something

/**
 * @param {string[]} addresses
 * @param {(came: boolean) => void} done is told whether all have come as scripts; where that cannot be known, that they have
 */
export function renew(addresses, done) {
  var left = addresses.length;
  var over = false;
  if (typeof fetch !== "function" || !/^http/.test(location.protocol) || !left) return done(true);
  setTimeout(end, PATIENCE, false);
  addresses.forEach(function (address) {
    fetch(address, { cache: "reload" })
      .then(function (response) {
        var type = response.headers.get("content-type") || "";
        if (!response.ok || type.indexOf("javascript") < 0) throw new Error(address + " is no script");
        return response.arrayBuffer(); // what is not read to its end is not kept
      })
      .then(
        function () {
          left -= 1;
          if (!left) end(true);
        },
        function () {
          end(false); // without a network, what is kept stays
        },
      );
  });

  /** @param {boolean} came */
  function end(came) {
    if (!over) done(came);
    over = true;
  }
}
