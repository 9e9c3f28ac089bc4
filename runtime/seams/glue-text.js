// @ts-check
/**
 * The text of `pyodide.asm.mjs`, the half of Pyodide that Emscripten wrote. The build reads in it what of the WebAssembly
 * is used, and takes out of it what then has no user.
 *
 * Private: all of it, that is, how Emscripten writes assignments, tables and signatures.
 */
import { premise } from "./premise.js";

const ASSIGNMENTS = /function assignWasmExports\(wasmExports\)\{([^}]*\})/;
const ASSIGNMENT = /([\w$]+)=Module\["[\w$]+"\]=wasmExports\["([\w$]+)"\](?:\.value(?:>>>0)?)?(?=[;}]);?/g;
const SHARED = 2; // assignments of another form: those of the memory and of the table
const MENTION = /wasmExports(?:\["|\.)([\w$]+)/g;
const IMPORTS = /(?<=var wasmImports=\{)[^}]*(?=\};)/;
const SIGNATURE = /([\w$]+)\.sig="\w+";/g;
const SHOWN = /Module\["([\w$]+)"\]=\1;/g;
const MEMBER = /\.([\w$]+)|\["([\w$]+)"\]/g;
const EVAL = /\beval\(/g;

/**
 * How each export of the WebAssembly becomes a variable: `_name=Module["_name"]=wasmExports["name"];`.
 * @param {string} glue
 * @returns {{variable: string, name: string}[]}
 */
export function exportAssignments(glue) {
  const [, body] = glue.match(ASSIGNMENTS) ?? [];
  premise(body, "its glue has no function assignWasmExports");
  const left = body.replaceAll(ASSIGNMENT, "").match(/Module\[/g) ?? [];
  premise(left.length <= SHARED, "its glue assigns exports of the WebAssembly in another form");
  return Array.from(body.matchAll(ASSIGNMENT), ([, variable, name]) => ({ variable, name }));
}

/** @param {string} glue @param {(name: string) => boolean} isKept by the name of the export */
export function withoutAssignments(glue, isKept) {
  return glue.replaceAll(ASSIGNMENT, (assignment, _variable, name) => (isKept(name) ? assignment : ""));
}

/** The exports of the WebAssembly that the glue names, but for where it assigns them. @param {string} glue @returns {string[]} */
export function exportsNamed(glue) {
  const names = Array.from(withoutAssignments(glue, () => false).matchAll(MENTION), ([, name]) => name);
  premise(names.includes("__wasm_call_ctors"), "its glue names the exports of the WebAssembly in another form");
  return names;
}

/**
 * The table of what the WebAssembly imports: `name:function`, or `name` where both are the same.
 * @param {string} glue
 * @param {(name: string) => boolean} isKept by the name of the import
 * @returns {{text: string, functions: Set<string>}} the glue with what is kept of it, and the functions in it
 */
export function withoutImports(glue, isKept) {
  const [table] = glue.match(IMPORTS) ?? [];
  premise(table, "its glue has no table wasmImports");
  const entries = table
    .split(",")
    .map((entry) => ({ entry, name: entry.split(":")[0], itself: String(entry.split(":").at(-1)) }));
  premise(
    entries.every(({ itself }) => /^[\w$]+$/.test(itself)),
    "its table wasmImports holds more than names",
  );
  const kept = entries.filter(({ name }) => isKept(name));
  premise(
    kept.length && kept.length < entries.length,
    "its table wasmImports and the imports of its WebAssembly have other names",
  );
  return {
    text: glue.replace(IMPORTS, () => kept.map(({ entry }) => entry).join(",")),
    functions: new Set(kept.map(({ itself }) => itself)),
  };
}

/** What says how an import is called: `function.sig="iip";`. @param {string} glue @param {(name: string) => boolean} isKept */
export function withoutSignatures(glue, isKept) {
  const text = glue.replaceAll(SIGNATURE, (signature, name) => (isKept(name) ? signature : ""));
  premise(text.length < glue.length, "its glue gives functions no .sig");
  return text;
}

/**
 * What the glue shows to whoever holds its module, as `Module["name"]=name;`: to extensions that could be loaded later,
 * thousands of functions, down to those for games. Kept is what is asked for by its name anywhere.
 * @param {string} glue
 * @param {string} loader the other half of Pyodide, which holds the module
 */
export function withoutShown(glue, loader) {
  const rest = glue.replaceAll(SHOWN, "");
  premise(rest.length < glue.length, "its glue shows functions in another form");
  const asked = new Set(Array.from((rest + loader).matchAll(MEMBER), ([, name, quoted]) => name ?? quoted));
  return glue.replaceAll(SHOWN, (assignment, name) => (asked.has(name) ? assignment : ""));
}

/**
 * The site's policy forbids `eval`, so nothing relies on it. Unless told, a minifier would have to fear that it reads
 * any variable: a call of the global object's cannot.
 * @param {string} glue
 */
export function withIndirectEval(glue) {
  const text = glue.replaceAll(EVAL, "globalThis.eval(");
  premise(text !== glue, "its glue calls no eval, so this need not be done any more");
  return text;
}
