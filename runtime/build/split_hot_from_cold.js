// Splits Pyodide's WebAssembly in two: the hot part, which is called until a page's first questions are answered, and the
// cold part, which can come after that: node runtime/build/split_hot_from_cold.js PYODIDE LIBRARY TARGET PACKAGE…
// PYODIDE is the folder with its two halves, LIBRARY that with the part of Python's library that the start needs, and
// with the packages.
//
// What is called is measured, by runtime/build/profile_functions.js. In the hot part, each other function is a few bytes
// that ask for the cold part where it has not come, and call it there through a table.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import binaryen from "binaryen";
import names from "../names.json" with { type: "json" };
import { COLD, forCold, HOT, LOAD, LOADED } from "../worker/split-names.js";
import { definedFunctions, exportsOf, globalsOf, tablesOf } from "./wasm_parts.js";

/** @typedef {import("binaryen").Module} Module */

const [pyodide, library, target, ...packages] = process.argv.slice(2);
const wasm = new Uint8Array(readFileSync(`${pyodide}/pyodide.asm.wasm`));

const MEMORY = "0"; // what binaryen calls the only one
const TABLE = "slots"; // where the hot part finds the cold part's functions

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

/** @param {Set<string>} hot the names of the functions that are @returns {[Uint8Array, Uint8Array]} */
function split(hot) {
  const isCold = (/** @type {{name: string}} */ { name }) => !hot.has(name);
  // What only cold functions call is not needed in the hot part at all.
  const slots = definedFunctions(without(isCold))
    .filter(isCold)
    .map(({ name }) => name);
  const coldPart = coldPartOf(hot, slots).emitBinary();
  const hotPart = without(isCold, (module) => {
    callThroughTable(module, slots);
    exportFor(module, coldPart);
  });
  return [hotPart.emitBinary(), coldPart];
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
  module.addFunctionImport(LOAD, COLD, LOAD, binaryen.none, binaryen.none);
  slots.forEach((name, slot) => {
    const { params, results } = binaryen.getFunctionInfo(module.getFunction(name));
    const types = binaryen.expandType(params);
    module.removeFunction(name);
    const load = module.if(
      module.i32.eqz(module.global.get(LOADED, binaryen.i32)),
      module.call(LOAD, [], binaryen.none),
    );
    const given = types.map((type, number) => module.local.get(number, type));
    const call = module.call_indirect(TABLE, module.i32.const(slot), given, params, results);
    module.addFunction(name, params, results, [], module.block(null, [load, call], results));
  });
}

/** What stands behind the slots, with all that only it needs. @param {Set<string>} hot @param {string[]} slots */
function coldPartOf(hot, slots) {
  const module = binaryen.readBinary(wasm);
  const tags = exportsOf(module).filter(({ kind }) => kind === binaryen.ExternalKinds.Tag);
  for (const { name } of exportsOf(module)) module.removeExport(name);
  for (let left = module.getNumElementSegments(); left > 0; left -= 1) {
    module.removeElementSegment(binaryen.getElementSegmentInfo(module.getElementSegmentByIndex(0)).name);
  }
  module.runPasses(["remove-memory-init"]);
  module.addMemoryImport(MEMORY, HOT, forCold("memory", MEMORY));
  for (const { name, params, results } of definedFunctions(module).filter(({ name }) => hot.has(name))) {
    module.removeFunction(name);
    module.addFunctionImport(name, HOT, forCold("function", name), params, results);
  }
  for (const { name, type, mutable } of globalsOf(module)) {
    module.removeGlobal(name);
    module.addGlobalImport(name, HOT, forCold("global", name), type, mutable);
  }
  for (const { value } of tags) {
    const { params, results } = binaryen.getTagInfo(module.getTag(value));
    module.removeTag(value);
    module.addTagImport(value, HOT, forCold("tag", value), params, results);
  }
  module.addTable(TABLE, slots.length, slots.length);
  for (const name of tablesOf(module)) module.addTableImport(name, HOT, forCold("table", name));
  module.addActiveElementSegment(TABLE, "slots", slots);
  module.runPasses(["remove-unused-module-elements"]);
  return module;
}

/** Export what the cold part imports. @param {Module} module @param {Uint8Array} coldPart */
function exportFor(module, coldPart) {
  module.addGlobalExport(LOADED, forCold("global", LOADED));
  const add = {
    function: module.addFunctionExport,
    global: module.addGlobalExport,
    table: module.addTableExport,
    memory: module.addMemoryExport,
    tag: module.addTagExport,
  };
  for (const { module: from, kind, name } of WebAssembly.Module.imports(new WebAssembly.Module(coldPart))) {
    if (from === HOT) add[kind](name.slice(forCold(kind, "").length), name);
  }
}

const [hotPart, coldPart] = split(entered());
if (!WebAssembly.validate(hotPart)) throw new Error("binaryen has made a hot part that is no WebAssembly");
writeFileSync(`${target}/${names.hot}`, hotPart);
writeFileSync(`${target}/${names.cold}`, coldPart);
