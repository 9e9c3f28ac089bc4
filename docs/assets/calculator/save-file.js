// @ts-check
/** Gives the visitor a file that Python has made. Inside WeChat a download fails without a word: ask `canSave` first. */

/** Whether this browser saves files at all; WeChat's and its like do not. */
export const canSave = !/MicroMessenger|\bQQ\/|AlipayClient|DingTalk/i.test(navigator.userAgent);

/** @param {{name: string, type: string, base64: string}} file as the bridge replies */
export function toFile({ name, type, base64 }) {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  return new File([bytes], name, { type });
}

/** @param {{name: string, type: string, base64: string}} file as the bridge replies */
export function saveFile(file) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(toFile(file));
  link.download = file.name;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser may still be reading it.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
