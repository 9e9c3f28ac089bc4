// @ts-check
/** On every page of the guide when it is opened from a disk: what a server would have done. */

import { FrameWorker } from "./frame-worker.js";

// The theme's search asks for a worker from a file, which pages on a disk may not have. Python's comes from memory.
const MemoryWorker = window.Worker;
const DiskWorker = /** @type {any} */ (
  function (/** @type {string | URL} */ address) {
    return String(address).startsWith("blob:") ? new MemoryWorker(address) : new FrameWorker(String(address));
  }
);
Object.assign(window, { Worker: DiskWorker, IFrameWorker: FrameWorker }); // by the second the search knows where it runs

// An answer links to folders, as on the site. There, the server opens the page in the folder.
addEventListener("click", ({ target }) => {
  const link = target instanceof Element ? target.closest("a") : null;
  if (link?.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html";
});
