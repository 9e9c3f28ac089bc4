// @ts-check
/**
 * What the theme's search takes for a worker, for pages on a disk, which may not start one from a file: a frame without
 * an address, in which the worker's script runs. The page's policy holds in the frame too, so its script comes from its
 * file, and nothing is written into the frame that would have to be allowed as a script of the page.
 */

export class FrameWorker extends EventTarget {
  #frame = document.createElement("iframe");
  /** @type {Promise<any>} */ #inside;

  /** @param {string} address of the script, seen from the page */
  constructor(address) {
    super();
    this.#frame.hidden = true;
    document.body.append(this.#frame);
    const inside = /** @type {any} */ (this.#frame.contentWindow);
    inside.document.open(); // so that no browser puts another empty page in the place of this one
    inside.document.write("<!doctype html><title>search</title><body>");
    inside.document.close();
    inside.postMessage = (/** @type {unknown} */ data) => this.dispatchEvent(new MessageEvent("message", { data }));
    inside.importScripts = (/** @type {string[]} */ ...addresses) =>
      addresses.reduce((before, one) => before.then(() => loaded(inside.document, one)), Promise.resolve());
    this.#inside = loaded(inside.document, new URL(address, location.href).href).then(() => inside);
    this.#inside.catch((error) => this.dispatchEvent(new ErrorEvent("error", { error })));
  }

  /** @param {unknown} data */
  postMessage(data) {
    this.#inside.then(
      (inside) => inside.dispatchEvent(new inside.MessageEvent("message", { data })),
      () => undefined, // told above
    );
  }

  terminate() {
    this.#frame.remove();
  }
}

/** @param {Document} document @param {string} address @returns {Promise<void>} once the script has run */
function loaded(document, address) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(address));
    document.body.append(script);
  });
}
