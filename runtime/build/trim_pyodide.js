// Cuts what the calculator's Python can never reach out of Pyodide's two halves, which are linked so that any compiled
// extension could be loaded later; we load none: node runtime/build/trim_pyodide.js PYODIDE TARGET
//
// The WebAssembly half exports every function of Python and of its libraries. What the JavaScript half does not name
// need not be exported, and what then is out of reach goes; of the JavaScript half goes what no longer has a user.
import { readFileSync, writeFileSync } from "node:fs";
import binaryen from "binaryen";
import { minify } from "terser";
import { withoutQuestion } from "../seams/classic-worker.js";
import { lookedUp } from "../seams/dynamic-linking.js";
import {
  exportAssignments,
  exportsNamed,
  withIndirectEval,
  withoutAssignments,
  withoutImports,
  withoutShown,
  withoutSignatures,
} from "../seams/glue-text.js";
import { withPassages } from "../seams/passages.js";

const [pyodide, target] = process.argv.slice(2);
const wasm = new Uint8Array(readFileSync(`${pyodide}/pyodide.asm.wasm`));
const glue = readFileSync(`${pyodide}/pyodide.asm.mjs`, "utf8");
const loader = readFileSync(`${pyodide}/pyodide.mjs`, "utf8");

/** @returns {Set<string>} the exports that one of the JavaScript files uses, or that the linker looks up */
function usedExports() {
  const counts = new Map();
  for (const [word] of withoutAssignments(glue, () => false).matchAll(/[\w$]+/g))
    counts.set(word, (counts.get(word) ?? 0) + 1);
  const loaderWords = new Set(loader.match(/[\w$]+/g));
  const used = new Set([...lookedUp(new WebAssembly.Module(wasm)), ...exportsNamed(glue)]);
  for (const { variable, name } of exportAssignments(glue)) {
    // Once is its declaration.
    if (counts.get(variable) > 1 || loaderWords.has(variable)) used.add(name);
  }
  return used;
}

function cutWasm() {
  const used = usedExports();
  const module = binaryen.readBinary(wasm);
  for (const { kind, name } of WebAssembly.Module.exports(new WebAssembly.Module(wasm))) {
    if (!used.has(name) && (kind === "function" || kind === "global")) module.removeExport(name);
  }
  module.runPasses(["remove-unused-module-elements"]);
  return module.emitBinary();
}

/** @param {Uint8Array} cut */
async function cutGlue(cut) {
  const module = new WebAssembly.Module(cut);
  const exported = new Set(WebAssembly.Module.exports(module).map(({ name }) => name));
  const imported = new Set(WebAssembly.Module.imports(module).map(({ name }) => name));
  const { text, functions } = withoutImports(glue, (name) => imported.has(name));
  const code = withoutSignatures(
    withoutAssignments(text, (name) => exported.has(name)),
    (name) => functions.has(name),
  );
  const own = withoutShown(withPassages(code), loader);
  const { code: minified } = await minify(withoutQuestion(withIndirectEval(own)), {
    module: true,
    compress: { passes: 4, pure_getters: true, toplevel: true },
    format: { comments: false },
  });
  return minified;
}

const cut = cutWasm();
writeFileSync(`${target}/pyodide.asm.wasm`, cut);
writeFileSync(`${target}/pyodide.asm.mjs`, await cutGlue(cut));
writeFileSync(`${target}/pyodide.mjs`, withoutQuestion(loader));
