// @ts-check
/**
 * The memory of a Python that has started, and has answered nothing but examples: another Python goes on from there,
 * and need not start. `runtime/build/snapshot.js` makes it, from what Pyodide calls a snapshot: a head, and then the whole
 * memory.
 *
 * It holds the pages only that are not what they are anyway when a Python is about to go on from a snapshot: four bytes
 * with the length of Pyodide's head, four with the number of pages, the head, the pages' numbers, the pages.
 */

import { LateSnapshot, parted } from "../seams/snapshot.js";

const PAGE = 4096; // bytes
const WORD = 4;

/**
 * @param {Uint8Array} snapshot Pyodide's
 * @param {Uint8Array[]} memories as they may be without it; none where nobody knows
 */
export function packed(snapshot, memories) {
  const [head, memory] = parted(snapshot);
  if (memories.some(({ length }) => length !== memory.length)) throw new Error("memories of other lengths");
  const page = (/** @type {Uint8Array} */ of, /** @type {number} */ number) =>
    of.subarray(number * PAGE, (number + 1) * PAGE);
  const isThere = (/** @type {number} */ number) =>
    memories.length > 0 &&
    memories.every((one) => page(one, number).every((byte, place) => byte === memory[number * PAGE + place]));
  const numbers = Array.from({ length: memory.length / PAGE }, (_, number) => number).filter(
    (number) => !isThere(number),
  );
  const start = WORD * 2 + head.length + WORD * numbers.length;
  const pack = new Uint8Array(start + PAGE * numbers.length);
  new Uint32Array(pack.buffer).set([head.length, numbers.length]);
  pack.set(head, WORD * 2);
  new Uint32Array(pack.buffer, WORD * 2 + head.length).set(numbers);
  numbers.forEach((number, place) => pack.set(page(memory, number), start + PAGE * place));
  return pack;
}

/** What Pyodide takes for a snapshot. The pack need not be there before Pyodide comes to it. */
export class Snapshot extends LateSnapshot {
  /**
   * @param {Uint8Array<ArrayBuffer>} pack
   * @param {() => Uint8Array} memory of the Python that is to go on from there
   */
  unpack(pack, memory) {
    const [length, count] = new Uint32Array(pack.buffer, 0, 2);
    this.come(pack.subarray(WORD * 2, WORD * 2 + length), () => fill(memory(), pack, WORD * 2 + length, count));
  }
}

/** @param {Uint8Array} memory @param {Uint8Array<ArrayBuffer>} pack @param {number} start @param {number} count */
function fill(memory, pack, start, count) {
  const numbers = new Uint32Array(pack.buffer, start, count);
  const pages = start + WORD * count;
  for (let i = 0; i < count;) {
    // Neighbours are copied in one go.
    let end = i + 1;
    while (end < count && numbers[end] === numbers[end - 1] + 1) end += 1;
    memory.set(pack.subarray(pages + i * PAGE, pages + end * PAGE), numbers[i] * PAGE);
    i = end;
  }
}
