// @ts-check
// Where Python finds what is not its own library.
export const PACKAGES = "/lib/packages/";
export const ON_DEMAND = "/lib/on-demand";

/** @param {string[]} packages the names of their files */
export function pythonPath(packages) {
  return [...packages.map((name) => PACKAGES + name), ON_DEMAND].join(":");
}

/**
 * Files that Python has not needed yet: they may come later than it does. Until then they are empty, and whoever opens
 * one is told of it, since a Python that found no file where it knows one could think anything.
 */
export class Library {
  #paths;
  #needed;
  /** @type {any} */ #FS;
  /** @type {Map<any, any>} what can be done to each file, once it is there */ #operations = new Map();

  /** @param {string[]} paths @param {() => void} needed */
  constructor(paths, needed) {
    this.#paths = paths;
    this.#needed = needed;
  }

  /** @param {any} FS Emscripten's, in which the files are, with whatever in them */
  withhold(FS) {
    this.#FS = FS;
    for (const path of this.#paths) {
      const { node } = FS.lookupPath(path);
      this.#operations.set(node, node.stream_ops);
      node.stream_ops = { ...node.stream_ops, open: this.#needed };
    }
  }

  /**
   * Once: what Python has made of its files since is left as it is.
   * @param {Map<string, Uint8Array>} files by path
   */
  fill(files) {
    if (!this.#operations.size) return;
    for (const [node, operations] of this.#operations) node.stream_ops = operations;
    this.#operations.clear();
    for (const [path, content] of files) this.#FS.writeFile(path, content);
  }
}
