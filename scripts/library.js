// Runs scripts/library_in_pyodide.py in Pyodide and writes what it makes: node scripts/library.js TARGET WHEEL… -- WHEEL…
// The wheels before the dashes are those that Python starts with, the others come when they are asked for.
import { readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { loadPyodide } from "pyodide";

const [target, ...wheels] = process.argv.slice(2);
const dashes = wheels.indexOf("--");
// The same order in every set, so that the same bytes come out.
const python = await loadPyodide({ env: { PYTHONHASHSEED: "0" } });
python.runPython(readFileSync(new URL("library_in_pyodide.py", import.meta.url), "utf8"));

/** @param {string[]} names */
function install(names) {
  const extractDir = python.runPython("import sysconfig; sysconfig.get_path('purelib')");
  for (const name of names) python.unpackArchive(new Uint8Array(readFileSync(name)), "wheel", { extractDir });
}
/** @param {string} name @param {any} bytes */
const write = (name, bytes) => writeFileSync(`${target}/${name}`, bytes.toJs());

install(wheels.slice(0, dashes));
const start = python.globals.get("loaded_at_start")();
install(wheels.slice(dashes + 1));
const [library, rest, where] = python.globals.get("library")(start);
write("python_stdlib.zip", library);
write("python_stdlib.rest", rest);
writeFileSync(`${target}/python_stdlib.json`, JSON.stringify({ path: where }));
for (const name of wheels.filter((name) => name !== "--")) {
  write(basename(name).replace(/-.*/, ".zip"), python.globals.get("package")(new Uint8Array(readFileSync(name))));
}
