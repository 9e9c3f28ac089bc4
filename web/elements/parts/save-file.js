// @ts-check
/** Gives the visitor a file that Python has made. Inside WeChat a download fails without a word: ask `canSave` first. */

/**
 * The browsers inside apps, by what they call themselves: WeChat and WeCom, QQ, everything of Alibaba's (Alipay,
 * DingTalk, Taobao), Weibo, Xiaohongshu, Douyin, Toutiao, Kuaishou, Lark; and any other app's view of the web on Android
 * (`; wv)`). QQ, UC, Huawei and Xiaomi also make browsers proper, which save and print.
 */
const IN_APP =
  /MicroMessenger|wxwork\/|\bQQ\/|AliApp\(|AlipayClient|DingTalk|__weibo__|\bWeibo |\b(?:xhs)?discover\/|\baweme|NewsArticle\/|\bKwai\/|\bLark\/|; wv\)/i;

/** Whether the browser that calls itself so saves files and prints at all. @param {string} userAgent */
export function savesFiles(userAgent) {
  return !IN_APP.test(userAgent);
}

/** Whether this browser does. */
export const canSave = savesFiles(navigator.userAgent);

/** @import { File as Reply } from "../../../runtime/client/bridge.js" */

/** @param {Reply} file */
export function toFile({ name, type, base64 }) {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  // A loop, because Uint8Array.from would stop the page for a third of a second over a long roster.
  for (let index = 0; index < text.length; index += 1) bytes[index] = text.charCodeAt(index);
  return new File([bytes], name, { type });
}

/** @param {Reply} file */
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
