// @ts-check
/**
 * Keeps on this device what the memory of a Python looks like that has started and has answered nothing yet, so that
 * the next visit need not start one. It belongs to one runtime, and is made of nothing that anybody typed.
 *
 * Nothing of this may fail: where a browser refuses, or what it kept is not whole, there is no snapshot.
 */

const FAMILY = `python-snapshot ${new URL("../../", import.meta.url).pathname} `;
const ADDRESS = "https://snapshot.invalid/"; // the only entry of its cache; no request ever has this address
const PAGE = 4096; // bytes; most of a young memory is empty

export class Snapshot {
  #cache;

  /** @param {string} runtime the address of a file that names all others, and so says which runtime this is */
  constructor(runtime) {
    this.#cache = FAMILY + runtime;
  }

  /** @returns {Promise<Uint8Array | undefined>} */
  async load() {
    try {
      const kept = await (await caches.match(ADDRESS, { cacheName: this.#cache }))?.arrayBuffer();
      return kept && unpack(kept);
    } catch {
      return undefined;
    }
  }

  /** @param {Uint8Array} memory */
  async keep(memory) {
    try {
      await this.#forgetAll((name) => name !== this.#cache);
      const cache = await caches.open(this.#cache);
      await cache.put(ADDRESS, new Response(pack(memory)));
    } catch {
      await this.forget();
    }
  }

  /** Nothing that a snapshot of this runtime could be wrong in is left. */
  async forget() {
    await this.#forgetAll((name) => name === this.#cache).catch(() => undefined);
  }

  /** @param {(name: string) => boolean} which */
  async #forgetAll(which) {
    const names = (await caches.keys()).filter((name) => name.startsWith(FAMILY));
    await Promise.all(names.filter(which).map((name) => caches.delete(name)));
  }
}

/**
 * The pages that are not empty: the memory's length, how many there are, their numbers, then they themselves.
 * @param {Uint8Array} memory
 */
function pack(memory) {
  const words = new BigUint64Array(memory.buffer, memory.byteOffset, memory.length / 8);
  const full = [];
  for (let page = 0; page < memory.length / PAGE; page += 1) {
    if (words.subarray((page * PAGE) / 8, ((page + 1) * PAGE) / 8).some((word) => word !== 0n)) full.push(page);
  }
  const head = Uint32Array.of(memory.length, full.length, ...full);
  return new Blob([head, ...full.map((page) => /** @type {BlobPart} */ (memory.subarray(page * PAGE, (page + 1) * PAGE)))]);
}

/** @param {ArrayBuffer} kept */
function unpack(kept) {
  const [length, count] = new Uint32Array(kept, 0, 2);
  const start = 8 + count * 4;
  if (kept.byteLength !== start + count * PAGE) return undefined;
  const memory = new Uint8Array(length);
  const numbers = new Uint32Array(kept, 8, count);
  for (let i = 0; i < count; ) {
    // Neighbours are copied in one go.
    let end = i + 1;
    while (end < count && numbers[end] === numbers[end - 1] + 1) end += 1;
    memory.set(new Uint8Array(kept, start + i * PAGE, (end - i) * PAGE), numbers[i] * PAGE);
    i = end;
  }
  return memory;
}
