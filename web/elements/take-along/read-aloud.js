// @ts-check
/**
 * Has the browser's own voice read an answer. Voices that need a server are left alone, because what is read would be
 * sent to them; where there is no Chinese voice on the device, the buttons stay hidden (`take-along.css`).
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
  /** @type {SpeechSynthesisUtterance | null} */
  let reading = null;

  new MutationObserver(label).observe(root, {
    childList: true,
    characterData: true,
    subtree: true,
    attributeFilter: ["data-aloud"],
  });
  speechSynthesis.addEventListener?.("voiceschanged", offer);
  offer();

  root.addEventListener("click", ({ target }) => {
    const button = /** @type {Element} */ (target).closest("[data-aloud]");
    if (!(button instanceof HTMLElement)) return;
    const speaks = speechSynthesis.speaking;
    speechSynthesis.cancel();
    if (!speaks) speak(button);
  });

  function offer() {
    root.classList.toggle("can-read-aloud", chineseVoice() !== undefined);
  }

  /** An answer brings its buttons as they are at first: also the same answer, in full, while it is being read. */
  function label() {
    const buttons = [.../** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-aloud]"))];
    if (reading && !buttons.some((button) => button.dataset.aloud === reading?.text)) {
      speechSynthesis.cancel(); // nobody hears the end of an answer that stands there no more
      reading = null;
    }
    for (const button of buttons) {
      const { aloud, read = "", stop = "" } = button.dataset;
      const wanted = aloud === reading?.text ? stop : read;
      if (button.textContent !== wanted) button.textContent = wanted;
    }
  }

  /** @param {HTMLElement} button */
  function speak(button) {
    const words = new SpeechSynthesisUtterance(button.dataset.aloud);
    words.voice = chineseVoice() ?? null;
    words.lang = "zh-CN";
    words.rate = 0.85;
    words.addEventListener("start", () => {
      reading = words;
      label();
    });
    for (const end of ["end", "error"]) {
      words.addEventListener(end, () => {
        if (reading === words) reading = null;
        label();
      });
    }
    speechSynthesis.speak(words);
  }
}
