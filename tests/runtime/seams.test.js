// Every seam holds in the Pyodide that is installed, and says so where it would not hold in another.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { pathToFileURL } from "node:url";
import { loadPyodide } from "pyodide";
import { withoutQuestion } from "../../runtime/seams/classic-worker.js";
import { lookedUp, memoryOf } from "../../runtime/seams/dynamic-linking.js";
import { proveWhenOpened, whenOpened } from "../../runtime/seams/file-nodes.js";
import * as glueText from "../../runtime/seams/glue-text.js";
import { fetchedFrom, instantiatedBy, instantiatedInNodeBy } from "../../runtime/seams/load-from-memory.js";
import { PASSAGES, withPassages } from "../../runtime/seams/passages.js";
import * as snapshots from "../../runtime/seams/snapshot.js";

const CHANGED = /^Error: Pyodide has changed: .+\. See runtime\/README\.md/;
const pyodide = new URL("../../node_modules/pyodide/", import.meta.url);
const glue = readFileSync(new URL("pyodide.asm.mjs", pyodide), "utf8");
const wasm = new WebAssembly.Module(readFileSync(new URL("pyodide.asm.wasm", pyodide)));
const EMPTY = new WebAssembly.Module(new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]));
const nothing = async () => undefined;

globalThis.self = globalThis; // as in a browser

// The glue ------------------------------------------------------------------------------------------------------------

test("the glue assigns what the WebAssembly exports", () => {
  const exported = new Set(WebAssembly.Module.exports(wasm).map(({ name }) => name));
  const assigned = glueText.exportAssignments(glue);
  assert.ok(assigned.length > 1000);
  assert.deepEqual(
    assigned.filter(({ name }) => !exported.has(name)),
    [],
  );
});

