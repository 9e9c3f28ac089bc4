// Tells, as JSON, the names of the functions of Pyodide's WebAssembly that are entered while Python starts, answers
// scripts/first_questions.py, becomes a snapshot and wakes from it:
// node scripts/entered_functions.js PYODIDE LIBRARY PACKAGE…, with the same folders as scripts/split_pyodide.js
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import binaryen from "binaryen";
import { loadPyodide } from "pyodide";
import { definedFunctions } from "./wasm_parts.js";

const [pyodide, library, ...packages] = process.argv.slice(2);
const wasm = new Uint8Array(readFileSync(`${pyodide}/pyodide.asm.wasm`));
const { default: createPyodideModule } = await import(pathToFileURL(`${pyodide}/pyodide.asm.mjs`).href);

const QUESTIONS = readFileSync(new URL("first_questions.py", import.meta.url), "utf8");

/** @returns {Promise<Set<string>>} the names of the functions that are entered */
async function entered() {
  const names = definedFunctions(binaryen.readBinary(wasm)).map(({ name }) => name);
  const counts = new Uint32Array(names.length);
  const module = await WebAssembly.compile(instrumented());
  const enter = (/** @type {number} */ number) => counts[number]++;
  askAll(await start(module, enter, {}));
  const python = await start(module, enter, { _makeSnapshot: true });
  python.runPython("from calculator.bridge import answer; del answer");
  const snapshot = python.makeMemorySnapshot();
  askAll(await start(module, enter, { _loadSnapshot: snapshot }));
  return new Set(names.filter((_, number) => counts[number]));
}

/** Ask as a page does, and then as a script. @param {any} python */
function askAll(python) {
  const bridge = python.pyimport("calculator.bridge");
  bridge.answer("");
  python.runPython(QUESTIONS);
  for (const question of python.runPython("list(questions())").toJs()) bridge.answer(question);
  python.runPython("ask()");
}

/** A copy in which each function begins with a call that tells its number. */
function instrumented() {
  const module = binaryen.readBinary(wasm);
  const functions = definedFunctions(module);
  module.addFunctionImport("enter", "instrument", "enter", binaryen.i32, binaryen.none);
  functions.forEach(({ pointer, body, results }, number) => {
    const tell = module.call("enter", [module.i32.const(number)], binaryen.none);
    binaryen.Function.setBody(pointer, module.block(null, [tell, body], results));
  });
  return module.emitBinary();
}

/** @param {WebAssembly.Module} module @param {(number: number) => void} enter @param {object} options */
async function start(module, enter, options) {
  const { instantiate } = WebAssembly;
  // @ts-expect-error: Pyodide's own call has imports; others are left as they are
  WebAssembly.instantiate = async (source, imports) =>
    imports?.env
      ? { module, instance: await instantiate(module, { ...imports, instrument: { enter } }) }
      : instantiate(source, imports);
  try {
    return await loadPyodide({
      ...options,
      createPyodideModule,
      _sysExecutable: "./this.program", // what it is called in a browser
      stdLibURL: `${library}/python_stdlib.zip`,
      // As docs/assets/calculator/python-runtime.js has it.
      env: { PYTHONPATH: [...packages.map((name) => `/lib/packages/${name}`), "/lib/on-demand"].join(":") },
      fsInit: async (FS) => {
        FS.mkdirTree("/lib/packages");
        FS.mkdirTree("/lib/on-demand");
        for (const name of packages) FS.writeFile(`/lib/packages/${name}`, new Uint8Array(readFileSync(`${library}/${name}`)));
      },
    });
  } finally {
    WebAssembly.instantiate = instantiate;
  }
}

console.log(JSON.stringify([...(await entered())]));
