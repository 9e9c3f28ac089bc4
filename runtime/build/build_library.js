// Makes the parts of Python's library, and the packages, that browsers load, out of what Pyodide brings and of wheels:
// node runtime/build/build_library.js TARGET WHEEL… -- WHEEL…
// The wheels before the dashes are those that Python starts with, the others come when they are asked for.
//
// Three Pythons do it: the first edits the library (runtime/build/defer_imports.py), the second starts from the edited one and
// tells what its first answers have loaded (runtime/build/warm_up_requests.py), the third cuts and compiles
// (runtime/build/trim_library.py).
import { readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { loadPyodide } from "pyodide";
import { filled } from "../worker/filled-fields.js";

const [target, ...wheels] = process.argv.slice(2);
const dashes = wheels.indexOf("--");
const atStart = wheels.slice(0, dashes);
const edited = `${target}/python_stdlib.zip`;

const stock = await loadPyodide();
run(stock, "defer_imports.py");
writeFileSync(edited, stock.runPython(`edited(open("/lib/python314.zip", "rb").read())`).toJs());

const visited = await loadPyodide({
  stdLibURL: edited,
  env: { PYTHONPATH: atStart.map((name) => `/lib/${basename(name)}`).join(":") },
  fsInit: async (FS) => atStart.forEach((name) => FS.writeFile(`/lib/${basename(name)}`, bytes(name))),
});
run(visited, "warm_up_requests.py");
const start = visited.runPython("ask(); loaded_files()");
const list = (/** @type {string} */ name) => /** @type {string[]} */ (visited.runPython(`list(${name}())`).toJs());
const questions = list("questions");
const withPlaces = list("with_places");

// The same order in every set, so that the same bytes come out.
const python = await loadPyodide({ stdLibURL: edited, env: { PYTHONHASHSEED: "0" } });
run(python, "trim_library.py");
const extractDir = python.runPython("str(PACKAGES)");
for (const name of wheels) if (name !== "--") python.unpackArchive(bytes(name), "zip", { extractDir });
const [library, rest, where] = python.globals.get("library")(start);
write("python_stdlib.zip", library);
write("python_stdlib.rest", rest);
writeFileSync(`${target}/python_stdlib.json`, JSON.stringify({ path: where, questions, withPlaces, atOnce: atOnce(questions) }));
for (const name of wheels.filter((name) => name !== "--")) {
  write(basename(name).replace(/-.*/, ".zip"), python.globals.get("package")(bytes(name)));
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

/** @param {any} pyodide @param {string} script */
function run(pyodide, script) {
  pyodide.runPython(readFileSync(new URL(script, import.meta.url), "utf8"));
}

/** @param {string} name */
function bytes(name) {
  return new Uint8Array(readFileSync(name));
}

/** @param {string} name @param {any} content */
function write(name, content) {
  writeFileSync(`${target}/${name}`, content.toJs());
}
