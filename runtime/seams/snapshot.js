// @ts-check
/**
 * What Pyodide calls a snapshot: a head, and then the whole memory of a Python that has started.
 *
 * Private: the options `_makeSnapshot`, `_loadSnapshot` and `_sysExecutable` of `loadPyodide`; that the second 32-bit
 * word of a snapshot is the length of its head; and that Pyodide takes the memory with `subarray`, from there to the end.
 */
import { premise } from "./premise.js";

const WASM_PAGE = 65536; // bytes
const HEAD_LIMIT = 1024; // bytes

/** An option for `loadPyodide` in Node: to be called what Python is called in browsers, which a snapshot remembers. */
export const AS_IN_BROWSERS = { _sysExecutable: "./this.program" };

/** An option for `loadPyodide`: a snapshot is to be made. */
export const TO_BE_KEPT = { _makeSnapshot: true };

/** Options for `loadPyodide`: Python goes on from there. @param {Uint8Array} snapshot as `snapshotOf` gives it */
export function goingOnFrom(snapshot) {
  return { _loadSnapshot: snapshot };
}

/** @param {any} pyodide started with both @returns {Uint8Array} its snapshot */
export function snapshotOf(pyodide) {
  premise(typeof pyodide.makeMemorySnapshot === "function", "it no longer has makeMemorySnapshot");
  return pyodide.makeMemorySnapshot();
}

/** That a snapshot remembers what Python is called. @param {any} pyodide gone on from it */
export function proveCalled(pyodide) {
  const [called] = pyodide.pyimport("sys").orig_argv.toJs();
  premise(called === AS_IN_BROWSERS._sysExecutable, "_sysExecutable no longer says what Python is called");
}

/** @param {Uint8Array} snapshot @returns {[Uint8Array, Uint8Array]} its head and the memory */
export function parted(snapshot) {
  const [, length] = new Uint32Array(snapshot.buffer, snapshot.byteOffset, 2);
  const memory = snapshot.subarray(length);
  premise(length <= HEAD_LIMIT, "the head of a snapshot is longer");
  premise(length && memory.length && memory.length % WASM_PAGE === 0, "a snapshot is no longer a head and the memory");
  return [snapshot.subarray(0, length), memory];
}

/** Takes the place of a snapshot whose memory is put where it belongs by us, and may come after Pyodide has begun. */
export class LateSnapshot {
  #memory = new Uint8Array(HEAD_LIMIT);
  #taken = false;

  /** For `loadPyodide`. */
  get options() {
    return goingOnFrom(this.#memory);
  }

  /**
   * Before Pyodide reads it, which it does as soon as its WebAssembly has come to life.
   * @param {Uint8Array} head
   * @param {() => void} fill puts the memory in its place
   */
  come(head, fill) {
    const stand = this.#memory;
    stand.set(head);
    stand.subarray = (start, end) => {
      if (start !== head.length) return stand.slice(start, end);
      this.#taken = true;
      fill();
      return new Uint8Array();
    };
  }

  /** Once Python has started: that it has gone on from there. */
  prove() {
    premise(this.#taken, "it no longer takes the memory of a snapshot with subarray");
  }
}