test("the glue loses what is not kept of its assignments, imports and signatures, and nothing else", () => {
  const none = () => false;
  const all = () => true;
  assert.equal(glueText.withoutAssignments(glue, all), glue);
  assert.deepEqual(glueText.exportAssignments(glueText.withoutAssignments(glue, none)), []);
  const { text, functions } = glueText.withoutImports(glue, (name) => name === "fd_write");
  assert.deepEqual([...functions], ["_fd_write"]);
  assert.match(text, /var wasmImports=\{fd_write:_fd_write\};/);
  assert.doesNotMatch(glueText.withoutSignatures(glue, none), /\.sig="/);
  assert.doesNotMatch(glueText.withIndirectEval(glue), /(?<!globalThis\.)\beval\(/);
});

test("the glue shows what is asked for by its name, and nothing else", () => {
  const loader = readFileSync(new URL("pyodide.mjs", pyodide), "utf8");
  const own = glueText.withoutShown(glue, loader);
  assert.match(own, /Module\["FS"\]=FS;/);
  assert.doesNotMatch(own, /Module\["_emscripten_cancel_animation_frame"\]=/);
  const shown = 'Module["a"]=a;Module["b"]=b;Module["c"]=c;Module["d"]=Other;';
  const users = 'Module.a();Module["b"]()';
  assert.equal(glueText.withoutShown(shown + users, "x.c"), shown + users);
  assert.equal(glueText.withoutShown(shown, ""), 'Module["d"]=Other;');
});

test("each passage of the glue is found once, and is told where it is gone or stands twice", () => {
  const text = withPassages(glue);
  for (const [passage, other] of Object.entries(PASSAGES)) {
    assert.ok(text.includes(other));
    assert.throws(() => withPassages(glue.replace(passage, "")), CHANGED);
    assert.throws(() => withPassages(glue + passage), CHANGED);
  }
});

const one =
  'function assignWasmExports(wasmExports){_f=Module["_f"]=wasmExports["f"]}wasmExports["__wasm_call_ctors"]()';
for (const [what, change] of Object.entries({
  "without a function for its exports": () => glueText.exportAssignments("var wasmExports={}"),
  "with its exports assigned in a loop": () =>
    glueText.exportAssignments(
      "function assignWasmExports(wasmExports){for(var n in wasmExports)Module[n]=wasmExports[n];Module[0];Module[1]}",
    ),
  "with its exports named by a template": () => glueText.exportsNamed("wasmExports[`main`]"),
  "without a table of imports": () => glueText.withoutImports("var imports={};", () => true),
  "with functions in the table of imports": () =>
    glueText.withoutImports("var wasmImports={a:()=>1,b:_b};", () => true),
  "with other names in the table of imports": () =>
    glueText.withoutImports("var wasmImports={a:_a,b:_b};", () => false),
  "without signatures": () => glueText.withoutSignatures(one, () => false),
  "that shows nothing": () => glueText.withoutShown(one, ""),
  "without eval": () => glueText.withIndirectEval(one),
})) {
  test(`a glue ${what} is told`, () => assert.throws(change, CHANGED));
}

test("a glue with one assignment is read", () => {
  assert.deepEqual(glueText.exportAssignments(one), [{ variable: "_f", name: "f" }]);
  assert.deepEqual(glueText.exportsNamed(one), ["__wasm_call_ctors"]);
});

test("with other passages Python starts, and its files are as they were", async () => {
  const folder = mkdtempSync(join(tmpdir(), "glue-"));
  try {
    const file = join(folder, "pyodide.asm.mjs");
    writeFileSync(file, withPassages(glue));
    const { default: createPyodideModule } = await import(pathToFileURL(file).href);
    const python = await loadPyodide({ createPyodideModule });
    assert.equal(python.runPython("kept = len([__name__]); __name__"), "__main__");
    assert.equal(python.globals.get("kept"), 1);
    assert.equal(python.globals.get("max")(1, 2), 2);

    const { FS } = python;
    const refuses = (/** @type {number} */ errno, /** @type {() => unknown} */ work) =>
      assert.throws(work, (/** @type {any} */ error) => error.errno === errno);
    FS.mkdirTree("/a/b");
    FS.mkdirTree("/a/b/c");
    FS.writeFile("/a/b/c/file", "text");
    FS.symlink("/a/b", "/a/link");
    FS.mkdirTree("/a/link/d");
    assert.deepEqual(FS.readdir("/a/b").sort(), [".", "..", "c", "d"]);
    refuses(20, () => FS.mkdir("/a/b"));
    refuses(20, () => FS.symlink("/a", "/a/link"));
    refuses(54, () => FS.mkdir("/a/b/c/file/d"));
    refuses(44, () => FS.readFile("/a/nothing"));
    refuses(44, () => FS.writeFile("/nowhere/file", ""));
    assert.equal(FS.analyzePath("/a/nothing").exists, false);
    assert.equal(FS.readFile("/a/link/c/file", { encoding: "utf8" }), "text");
  } finally {
    rmSync(folder, { recursive: true });
  }
});

// The WebAssembly -----------------------------------------------------------------------------------------------------

test("the linker looks up the entry and addresses", () => {
  assert.ok(lookedUp(wasm).length > 2);
  assert.throws(() => lookedUp(EMPTY), CHANGED);
});

test("there is one memory, under whatever names", () => {
  const [memory, other] = [1, 2].map((initial) => new WebAssembly.Memory({ initial }));
  assert.equal(memoryOf({ a: memory, b: memory }), memory);
  assert.throws(() => memoryOf({}), CHANGED);
  assert.throws(() => memoryOf({ a: memory, b: other }), CHANGED);
});

// How it starts -------------------------------------------------------------------------------------------------------

test("a Python that is started otherwise than by the function of this place is told", async () => {
  await assert.rejects(instantiatedBy(nothing, nothing), CHANGED);
  await assert.rejects(instantiatedInNodeBy(nothing, nothing), CHANGED);
});

test("WebAssembly that does not come to life ends the wait", async () => {
  const broken = instantiatedBy(
    async () => {
      throw new RangeError("no memory");
    },
    () => {
      WebAssembly.instantiateStreaming(new Response()).catch(() => undefined);
      return new Promise(() => undefined);
    },
  );
  await assert.rejects(broken, /no memory/);
});

test("the library comes from memory, and whatever else is fetched is told", async () => {
  const library = new Uint8Array([1, 2, 3]);
  const read = (/** @type {string} */ name) =>
    fetchedFrom(library, async () => (await fetch(`runtime:/${name}`)).arrayBuffer());
  assert.deepEqual(new Uint8Array(await read("python_stdlib.zip")), library);
  await assert.rejects(read("pyodide.asm.wasm"), CHANGED);
  await assert.rejects(read("pyodide-lock.json"), CHANGED);
});

test("what has been put in place of the surroundings is taken away again", async () => {
  const before = [globalThis.fetch, WebAssembly.instantiate, WebAssembly.instantiateStreaming];
  await fetchedFrom(new Uint8Array(), () => instantiatedBy(nothing, nothing)).catch(() => undefined);
  await instantiatedInNodeBy(nothing, nothing).catch(() => undefined);
  assert.deepEqual([globalThis.fetch, WebAssembly.instantiate, WebAssembly.instantiateStreaming], before);
});

for (const half of ["pyodide.mjs", "pyodide.asm.mjs"]) {
  test(`${half} takes every worker for a module, and is told if it asks otherwise`, () => {
    const script = readFileSync(new URL(half, pyodide), "utf8");
    assert.doesNotMatch(withoutQuestion(script), /importScripts\(/);
    assert.throws(() => withoutQuestion(withoutQuestion(script)), CHANGED);
  });
}

// Snapshots and files -------------------------------------------------------------------------------------------------

test("a Python goes on from a snapshot that is put in its place late", async () => {
  const stock = { ...snapshots.AS_IN_BROWSERS };
  const snapshot = snapshots.snapshotOf(await loadPyodide({ ...stock, ...snapshots.TO_BE_KEPT }));
  const [head, memory] = snapshots.parted(snapshot);
  assert.equal(head.length + memory.length, snapshot.length);
  const late = new snapshots.LateSnapshot();
  let filled = 0;
  const woken = await instantiatedInNodeBy(
    async (imports, instantiate) => {
      const { instance } = await instantiate(readFileSync(new URL("pyodide.asm.wasm", pyodide)), imports);
      late.come(head, () => {
        filled += 1;
        new Uint8Array(memoryOf(instance.exports).buffer).set(memory);
      });
      return { instance, module: wasm };
    },
    () => loadPyodide({ ...stock, ...late.options }),
  );
  assert.equal(filled, 1);
  late.prove();
  snapshots.proveCalled(woken);
  proveWhenOpened(woken.FS, "/tmp/nothing");
  assert.equal(woken.runPython("6 * 7"), 42);
});

test("a snapshot of another form, one that is not taken, and another name for Python are told", () => {
  const snapshot = new Uint8Array(new Uint32Array(65536).buffer);
  assert.throws(() => snapshots.parted(snapshot), CHANGED);
  new Uint32Array(snapshot.buffer).set([0, 2048]);
  assert.throws(() => snapshots.parted(snapshot), CHANGED);
  new Uint32Array(snapshot.buffer).set([0, 100]);
  assert.throws(() => snapshots.parted(snapshot), CHANGED);
  assert.throws(() => new snapshots.LateSnapshot().prove(), CHANGED);
  assert.throws(() => snapshots.snapshotOf({}), CHANGED);
  const called = (/** @type {string} */ name) => ({ pyimport: () => ({ orig_argv: { toJs: () => [name] } }) });
  assert.throws(() => snapshots.proveCalled(called("python")), CHANGED);
});

test("files of another form, and those whose opening is not told, are told", () => {
  assert.throws(() => whenOpened({ lookupPath: () => ({ node: {} }) }, "/a", () => undefined), CHANGED);
  const deaf = {
    lookupPath: () => ({ node: { stream_ops: { read: nothing } } }),
    writeFile() {},
    readFile() {},
    unlink() {},
  };
  assert.throws(() => proveWhenOpened(deaf, "/a"), CHANGED);
});
