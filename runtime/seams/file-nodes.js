// @ts-check
/**
 * How Emscripten keeps files in memory.
 *
 * Private: that `FS.lookupPath` gives a file's node, that all who open the file get their operations from the node's
 * `stream_ops`, and that an operation `open` among them is called first.
 */
import { premise } from "./premise.js";

/**
 * Call `told` whenever this file is opened; what it throws, whoever opens the file gets.
 * @param {any} FS
 * @param {string} path
 * @param {() => void} told
 * @returns {() => void} ends that
 */
export function whenOpened(FS, path, told) {
  const { node } = FS.lookupPath(path);
  const operations = node?.stream_ops;
  premise(operations?.read, "a file's node has no stream_ops");
  node.stream_ops = { ...operations, open: told };
  return () => (node.stream_ops = operations);
}

/**
 * Whether that still works: the build asks, browsers do not.
 * @param {any} FS
 * @param {string} path of a file that nobody needs
 */
export function proveWhenOpened(FS, path) {
  let times = 0;
  FS.writeFile(path, "");
  const end = whenOpened(FS, path, () => (times += 1));
  FS.readFile(path);
  end();
  FS.readFile(path);
  FS.unlink(path);
  premise(times === 1, "who opens a file is no longer told to stream_ops.open");
}
