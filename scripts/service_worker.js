// Puts the list of the site's files, each with its revision, into the service worker: node scripts/service_worker.js
// SCRIPT SITE, where SCRIPT is offline/service-worker.js in one piece.
import { injectManifest } from "workbox-build";

const [script, site] = process.argv.slice(2);
const { warnings } = await injectManifest({
  swSrc: script,
  swDest: `${site}/service-worker.js`,
  globDirectory: site,
  globPatterns: ["**/*.{html,css,js,mjs,json,svg,png,webmanifest}", "assets/runtime/*.{mjs,wasm,zip,rest}"],
  // The page for addresses that are not there, the file to take away, and languages that the search does not speak.
  globIgnores: ["404.html", "**/calculator.html", "assets/javascripts/lunr/!(min)", "assets/javascripts/lunr/min/lunr.!(stemmer|zh)*"],
  dontCacheBustURLsMatching: /\.[0-9a-f]{8}\.(min\.)?[a-z0-9]+$/, // see scripts/addresses.py
  maximumFileSizeToCacheInBytes: 20_000_000,
});
if (warnings.length) throw new Error(warnings.join("\n"));
