// Cuts what the calculator's Python can never reach out of Pyodide's two halves, which are linked so that any compiled
// extension could be loaded later; we load none: node runtime/build/trim_pyodide.js PYODIDE TARGET
//
// The WebAssembly half exports every function of Python and of its libraries. What the JavaScript half does not name
// need not be exported, and what then is out of reach goes; of the JavaScript half goes what no longer has a user.
import { readFileSync, writeFileSync } from "node:fs";
import binaryen from "binaryen";
import { minify } from "terser";

const [pyodide, target] = process.argv.slice(2);
const wasm = new Uint8Array(readFileSync(`${pyodide}/pyodide.asm.wasm`));
const glue = readFileSync(`${pyodide}/pyodide.asm.mjs`, "utf8");
const loader = readFileSync(`${pyodide}/pyodide.mjs`, "utf8");

const EXPORT = /([\w$]+)=Module\["[\w$]+"\]=wasmExports\["([\w$]+)"\](?:\.value(?:>>>0)?)?(?=[;}]);?/g;
const STARTS = ["main", "__main_argc_argv"]; // looked up by name

/** @returns {Set<string>} the exports that one of the JavaScript files uses, or that the linker looks up */
function usedExports() {
  const rest = glue.replaceAll(EXPORT, "");
  const counts = new Map();
  for (const [word] of rest.matchAll(/[\w$]+/g)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const loaderWords = new Set(loader.match(/[\w$]+/g));
  const used = new Set(STARTS);
  for (const [, variable, name] of glue.matchAll(EXPORT)) {
    // Once is its declaration.
    if (counts.get(variable) > 1 || loaderWords.has(variable)) used.add(name);
  }
  for (const [, name] of rest.matchAll(/wasmExports(?:\["|\.)([\w$]+)/g)) used.add(name);
  for (const { module, name } of WebAssembly.Module.imports(new WebAssembly.Module(wasm))) {
    if (module.startsWith("GOT.")) used.add(name);
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
  const [before, entries, after] = split(glue, "var wasmImports={", "};");
  const kept = entries.split(",").filter((entry) => imported.has(entry.split(":")[0]));
  const functions = new Set(kept.map((entry) => entry.split(":").at(-1)));
  const code = `${before}${kept.join(",")}${after}`
    .replaceAll(EXPORT, (assignment, _, name) => (exported.has(name) ? assignment : ""))
    .replaceAll(/([\w$]+)\.sig="\w+";/g, (signature, name) => (functions.has(name) ? signature : ""))
    // The site's policy forbids eval, so nothing relies on it; unless told, the minifier would have to fear it.
    .replaceAll(/\beval\(/g, "globalThis.eval(");
  const { code: minified } = await minify(code, {
    module: true,
    compress: { passes: 4, pure_getters: true, toplevel: true },
    format: { comments: false },
  });
  return minified;
}

/** @param {string} text @param {string} start @param {string} end */
function split(text, start, end) {
  const from = text.indexOf(start) + start.length;
  const to = text.indexOf(end, from);
  if (from < start.length || to < 0) throw new Error(`Pyodide's glue has no ${start}`);
  return [text.slice(0, from), text.slice(from, to), text.slice(to)];
}

const cut = cutWasm();
writeFileSync(`${target}/pyodide.asm.wasm`, cut);
writeFileSync(`${target}/pyodide.asm.mjs`, await cutGlue(cut));
