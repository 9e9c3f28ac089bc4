// @ts-check
/**
 * The calculator on a page of another site, in a frame: it tells that page how high it is, and its links open the guide
 * beside that page, not inside the frame. The page around it hears of nothing else.
 */

import "../deadline/deadline-calculator.js";

/** What the page around the frame listens for. */
const HEIGHT = "pension-certification:height";

const calculator = /** @type {HTMLElement} */ (document.querySelector("deadline-calculator"));

// What is copied or sent leads to the guide, which has a navigation, and not to this page, which has none.
calculator.dataset.guide = "../calculator/";

addEventListener(
  "click",
  ({ target }) => {
    const link = target instanceof Element && target.closest("a[href]");
    if (!link || link.getAttribute("href")?.startsWith("#")) return;
    link.setAttribute("target", "_blank");
    link.setAttribute("rel", "noopener noreferrer");
  },
  true,
);

let told = 0;

function tellHeight() {
  const height = Math.ceil(document.body.getBoundingClientRect().height);
  if (height === told) return;
  told = height;
  // To whichever site it is: how high an answer is tells nobody what it says.
  parent.postMessage({ type: HEIGHT, height }, "*");
}

if (parent !== window) {
  if ("ResizeObserver" in window) new ResizeObserver(tellHeight).observe(document.body);
  else setInterval(tellHeight, 1000);
}
