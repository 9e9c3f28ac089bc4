// Splits Pyodide's WebAssembly in two: what is called until a page's first questions are answered, and the rest, which
// can come after that: node runtime/build/split_hot_from_cold.js PYODIDE LIBRARY TARGET PACKAGE…
// PYODIDE is the folder with its two halves, LIBRARY that with the part of Python's library that the start needs, and
// with the packages.
//
// What is called is measured, by runtime/build/profile_functions.js. In the first part, each other function is a few bytes
// that have the rest loaded where it has not been, and call it there through a table.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import binaryen from "binaryen";
import { definedFunctions, exportsOf, globalsOf, tablesOf } from "./wasm_parts.js";

/** @typedef {import("binaryen").Module} Module */

const [pyodide, library, target, ...packages] = process.argv.slice(2);
const wasm = new Uint8Array(readFileSync(`${pyodide}/pyodide.asm.wasm`));

// How the two parts find each other; runtime/worker/split-wasm.js knows these names too.
const REST = "rest"; // the module that the first part imports `load` from
const FIRST = "first"; // the module that the rest imports from: what the first part exports
const own = (/** @type {string} */ kind, /** @type {string} */ name) => `first:${kind}:${name}`; // what only it imports
const MEMORY = "0"; // what binaryen calls the only one
const TABLE = "slots"; // where the first part finds the rest's functions
const LOADED = "loaded"; // 1 once they are there

/**
 * Browsers differ in whether WebAssembly can wait for a promise, and Pyodide does other things where it can.
 * @returns {Set<string>} the names of the functions that are entered in one or the other
 */
function entered() {
  const script = fileURLToPath(new URL("profile_functions.js", import.meta.url));
  const runs = [[], ["--experimental-wasm-jspi"]].map((flags) =>
    execFileSync(process.execPath, [...flags, script, pyodide, library, ...packages], { encoding: "utf8" }),
  );
  return new Set(runs.flatMap((output) => JSON.parse(output)));
}

/** @param {Set<string>} hot @returns {[Uint8Array, Uint8Array]} */
function split(hot) {
  const isCold = (/** @type {{name: string}} */ { name }) => !hot.has(name);
  // What only cold functions call is not needed in the first part at all.
  const slots = definedFunctions(without(isCold)).filter(isCold).map(({ name }) => name);
  const rest = theRest(hot, slots).emitBinary();
  const first = without(isCold, (module) => {
    callThroughTable(module, slots);
    exportFor(module, rest);
  });
  return [first.emitBinary(), rest];
}

/**
 * All but what some functions do, and what only they need.
 * @param {(one: {name: string}) => boolean} which
 * @param {(module: Module) => void} change what else is changed, before it is decided what is needed
 */
function without(which, change = () => undefined) {
  const module = binaryen.readBinary(wasm);
  for (const { pointer } of definedFunctions(module).filter(which)) {
    binaryen.Function.setBody(pointer, module.unreachable());
  }
  change(module);
  module.runPasses(["remove-unused-module-elements"]);
  return module;
}

/** Make each of these functions call what stands in its slot of the table. @param {Module} module @param {string[]} slots */
function callThroughTable(module, slots) {
  module.addTable(TABLE, slots.length, slots.length);
  module.addGlobal(LOADED, binaryen.i32, true, module.i32.const(0));
  module.addFunctionImport("load", REST, "load", binaryen.none, binaryen.none);
  slots.forEach((name, slot) => {
    const { params, results } = binaryen.getFunctionInfo(module.getFunction(name));
    const types = binaryen.expandType(params);
    module.removeFunction(name);
    const load = module.if(module.i32.eqz(module.global.get(LOADED, binaryen.i32)), module.call("load", [], binaryen.none));
    const given = types.map((type, number) => module.local.get(number, type));
    const call = module.call_indirect(TABLE, module.i32.const(slot), given, params, results);
    module.addFunction(name, params, results, [], module.block(null, [load, call], results));
  });
}

/** What stands behind the slots, with all that only it needs. @param {Set<string>} hot @param {string[]} slots */
function theRest(hot, slots) {
  const module = binaryen.readBinary(wasm);
  const tags = exportsOf(module).filter(({ kind }) => kind === binaryen.ExternalKinds.Tag);
  for (const { name } of exportsOf(module)) module.removeExport(name);
  for (let left = module.getNumElementSegments(); left > 0; left -= 1) {
    module.removeElementSegment(binaryen.getElementSegmentInfo(module.getElementSegmentByIndex(0)).name);
  }
  module.runPasses(["remove-memory-init"]);
  module.addMemoryImport(MEMORY, FIRST, own("memory", MEMORY));
  for (const { name, params, results } of definedFunctions(module).filter(({ name }) => hot.has(name))) {
    module.removeFunction(name);
    module.addFunctionImport(name, FIRST, own("function", name), params, results);
  }
  for (const { name, type, mutable } of globalsOf(module)) {
    module.removeGlobal(name);
    module.addGlobalImport(name, FIRST, own("global", name), type, mutable);
  }
  for (const { value } of tags) {
    const { params, results } = binaryen.getTagInfo(module.getTag(value));
    module.removeTag(value);
    module.addTagImport(value, FIRST, own("tag", value), params, results);
  }
  module.addTable(TABLE, slots.length, slots.length);
  for (const name of tablesOf(module)) module.addTableImport(name, FIRST, own("table", name));
  module.addActiveElementSegment(TABLE, "slots", slots);
  module.runPasses(["remove-unused-module-elements"]);
  return module;
}

/** Export what the rest imports. @param {Module} module @param {Uint8Array} rest */
function exportFor(module, rest) {
  module.addGlobalExport(LOADED, own("global", LOADED));
  const add = {
    function: module.addFunctionExport,
    global: module.addGlobalExport,
    table: module.addTableExport,
    memory: module.addMemoryExport,
    tag: module.addTagExport,
  };
  for (const { module: from, kind, name } of WebAssembly.Module.imports(new WebAssembly.Module(rest))) {
    if (from === FIRST) add[kind](name.slice(own(kind, "").length), name);
  }
}

const [first, rest] = split(entered());
writeFileSync(`${target}/pyodide.asm.first.wasm`, first);
writeFileSync(`${target}/pyodide.asm.rest.wasm`, rest);
