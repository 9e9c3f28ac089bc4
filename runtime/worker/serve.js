// @ts-check
/**
 * The worker's end of the wire to the page.
 *
 * To the page it says `{progress: {loaded, total}}`, `{ready: true}`, `{failed: code}` and `{id, reply}`;
 * from the page it hears `{id, request}`, and `{forget: id}` where nobody waits any more for the reply. A request that
 * needs what was not loaded at the start tells the progress of that as `{id, progress}`, and its failure as
 * `{id, failed}`: Python itself goes on.
 */

import { Failure } from "./source.js";

/** @import { Progress } from "./progress.js" */

/**
 * A Python that has started.
 * @typedef {object} Python
 * @property {(request: {do: string}, tell: (progress: Progress) => void) => Promise<object>} ask
 * @property {(() => Promise<unknown>)[]} meanwhile what is worth doing while nobody asks, in this order
 */

const BREATH = 300; // milliseconds after an answer
const PAUSE = 2_000; // milliseconds without a question, after which there is time for what is not needed yet

/**
 * Start Python, and answer requests for as long as the worker lives.
 * @param {(tell: (progress: Progress) => void, fail: (error: unknown) => void) => Promise<Python>} start `fail` is told
 *   of a failure after which there is no Python any more
 */
export function serve(start) {
  let over = false;
  const fail = (/** @type {unknown} */ error) => {
    if (!over) postMessage({ failed: codeOf(error) });
    over = true;
  };
  const started = start((progress) => postMessage({ progress }), fail);
  // Pyodide may go on without what could not be loaded: whoever has been told of a failure hears no more of it.
  started.then(() => over || postMessage({ ready: true }), fail);
  /** @type {ReturnType<typeof setTimeout>} */
  let pause;
  /** Whoever types while Python is on its way asks at each stroke, and waits for the last reply only. @type {Set<number>} */
  const waiting = new Set();
  addEventListener("message", async ({ data: { id, request, forget } }) => {
    if (forget) return waiting.delete(forget);
    waiting.add(id);
    const python = await started.catch(() => undefined); // a start that failed has been told as `failed`
    if (!waiting.delete(id) || python === undefined || over) return;
    try {
      postMessage({ id, reply: await python.ask(request, (progress) => postMessage({ id, progress })) });
    } catch (error) {
      const failed = codeOf(error);
      postMessage(error instanceof Failure ? { id, failed } : { failed });
    }
    // Once the visitor reads the answer. Whoever needs it tries again.
    clearTimeout(pause);
    rest(python.meanwhile, BREATH);
  });

  /** @param {Python["meanwhile"]} tasks @param {number} delay */
  function rest([task, ...tasks], delay) {
    if (!task) return;
    pause = setTimeout(async () => {
      await task().catch((error) => console.warn(error));
      rest(tasks, PAUSE);
    }, delay);
  }
}

/** @param {unknown} error */
function codeOf(error) {
  console.error(error);
  return error instanceof Failure ? error.code : "broken";
}
