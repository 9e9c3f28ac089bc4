// Makes the snapshot that browsers start Python from: the memory of one that has started, and has answered the questions
// that a page asks first, runtime/build/warm_up_requests.py: node runtime/build/snapshot.js PYODIDE LIBRARY TARGET PACKAGE…, with
// the same folders as runtime/build/split_hot_from_cold.js.
//
// What the WebAssembly fills in itself is left out of it, see runtime/worker/snapshot.js. That it answers
// them without a file of its library or a package is tried here; for all else, the page waits for them.
import { writeFileSync } from "node:fs";
import names from "../names.json" with { type: "json" };
import { memoryOf } from "../seams/dynamic-linking.js";
import { proveWhenOpened } from "../seams/file-nodes.js";
import { proveCalled } from "../seams/snapshot.js";
import { LazyFiles } from "../worker/lazy-files.js";
import { packed, Snapshot } from "../worker/snapshot.js";
import { PythonInNode } from "./python_in_node.js";

const [pyodide, library, target, ...packages] = process.argv.slice(2);
const python = new PythonInNode(pyodide, library, packages);

/** @type {WebAssembly.Memory} of the Python that has been started last */
let memory;
/** @type {Uint8Array} what was in it before anything ran */
let untouched;

/** @type {import("../seams/load-from-memory.js").Instantiate} */
async function instantiate(imports, stock) {
  const { module, instance } = await stock(python.wasm, imports);
  memory = memoryOf(instance.exports);
  untouched = contents();
  return { module, instance };
}

/** A copy of the memory. */
const contents = () => new Uint8Array(memory.buffer).slice();

/** Wake, and answer without files; gives the memory as it is when a snapshot takes its place. @param {Uint8Array<ArrayBuffer>} pack */
async function tried(pack) {
  const files = new LazyFiles(python.paths, () => {
    throw new Error("a first question needs a file");
  });
  /** @type {Uint8Array | undefined} */
  let before;
  const snapshot = new Snapshot();
  snapshot.unpack(pack, () => {
    before = contents();
    files.withhold(python.FS);
    return new Uint8Array(memory.buffer);
  });
  const woken = await python.start(instantiate, snapshot.options, { files: false });
  snapshot.prove();
  proveCalled(woken);
  proveWhenOpened(python.FS, "/tmp/nothing");
  const bridge = woken.pyimport("calculator.page.bridge");
  for (const question of python.questions) {
    const reply = JSON.parse(bridge.answer(question));
    if (reply.needs) throw new Error(`${question} needs ${reply.needs}`);
  }
  return /** @type {Uint8Array} */ (before);
}

Date.now = () => Date.UTC(2026, 0, 1); // in every build, so that the same bytes come out
performance.now = () => 0;
const made = await python.snapshot(instantiate);
const pack = packed(made, [untouched, await tried(packed(made, []))]);
await tried(pack);
writeFileSync(`${target}/${names.snapshot}`, pack);
