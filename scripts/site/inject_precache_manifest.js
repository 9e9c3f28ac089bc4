// Puts the list of the site's files, each with its revision and digest, into the service worker:
// node scripts/site/inject_precache_manifest.js SCRIPT SITE ADDRESSED, where SCRIPT is
// web/service-worker/service-worker.js in one piece, and ADDRESSED the pattern of scripts/assets/fingerprints.py.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { injectManifest } from "workbox-build";

const [script, site, addressed] = process.argv.slice(2);

/** With the digest that browsers compare; as the revision too, which costs nothing where one is like the other. */
function withDigest(file) {
  const content = readFileSync(`${site}/${file.url}`);
  const integrity = `sha256-${createHash("sha256").update(content).digest("base64")}`;
  return { ...file, revision: file.revision && integrity, integrity };
}

const { warnings } = await injectManifest({
  swSrc: script,
  swDest: `${site}/service-worker.js`,
  globDirectory: site,
  globPatterns: ["**/*.{html,css,js,mjs,json,svg,png,webmanifest}", "assets/runtime/*.{wasm,zip,rest,snapshot}"],
  // The page for addresses that are not there, the file to take away, the data for other programs, the ordinary Pyodide
  // under the fast one, and languages that the search does not speak.
  globIgnores: [
    "404.html",
    "**/calculator.html",
    "data/**",
    "pyodide/**",
    "assets/javascripts/lunr/!(min)",
    "assets/javascripts/lunr/min/lunr.!(stemmer|zh)*",
  ],
  dontCacheBustURLsMatching: new RegExp(addressed),
  manifestTransforms: [(files) => ({ manifest: files.map(withDigest), warnings: [] })],
  maximumFileSizeToCacheInBytes: 20_000_000,
});
if (warnings.length) throw new Error(warnings.join("\n"));
