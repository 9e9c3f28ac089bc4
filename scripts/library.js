// Runs scripts/library_in_pyodide.py in Pyodide, with wheels installed as browsers install them, and writes what it
// makes: node scripts/library.js TARGET WHEEL…
import { readFileSync, writeFileSync } from "node:fs";
import { loadPyodide } from "pyodide";

const [target, ...wheels] = process.argv.slice(2);
// The same order in every set, so that the same bytes come out.
const python = await loadPyodide({ env: { PYTHONHASHSEED: "0" } });
const extractDir = python.runPython("import sysconfig; sysconfig.get_path('purelib')");
for (const wheel of wheels) python.unpackArchive(new Uint8Array(readFileSync(wheel)), "wheel", { extractDir });
const script = readFileSync(new URL("library_in_pyodide.py", import.meta.url), "utf8");
const library = python.runPython(`${script}\nlibrary()`);
writeFileSync(target, library.toJs());
