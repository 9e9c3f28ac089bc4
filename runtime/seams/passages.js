// @ts-check
/**
 * Passages of `pyodide.asm.mjs` in whose place stands another that does the same for less.
 *
 * Private: all of them, word by word.
 */
import { premise } from "./premise.js";

/**
 * Pyodide evaluates lines of Python at every start, which takes Python's whole compiler: where none are, its part of the
 * WebAssembly need not be there either. `t` is said where Python goes on from a snapshot, which has imported it.
 */
const EVALUATED = {
  'API.rawRun("import _pyodide_core")': 't?[0,""]:API.rawRun("import _pyodide_core")',
  'API._pyodide._base.eval_code("{}")': "API._pyodide._base.builtins.dict()",
  'API.runPythonInternal("import importlib; importlib")': 'API._pyodide._base.import_module("importlib")',
  'API.runPythonInternal("import __main__; __main__.__dict__")': 'o("__main__").__dict__',
  'API.runPythonInternal("import builtins; builtins.__dict__")': 'o("builtins").__dict__',
};

/**
 * Emscripten learns by an error whether a file in memory is there, dozens of times at every start. Each error has V8 look
 * for the lines of all functions that run while anybody looks on, and the first has it read the whole glue once more.
 */
const LEARNT = {
  'try{var node=FS.lookupNode(dir,name);return 20}catch(e){}return FS.nodePermissions(dir,"wx")':
    "if(!dir.contents||Object.hasOwn(dir.contents,name))" +
    'try{var node=FS.lookupNode(dir,name);return 20}catch(e){}return FS.nodePermissions(dir,"wx")',
  "try{current=FS.lookupNode(current,parts[i])}catch(e){":
    "if(islast&&opts.noent_okay&&current.contents&&!Object.hasOwn(current.contents,parts[i]))" +
    "return{path:current_path};try{current=FS.lookupNode(current,parts[i])}catch(e){",
  "d+=dir;try{FS.mkdir(d,mode)}": "d+=dir;if(!FS.lookupPath(d,{noent_okay:true}).node)try{FS.mkdir(d,mode)}",
};

export const PASSAGES = { ...EVALUATED, ...LEARNT };

/** @param {string} glue @returns {string} the glue with the others */
export function withPassages(glue) {
  return Object.entries(PASSAGES).reduce((text, [passage, other]) => {
    const [before, after, ...more] = text.split(passage);
    premise(after !== undefined && !more.length, `its glue does not say once: ${passage}`);
    return before + other + after;
  }, glue);
}
