// Pyodide in Node, with the calculator in it, started as runtime/worker/runtime.js starts it.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { loadPyodide } from "pyodide";
import { ON_DEMAND, PACKAGES, pythonPath } from "../worker/lazy-files.js";

/**
 * How its WebAssembly comes to life: `stock` is what Pyodide would have called.
 * @typedef {(imports: WebAssembly.Imports, stock: typeof WebAssembly.instantiate) => Promise<WebAssembly.WebAssemblyInstantiatedSource>} Instantiate
 */

/** What it is to be started from: two folders, and the names of packages in the second. */
export class PythonInNode {
  /** @param {string} pyodide @param {string} library @param {string[]} packages */
  constructor(pyodide, library, packages) {
    this.pyodide = pyodide;
    this.library = library;
    this.packages = packages;
    const { path, questions, withPlaces } = JSON.parse(readFileSync(`${library}/python_stdlib.json`, "utf8"));
    /** Where it looks for its library and the packages. @type {string[]} */
    this.paths = [path, ...packages.map((name) => PACKAGES + name)];
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
    const { default: createPyodideModule } = await import(pathToFileURL(`${this.pyodide}/pyodide.asm.mjs`).href);
    const read = (/** @type {string} */ name) => new Uint8Array(files ? readFileSync(`${this.library}/${name}`) : []);
    const stock = WebAssembly.instantiate;
    // @ts-expect-error: Pyodide's own call has imports; others are left as they are
    WebAssembly.instantiate = async (source, imports) => imports?.env ? instantiate(imports, stock) : stock(source, imports);
    try {
      return await loadPyodide({
        ...options,
        createPyodideModule,
        _sysExecutable: "./this.program", // what it is called in a browser
        stdLibURL: `${this.library}/python_stdlib.zip`,
        env: {
          LANG: "zh_CN.UTF-8",
          PYTHONHASHSEED: "0",
          PYTHONPATH: pythonPath(this.packages),
        },
        fsInit: async (FS) => {
          this.FS = FS;
          FS.mkdirTree(PACKAGES);
          FS.mkdirTree(ON_DEMAND);
          for (const name of this.packages) FS.writeFile(PACKAGES + name, read(name));
        },
      });
    } finally {
      WebAssembly.instantiate = stock;
    }
  }

  /**
   * What Pyodide calls a snapshot, of a Python that has answered the first questions.
   * @param {Instantiate} instantiate
   * @returns {Promise<Uint8Array>}
   */
  async snapshot(instantiate) {
    const started = await this.start(instantiate, { _makeSnapshot: true });
    started.runPython(`
import calculator.page.bridge, gc
for question in ${JSON.stringify(this.questions)}:
    calculator.page.bridge.answer(question)
del calculator, question
gc.collect()
del gc
`);
    return started.makeMemorySnapshot();
  }
}
