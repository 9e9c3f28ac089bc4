// @ts-check
/**
 * Brings the buttons under an answer to life (`calculator/render/take_along.py`): it asks Python for what a button's
 * `data-do` names, hands the reply to the clipboard, the share sheet, the disk or the page, and says how that went.
 */

import { showMarkup } from "../parts/markup.js";
import { canSave, saveFile, toFile } from "../parts/save-file.js";
import { copy } from "./clipboard.js";

/** @import { Outcome, ShareCalendarReply, ShareReply } from "../../../runtime/client/bridge.js" */

/** @typedef {"calendar" | "link" | "qr" | "share" | "share-calendar" | "slip" | "text"} Do what a button asks for */
/** @typedef {Outcome<Do>} Taken */
/** @typedef {ShareReply | ShareCalendarReply} Share */

/**
 * @param {import("../parts/python-element.js").PythonElement} element whose answers have the buttons
 * @param {() => Record<string, string>} answered what the answer in the page was asked with, by field
 */
export function takeAlong(element, answered) {
  /** Shares that were ready only after the press had gone stale. @type {WeakMap<Element, Taken>} */
  const ready = new WeakMap();
  /** Whether the visitor has been told to wait, and nothing since. */
  let waits = false;

  element.classList.toggle("can-share", "share" in navigator);
  element.classList.toggle("can-share-files", canShareCalendars());
  element.addEventListener("click", ({ target }) => {
    const button = /** @type {Element} */ (target).closest(".take-along button[data-do]");
    if (button) press(/** @type {HTMLButtonElement} */ (button));
  });
  element.addEventListener("input", ({ target }) => {
    if (/** @type {Element} */ (target).id !== "slip-name") return;
    element.find(".slip-name").textContent = /** @type {HTMLInputElement} */ (target).value.trim();
  });
  element.python.addEventListener("failure", (event) => {
    if (waits) say(element.failureSentence(/** @type {CustomEvent} */ (event).detail));
  });

  /** @param {string} sentence @param {ScrollLogicalPosition} [block] where in the window it is to stand */
  function say(sentence, block = "nearest") {
    const said = element.find(".take-along-said");
    said.textContent = sentence;
    waits = sentence === said.dataset.wait;
    said.scrollIntoView({ block });
  }

  /** @param {HTMLButtonElement} button */
  async function press(button) {
    const copied = element.find(".take-along-copy");
    const shown = element.find(".take-along-shown");
    copied.hidden = true;
    if (button.dataset.do === "print-slip") {
      printAlone(element.find(".slip"));
      return say(button.dataset.done ?? "");
    }
    if (!shown.contains(button)) shown.textContent = "";
    say(element.find(".take-along-said").dataset.wait ?? "");
    const asked = ready.has(button) ? Promise.resolve(/** @type {Taken} */ (ready.get(button))) : ask(button);
    // The clipboard must be taken while the press is fresh; what goes there may follow.
    const copies = "copies" in button.dataset && copy(asked.then((reply) => reply.copy ?? Promise.reject()));
    const reply = await asked;
    if (!button.isConnected) return; // the answer has changed meanwhile
    if (!reply.ok) return say(element.faultsOf(reply, "")[0].message);
    if (reply.html) showMarkup(shown, reply.html);
    if (reply.share) return say(await share(button, reply));
    if (reply.file) saveFile(reply.file);
    if (reply.copy && !(await copies)) {
      selectText(/** @type {HTMLTextAreaElement} */ (copied), reply.copy);
      return say(reply.otherwise);
    }
    say(reply.said, reply.html ? "start" : "nearest");
  }

  /** @param {HTMLButtonElement} button */
  function ask(button) {
    const [here] = location.href.split(/[?#]/, 1); // what else stands in it may be anything that somebody was sent
    const { guide } = element.dataset; // where the page that an answer leads to lies, if it is not this one
    const page = guide ? new URL(guide, here).href : here;
    return element.python.ask({
      do: /** @type {Do} */ (button.dataset.do),
      fields: answered(),
      page,
      saves: canSave,
    });
  }

  /** @param {HTMLButtonElement} button @param {Taken & Share} reply @returns {Promise<string>} how it went */
  async function share(button, reply) {
    ready.delete(button);
    const files = reply.file ? { files: [toFile(reply.file)] } : {};
    try {
      await navigator.share({ ...reply.share, ...files });
      return reply.said;
    } catch (error) {
      const { name } = /** @type {DOMException} */ (error);
      if (name === "AbortError") return reply.cancelled;
      if (name !== "NotAllowedError" || navigator.userActivation?.isActive) return reply.otherwise;
      ready.set(button, reply);
      return reply.again;
    }
  }
}

function canShareCalendars() {
  const file = new File([], "a.ics", { type: "text/calendar" });
  return Boolean(navigator.canShare?.({ files: [file] }));
}

/** @param {HTMLTextAreaElement} area @param {string} text */
function selectText(area, text) {
  area.value = text;
  area.hidden = false;
  area.focus();
  area.setSelectionRange(0, text.length);
  area.scrollTop = 0;
}

/**
 * Print one element and nothing of the page around it.
 * @param {HTMLElement} part
 */
function printAlone(part) {
  const sheet = document.createElement("div");
  sheet.className = "print-alone md-typeset";
  sheet.append(part.cloneNode(true));
  document.body.append(sheet);
  document.body.classList.add("prints-alone");
  const finish = () => {
    sheet.remove();
    document.body.classList.remove("prints-alone");
  };
  let printed = false;
  addEventListener("afterprint", () => (printed = true), { once: true });
  self.print?.();
  // Phones go on at once and lay the page out later, and again and again: there, the next touch of the page ends it.
  if (printed) return finish();
  const touches = ["pointerdown", "keydown"];
  const end = () => {
    for (const type of touches) removeEventListener(type, end, true);
    finish();
  };
  for (const type of touches) addEventListener(type, end, true);
}
