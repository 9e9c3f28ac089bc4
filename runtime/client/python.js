// @ts-check
/**
 * The page's end of the wire to the Python worker: a request in, a promise of its reply out.
 *
 * Events: `progress` (detail: {loaded, total} in bytes), `ready`, and `failure` (detail: its code). Silence is a failure
 * too, because some faults inside a runtime raise nothing.
 *
 * Where the fault is the fast runtime's own, the ordinary Pyodide takes its place, once: `fallback` says that Python is
 * on its way again. Whoever waits for a reply then gets it from that one.
 */

import names from "../disk/names.json" with { type: "json" };
import { unpacked } from "../disk/unpack.js";
import { LateWorker } from "./late-worker.js";
import { canRunPython, takeOver } from "./preloaded-python.js";
import { renew } from "./renew.js";

/** @import { Actions, FailureCode, Outcome, Request } from "./bridge.js" */
/** @import { Preloaded } from "./preloaded-python.js" */

/**
 * What a copy that is opened from a disk carries in itself, where pages can neither fetch files nor start the site's
 * worker: a script for a worker, and files for it, both packed. See `runtime/disk/embedded_python.py`.
 * @type {{worker: string, files: Record<string, string>} | undefined}
 */
const EMBEDDED = /** @type {any} */ (window)[names.page];

const SILENCE_LIMIT = 60_000; // an old phone needs half of it to start Python

export class Python {
  /** Hears and tells; a target of events of its own is newer than the oldest browsers that run the elements. */
  #events = document.createElement("i");
  /** @type {Worker | undefined} */ #worker;
  /** @type {Map<number, {request: object, asker?: object, resolve: (reply: any) => void}>} */ #waiting = new Map();
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #watchdog;
  #lastId = 0;
  /** Whether the fast runtime is at work, under which there is another. */
  #fast = false;
  /** Whether all that it starts with has come, so that nothing but itself can keep it from starting. */
  #starting = false;

  /** Start. What waits for a reply, waits no more. */
  start() {
    this.#waiting.clear();
    this.#fast = !EMBEDDED;
    const started = canRunPython() ? (takeOver() ?? begun(newWorker)) : undefined;
    if (!started) return this.#fail("refused");
    const { worker, said } = started;
    this.#listen(worker, EMBEDDED ? undefined : fastWorker());
    for (const event of said) worker[event.type === "error" ? "onerror" : "onmessage"]?.(/** @type {any} */ (event));
  }

  /** Start afresh, with a worker's script that is fetched anew: it could be that which was at fault. */
  async restart() {
    if (!EMBEDDED) await new Promise((done) => renew([fastWorker().href], done));
    this.start();
  }

  /** @param {string} type @param {(event: Event) => unknown} listener */
  addEventListener(type, listener) {
    this.#events.addEventListener(type, listener);
  }

  /**
   * @template {keyof Actions} Do
   * @param {Request<Do>} request
   * @param {object} [asker] who asks this in place of what waits for a reply to it still: that gets the same one
   * @returns {Promise<Outcome<Do>>} the bridge's reply; it waits for as long as Python is still on its way
   */
  ask(request, asker) {
    const before = asker ? [...this.#waiting].filter(([, waiting]) => waiting.asker === asker) : [];
    const id = ++this.#lastId;
    const reply = new Promise((resolve) => {
      this.#waiting.set(id, { request, asker, resolve });
      this.#worker?.postMessage({ id, request });
      this.#expectWord();
    });
    for (const [overtaken, { resolve }] of before) {
      this.#waiting.delete(overtaken);
      this.#worker?.postMessage({ forget: overtaken });
      resolve(reply);
    }
    return reply;
  }

  /** @param {Worker} worker @param {URL} [address] of its script */
  #listen(worker, address) {
    if (this.#worker) this.#worker.onmessage = this.#worker.onerror = null; // it may have said more already
    this.#worker?.terminate();
    this.#worker = worker;
    this.#starting = false;
    worker.onmessage = ({ data }) => this.#hear(data);
    // A script that does not arrive, or is refused, gives an event without a message; one that breaks gives its error.
    const silently = EMBEDDED ? "refused" : "missing";
    worker.onerror = (event) => {
      if (address) renew([address.href], () => undefined); // for the next visit
      this.#fail(/** @type {ErrorEvent} */ (event).message ? "broken" : silently);
    };
    this.#expectWord();
  }

  /** @param {any} message */
  #hear(message) {
    clearTimeout(this.#watchdog);
    if (message.id) this.#answer(message);
    else if (message.progress) this.#progress(message.progress);
    else if (message.ready) this.#ready();
    else return this.#fail(message.failed);
    if (this.#waiting.size || message.progress) this.#expectWord();
  }

  /** @param {{loaded: number, total: number}} progress */
  #progress(progress) {
    this.#starting = progress.loaded === progress.total;
    this.#tell("progress", progress);
  }

  #ready() {
    this.#starting = false;
    this.#tell("ready");
  }

  /** @param {{id: number, reply?: object, failed?: string, progress?: object}} message */
  #answer({ id, reply, failed, progress }) {
    if (progress) return;
    this.#waiting.get(id)?.resolve(reply ?? { ok: false, failed });
    this.#waiting.delete(id);
  }

  #expectWord() {
    clearTimeout(this.#watchdog);
    if (this.#worker) this.#watchdog = setTimeout(() => this.#fail("silent"), SILENCE_LIMIT);
  }

  /** @param {FailureCode} code */
  #fail(code) {
    clearTimeout(this.#watchdog);
    if (this.#fast && (code === "broken" || (code === "silent" && this.#starting))) this.#fallBack();
    else this.#tell("failure", code);
  }

  #fallBack() {
    this.#fast = false;
    const address = ordinaryWorker();
    const started = begun(() => new Worker(address, { type: "module" }));
    if (!started) return this.#fail("refused");
    const { worker } = started;
    this.#listen(worker, address);
    for (const [id, { request }] of this.#waiting) worker.postMessage({ id, request });
    this.#tell("fallback");
  }

  /** @param {string} type @param {unknown} [detail] */
  #tell(type, detail) {
    this.#events.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

/** A worker, unless the browser refuses to make one. @param {() => Worker} make @returns {Preloaded | undefined} */
function begun(make) {
  try {
    return { worker: make(), said: [] };
  } catch (refused) {
    console.error(refused);
    return undefined;
  }
}

/**
 * Where the page's element came from; browsers that lack `import.meta` get it too.
 * @param {string} path seen from there
 */
function besideElement(path) {
  const script = /** @type {HTMLScriptElement} */ (document.querySelector('script[src*="-calculator."]'));
  return new URL(path, script.src);
}

/** Elements lie two folders below the worker, see `scripts/site/fingerprint_assets.py`, which knows its whole name. */
function fastWorker() {
  return besideElement("../../python-worker.js");
}

function newWorker() {
  return EMBEDDED ? embeddedWorker(EMBEDDED) : new Worker(fastWorker(), { type: "module" });
}

/** It lies with the ordinary Pyodide, see `runtime/build/distribution.py`: nothing of it is fetched before it is needed. */
function ordinaryWorker() {
  return besideElement("../../../pyodide/ordinary-worker.js");
}

/** @param {{worker: string, files: Record<string, string>}} embedded */
function embeddedWorker({ worker: script, files }) {
  const address = unpacked(script).then((bytes) => URL.createObjectURL(new Blob([bytes], { type: "text/javascript" })));
  const worker = new LateWorker(address);
  worker.postMessage({ files });
  return /** @type {Worker} */ (/** @type {unknown} */ (worker)); // what is asked of it here, it can do
}
