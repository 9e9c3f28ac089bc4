// @ts-check
/** Puts text into the clipboard, in whichever of the ways a browser allows. */

/**
 * @param {Promise<string>} text may come later than the press of the button that asked for it; nothing is copied if it
 *   is rejected
 * @returns {Promise<boolean>} whether it is there
 */
export async function copy(text) {
  for (const way of [copyLater, copyNow, copySelection]) {
    try {
      await way(text);
      return true;
    } catch {
      // Refused, or unknown to this browser: the next way may do.
    }
  }
  return false;
}

/** Safari takes nothing once the press is over, but waits for what was promised then. @param {Promise<string>} text */
async function copyLater(text) {
  const blob = text.then((plain) => new Blob([plain], { type: "text/plain" }));
  blob.catch(() => {}); // the other ways hear of it too
  await navigator.clipboard.write([new ClipboardItem({ "text/plain": blob })]);
}

/** @param {Promise<string>} text */
async function copyNow(text) {
  await navigator.clipboard.writeText(await text);
}

/** For pages without a secure origin and for apps' own browsers, which know no other. @param {Promise<string>} text */
async function copySelection(text) {
  const area = document.createElement("textarea");
  area.value = await text;
  area.style.position = "fixed";
  area.style.opacity = "0";
  const focused = /** @type {HTMLElement | null} */ (document.activeElement);
  document.body.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  focused?.focus();
  if (!done) throw new Error("the browser refused to copy");
}
