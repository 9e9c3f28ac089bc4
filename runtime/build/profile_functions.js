// Tells, as JSON, the names of the functions of Pyodide's WebAssembly that are entered while Python wakes from a snapshot
// and answers runtime/build/warm_up_requests.py: node runtime/build/profile_functions.js PYODIDE LIBRARY PACKAGE…, with the same
// folders as runtime/build/split_hot_from_cold.js
import binaryen from "binaryen";
import { goingOnFrom } from "../seams/snapshot.js";
import { PythonInNode } from "./python_in_node.js";
import { definedFunctions } from "./wasm_parts.js";

const [pyodide, library, ...packages] = process.argv.slice(2);
const python = new PythonInNode(pyodide, library, packages);

/** @returns {Promise<Set<string>>} */
async function entered() {
  const names = definedFunctions(binaryen.readBinary(python.wasm)).map(({ name }) => name);
  const counts = new Uint32Array(names.length);
  const module = await WebAssembly.compile(instrumented());
  /** @type {import("../seams/load-from-memory.js").Instantiate} */
  const counted = async (imports, stock) => {
    const instrument = { enter: (/** @type {number} */ number) => counts[number]++ };
    return { module, instance: await stock(module, { ...imports, instrument }) };
  };

  const snapshot = await python.snapshot(counted);
  counts.fill(0);
  const questions = [...python.questions, ...python.withPlaces];
  // The first question finds Python as it wakes, later ones do not: so each of those that read much is the first once.
  for (const order of [questions, questions.toReversed(), ...python.withPlaces.map((question) => [question])]) {
    const bridge = (await python.start(counted, goingOnFrom(snapshot))).pyimport("calculator.page.bridge");
    bridge.answer("");
    for (const question of order) bridge.answer(question);
  }
  return new Set(names.filter((_, number) => counts[number]));
}

/** A copy in which each function begins with a call that tells its number. */
function instrumented() {
  const module = binaryen.readBinary(python.wasm);
  const functions = definedFunctions(module);
  module.addFunctionImport("enter", "instrument", "enter", binaryen.i32, binaryen.none);
  functions.forEach(({ pointer, body, results }, number) => {
    const tell = module.call("enter", [module.i32.const(number)], binaryen.none);
    binaryen.Function.setBody(pointer, module.block(null, [tell, body], results));
  });
  return module.emitBinary();
}

console.log(JSON.stringify([...(await entered())]));
