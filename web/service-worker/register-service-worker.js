// @ts-check
/**
 * On every page: lets the service worker keep the guide on this device, says when that is done, and when a new version
 * waits. Its sentences are in web/theme/main.html. Where a browser refuses any of it, the page is as it was before.
 */

import { BEFORE_NEW_VERSION, REST, STATE } from "../elements/parts/element-state.js";
import { KEEP_RUNTIME, TAKE_OVER, TELL } from "./messages.js";

(function () {
  "use strict";
  const root = new URL("../../", /** @type {HTMLScriptElement} */ (document.currentScript).src);
  const mark = /** @type {HTMLElement} */ (document.querySelector(".offline-mark"));
  const bar = /** @type {HTMLElement} */ (document.querySelector(".new-version"));

  /** Whether downloading what nobody has asked for may cost money. Browsers that do not say are asked by their kind. */
  function metered() {
    const connection = /** @type {any} */ (navigator).connection;
    if (!connection) return matchMedia("(pointer: coarse)").matches;
    return connection.saveData || connection.type === "cellular" || /2g|3g/.test(connection.effectiveType);
  }

  /** @param {string} kept one of the replies of messages.js, for which there is a sentence each */
  function showMark(kept) {
    mark.hidden = false;
    mark.dataset.kept = kept;
  }

  /** @param {() => void} accept */
  function offerNewVersion(accept) {
    bar.hidden = false;
    bar.querySelector("[data-accept]")?.addEventListener("click", accept);
    bar.querySelector("[data-later]")?.addEventListener("click", () => (bar.hidden = true));
  }

  /** The new version's page takes the place of this one; what can be kept over that gets ready. */
  function loadNewVersion() {
    dispatchEvent(new Event(BEFORE_NEW_VERSION));
    location.reload();
  }

  const element = document.querySelector(`[${STATE}]`);

  /** Whether Python has come up on a page that needs it, or never will. @returns {Promise<boolean>} */
  function pythonSettled() {
    return new Promise((resolve) => {
      const look = () => {
        const state = element?.getAttribute(STATE);
        if (state !== "loading") resolve(state === "ready");
      };
      if (element) new MutationObserver(look).observe(element, { attributeFilter: [STATE] });
      look();
    });
  }

  /** Ask for Python once the page rests, or once the visitor has it anyway. @param {ServiceWorker} worker */
  function keepRuntime(worker) {
    const ask = () => worker.postMessage({ do: KEEP_RUNTIME });
    if (element) pythonSettled().then((ready) => ready && ask());
    else if (!metered()) (window.requestIdleCallback ?? setTimeout)(ask);
  }

  /** @param {ServiceWorkerContainer} container */
  async function start(container) {
    let accepted = false;
    const controlled = Boolean(container.controller);
    container.addEventListener("message", ({ data }) => data.kept && showMark(data.kept));
    container.addEventListener("controllerchange", () => {
      if (accepted) loadNewVersion();
      else if (controlled) offerNewVersion(loadNewVersion);
    });
    const registration = await container.register(new URL("service-worker.js", root), { scope: root.pathname });

    /** @param {ServiceWorker | null} worker */
    const offer = (worker) => {
      if (worker?.state !== "installed" || !registration.active) return;
      offerNewVersion(() => {
        accepted = true;
        worker.postMessage({ do: TAKE_OVER });
      });
    };
    offer(registration.waiting);
    registration.addEventListener("updatefound", () => {
      const next = registration.installing;
      next?.addEventListener("statechange", () => offer(next));
    });

    const { active } = await container.ready;
    active?.postMessage({ do: TELL });
    if (active) keepRuntime(active);
  }

  // What only costs time comes after what the visitor came for.
  addEventListener("load", async () => {
    if (await pythonSettled()) await new Promise((rested) => setTimeout(rested, REST));
    try {
      await start(navigator.serviceWorker);
    } catch {
      // Without service workers there is nothing to keep.
    }
  });
})();
