// @ts-check
/**
 * The page's end of the wire to the Python worker: a request in, a promise of its reply out.
 *
 * Events: `progress` (detail: {loaded, total} in bytes), `ready`, and `failure` (detail: "missing", "damaged",
 * "broken" or "silent"). Silence is a failure too, because some faults inside a runtime raise nothing.
 */

/**
 * What a copy that is opened from a disk carries in itself, where pages can neither fetch files nor start the site's
 * worker: a script for a worker, and packed files for it. See `runtime/disk/embedded_python.py`.
 * @type {{worker: string, files: Record<string, string>} | undefined}
 */
const EMBEDDED = /** @type {any} */ (globalThis).embeddedPython;

const SILENCE_LIMIT = 60_000; // an old phone needs half of it to start Python

export class Python extends EventTarget {
  /** @type {Worker | undefined} */ #worker;
  /** @type {Map<number, (reply: any) => void>} */ #waiting = new Map();
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #watchdog;
  #lastId = 0;

  /** Start, or start afresh after a failure. */
  start() {
    this.#worker?.terminate();
    this.#waiting.clear();
    this.#expectWord();
    const { worker, said } = earlyWorker() ?? { worker: newWorker(), said: [] };
    this.#worker = worker;
    worker.onmessage = ({ data }) => this.#hear(data);
    // A script that does not arrive gives an event without a message; one that breaks gives its error.
    worker.onerror = (event) => this.#tell("failure", /** @type {ErrorEvent} */ (event).message ? "broken" : "missing");
    for (const event of said) worker[event.type === "error" ? "onerror" : "onmessage"]?.(/** @type {any} */ (event));
  }

  /**
   * @param {object} request
   * @returns {Promise<any>} the bridge's reply, or `{ok: false, failed: code}` where a part of Python that this needs
   *   could not be fetched; it waits for as long as Python is still on its way
   */
  ask(request) {
    const id = ++this.#lastId;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      this.#worker?.postMessage({ id, request });
      this.#expectWord();
    });
  }

  /** @param {any} message */
  #hear(message) {
    clearTimeout(this.#watchdog);
    if (message.id) this.#answer(message);
    else if (message.progress) this.#tell("progress", message.progress);
    else if (message.ready) this.#tell("ready");
    else return this.#tell("failure", message.failed);
    if (this.#waiting.size || message.progress) this.#expectWord();
  }

  /** @param {{id: number, reply?: object, failed?: string, progress?: object}} message */
  #answer({ id, reply, failed, progress }) {
    if (progress) return;
    this.#waiting.get(id)?.(reply ?? { ok: false, failed });
    this.#waiting.delete(id);
  }

  #expectWord() {
    clearTimeout(this.#watchdog);
    this.#watchdog = setTimeout(() => this.#tell("failure", "silent"), SILENCE_LIMIT);
  }

  /** @param {string} type @param {unknown} [detail] */
  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

/**
 * The worker that preload.js has started, and what it has said: the first who asks gets it.
 * @returns {{worker: Worker, said: Event[]} | undefined}
 */
function earlyWorker() {
  const early = /** @type {any} */ (globalThis).earlyPython;
  delete (/** @type {any} */ (globalThis).earlyPython);
  return early;
}

/** Elements lie two folders below the worker, see `scripts/site/fingerprint_assets.py`, which knows its whole name. */
function newWorker() {
  if (EMBEDDED) return embeddedWorker(EMBEDDED);
  return new Worker(new URL("../../python-worker.js", import.meta.url), { type: "module" });
}

/** @param {{worker: string, files: Record<string, string>}} embedded */
function embeddedWorker({ worker: script, files }) {
  const worker = new Worker(URL.createObjectURL(new Blob([script], { type: "text/javascript" })));
  worker.postMessage({ files });
  return worker;
}
