// @ts-check
// Where Python finds what is not its own library.
import { whenOpened } from "../seams/file-nodes.js";
import names from "../names.json" with { type: "json" };

/** @param {string[]} packages the names of their files */
export function pythonPath(packages) {
  return [...packages.map((name) => names.packages + name), names.onDemand].join(":");
}

/**
 * Files that Python has not needed yet: they may come later than it does. Until then they are empty, and whoever opens
 * one is told of it, since a Python that found no file where it knows one could think anything.
 */
export class LazyFiles {
  #paths;
  #needed;
  /** @type {any} */ #FS;
  /** @type {(() => void)[]} end the telling, one for each file */ #ends = [];

  /** @param {string[]} paths @param {() => void} needed */
  constructor(paths, needed) {
    this.#paths = paths;
    this.#needed = needed;
  }

  /** @param {any} FS Emscripten's, in which the files are, with whatever in them */
  withhold(FS) {
    this.#FS = FS;
    this.#ends = this.#paths.map((path) => whenOpened(FS, path, this.#needed));
  }

  /**
   * Once: what Python has made of its files since is left as it is.
   * @param {Map<string, Uint8Array>} files by path
   */
  fill(files) {
    if (!this.#ends.length) return;
    for (const end of this.#ends) end();
    this.#ends = [];
    for (const [path, content] of files) this.#FS.writeFile(path, content);
  }
}
