// Makes the parts of Python's library, and the packages, that browsers load, out of what Pyodide brings and of wheels:
// node runtime/build/build_library.js TARGET WHEEL… -- WHEEL…
// The wheels before the dashes are those that Python starts with, the others come when they are asked for.
//
// Three Pythons do it: the first edits the library (runtime/build/defer_imports.py), the second starts from the edited one and
// tells what its first answers have loaded (runtime/build/warm_up_requests.py), the third cuts and compiles
// (runtime/build/trim_library.py).
import { readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { loadPyodide } from "pyodide";
import names from "../names.json" with { type: "json" };
import { filled } from "../worker/filled-fields.js";

const [target, ...wheels] = process.argv.slice(2);
const dashes = wheels.indexOf("--");
const atStart = wheels.slice(0, dashes);
const edited = `${target}/${names.library}`;

const stock = await loadPyodide();
writeFileSync(edited, imported(stock, "build.defer_imports").edited_library().toJs());

const visited = await loadPyodide({
  stdLibURL: edited,
  env: { PYTHONPATH: atStart.map((name) => `/lib/${basename(name)}`).join(":") },
  fsInit: async (FS) => atStart.forEach((name) => FS.writeFile(`/lib/${basename(name)}`, bytes(name))),
});
// Not imported: whatever else that loaded would be counted.
visited.runPython(readFileSync(new URL("warm_up_requests.py", import.meta.url), "utf8"));
const start = visited.runPython("ask(); loaded_files()");
const list = (/** @type {string} */ name) => /** @type {string[]} */ (visited.runPython(`list(${name}())`).toJs());
const questions = list("questions");
const withPlaces = list("with_places");

// The same order in every set, so that the same bytes come out.
const python = await loadPyodide({ stdLibURL: edited, env: { PYTHONHASHSEED: "0" } });
imported(python, "seams.library_text").check_later();
const trim = imported(python, "build.trim_library");
const extractDir = trim.PACKAGES.toString();
for (const name of wheels) if (name !== "--") python.unpackArchive(bytes(name), "zip", { extractDir });
const [library, rest, where] = trim.library(start);
write(names.library, library);
write(names.libraryRest, rest);
writeFileSync(
  `${target}/${names.libraryFacts}`,
  JSON.stringify({ path: where, questions, withPlaces, atOnce: atOnce(questions) }),
);
for (const name of wheels.filter((name) => name !== "--")) {
  write(basename(name).replace(/-.*/, ".zip"), trim.package(bytes(name)));
}

/** What these requests tell, by what they want. @param {string[]} questions */
function atOnce(questions) {
  /** @type {Record<string, string[]>} */
  const told = {};
  for (const request of questions.map((question) => JSON.parse(question))) {
    told[request.do] = [...new Set([...(told[request.do] ?? []), ...filled(request)])].sort();
  }
  return told;
}

/** A module of this folder's Python, inside Pyodide. @param {any} pyodide @param {string} name */
function imported(pyodide, name) {
  const here = "/repository/runtime";
  if (!pyodide.FS.analyzePath(here).exists) {
    pyodide.mountNodeFS(here, fileURLToPath(new URL("..", import.meta.url)));
    pyodide.runPython("import sys; sys.path.append('/repository')");
  }
  return pyodide.pyimport(`runtime.${name}`);
}

/** @param {string} name */
function bytes(name) {
  return new Uint8Array(readFileSync(name));
}

/** @param {string} name @param {any} content */
function write(name, content) {
  writeFileSync(`${target}/${name}`, content.toJs());
}
