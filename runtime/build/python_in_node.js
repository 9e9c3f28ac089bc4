// Pyodide in Node, with the calculator in it, started as runtime/worker/start.js starts it.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { loadPyodide } from "pyodide";
import names from "../names.json" with { type: "json" };
import { instantiatedInNodeBy } from "../seams/load-from-memory.js";
import { AS_IN_BROWSERS, snapshotOf, TO_BE_KEPT } from "../seams/snapshot.js";
import { pythonPath } from "../worker/lazy-files.js";

/** @import { Instantiate } from "../seams/load-from-memory.js" */

/** What it is to be started from: two folders, and the names of packages in the second. */
export class PythonInNode {
  /** @param {string} pyodide @param {string} library @param {string[]} packages */
  constructor(pyodide, library, packages) {
    this.pyodide = pyodide;
    this.library = library;
    this.packages = packages;
    const { path, questions, withPlaces } = JSON.parse(readFileSync(`${library}/${names.libraryFacts}`, "utf8"));
    /** Where it looks for its library and the packages. @type {string[]} */
    this.paths = [path, ...packages.map((name) => names.packages + name)];
    /** The questions that a page asks first. @type {string[]} */
    this.questions = questions;
    /** More of them, which need files. @type {string[]} */
    this.withPlaces = withPlaces;
    /** @type {any} Emscripten's files, of the Python that has been started last */
    this.FS = undefined;
    this.wasm = new Uint8Array(readFileSync(`${pyodide}/pyodide.asm.wasm`));
  }

  /**
   * @param {Instantiate} instantiate
   * @param {object} options of `loadPyodide`
   * @param {{files?: boolean}} [how] without `files`, the library and the packages are empty
   */
  async start(instantiate, options, { files = true } = {}) {
    const { default: createPyodideModule } = await import(pathToFileURL(`${this.pyodide}/${names.glue}`).href);
    const read = (/** @type {string} */ name) => new Uint8Array(files ? readFileSync(`${this.library}/${name}`) : []);
    return instantiatedInNodeBy(instantiate, () =>
      loadPyodide({
        ...AS_IN_BROWSERS,
        ...options,
        createPyodideModule,
        stdLibURL: `${this.library}/${names.library}`,
        env: {
          LANG: "zh_CN.UTF-8",
          PYTHONHASHSEED: "0",
          PYTHONPATH: pythonPath(this.packages),
        },
        fsInit: async (FS) => {
          this.FS = FS;
          FS.mkdirTree(names.packages);
          FS.mkdirTree(names.onDemand);
          for (const name of this.packages) FS.writeFile(names.packages + name, read(name));
        },
      }),
    );
  }

  /**
   * What Pyodide calls a snapshot, of a Python that has answered the first questions.
   * @param {Instantiate} instantiate
   * @returns {Promise<Uint8Array>}
   */
  async snapshot(instantiate) {
    const started = await this.start(instantiate, TO_BE_KEPT);
    started.runPython(`
import calculator.page.bridge, gc
for question in ${JSON.stringify(this.questions)}:
    calculator.page.bridge.answer(question)
del calculator, question
gc.collect()
del gc
`);
    return snapshotOf(started);
  }
}
