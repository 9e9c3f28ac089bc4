// @ts-check
/**
 * Has the browser's own voice read an answer. Voices that need a server are left alone, because what is read would be
 * sent to them; where there is no Chinese voice on the device, the buttons stay hidden.
 */

/** @returns {SpeechSynthesisVoice | undefined} */
function chineseVoice() {
  const voices = window.speechSynthesis
    ?.getVoices()
    .filter(({ localService, lang }) => localService && /^(zh|cmn)\b/i.test(lang));
  return voices?.find(({ lang }) => /CN|Hans/i.test(lang)) ?? voices?.[0];
}

/** @param {HTMLElement} root what holds the buttons, `[data-aloud]` with the words, now or later */
export function readAloud(root) {
  if (!window.speechSynthesis) return;
  const buttons = () => /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-aloud]"));
  const offer = () => buttons().forEach((button) => (button.hidden = chineseVoice() === undefined));
  new MutationObserver(offer).observe(root, { childList: true, subtree: true });
  speechSynthesis.addEventListener?.("voiceschanged", offer);
  offer();

  root.addEventListener("click", ({ target }) => {
    const button = /** @type {Element} */ (target).closest("[data-aloud]");
    if (!(button instanceof HTMLElement)) return;
    const speaks = speechSynthesis.speaking;
    speechSynthesis.cancel();
    if (!speaks) speak(button);
  });
}

/** @param {HTMLElement} button */
function speak(button) {
  const words = new SpeechSynthesisUtterance(button.dataset.aloud);
  words.voice = chineseVoice() ?? null;
  words.lang = "zh-CN";
  words.rate = 0.85;
  const label = button.textContent;
  words.addEventListener("start", () => (button.textContent = button.dataset.stop ?? label));
  for (const end of ["end", "error"]) words.addEventListener(end, () => (button.textContent = label));
  speechSynthesis.speak(words);
}
