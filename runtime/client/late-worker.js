// @ts-check
/** A worker whose script has yet to come: what is said to it waits, and that it cannot come is its error. */

/** Lets the address of a script that was in the page itself start a worker, also where a page demands Trusted Types. */
const policy = /** @type {any} */ (self).trustedTypes?.createPolicy("python", {
  createScriptURL: (/** @type {string} */ address) => address,
});

export class LateWorker {
  /** @type {((event: MessageEvent) => void) | null} */ onmessage = null;
  /** @type {((event: ErrorEvent) => void) | null} */ onerror = null;
  /** @type {Promise<Worker>} */ #worker;
  #ended = false;

  /** @param {Promise<string>} address of the script */
  constructor(address) {
    this.#worker = address.then((known) => {
      if (this.#ended) throw new Error("not wanted any more");
      const worker = new Worker(policy?.createScriptURL(known) ?? known);
      worker.onmessage = (event) => this.onmessage?.(event);
      worker.onerror = (event) => this.onerror?.(event);
      return worker;
    });
    this.#worker.catch((error) => this.onerror?.(new ErrorEvent("error", { error, message: String(error) })));
  }

  /** @param {unknown} message */
  postMessage(message) {
    this.#worker.then(
      (worker) => worker.postMessage(message),
      () => undefined, // told above
    );
  }

  terminate() {
    this.#ended = true;
    this.#worker.then(
      (worker) => worker.terminate(),
      () => undefined,
    );
  }
}
