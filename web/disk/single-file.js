// @ts-check
/** The calculator in one file: one of its parts is shown at a time, and no link leads to a page that is not there. */

/** @param {ParentNode} within */
function unlink(within) {
  for (const link of within.querySelectorAll('a[href^="../"], a[href^="./"]')) link.removeAttribute("href");
}
new MutationObserver((changes) => {
  for (const { target } of changes) unlink(/** @type {Element} */ (target));
}).observe(document.body, { childList: true, subtree: true });
unlink(document);

const tabs = Array.from(document.querySelectorAll("[data-part]"));

/** @param {string | undefined} part */
function show(part) {
  for (const tab of tabs) {
    const section = /** @type {HTMLElement} */ (document.getElementById(tab.getAttribute("data-part") ?? ""));
    const chosen = section.id === part;
    tab.setAttribute("aria-pressed", String(chosen));
    section.hidden = !chosen;
    const asleep = section.querySelector("template");
    if (chosen) asleep?.replaceWith(asleep.content);
  }
}
for (const tab of tabs) tab.addEventListener("click", () => show(tab.getAttribute("data-part") ?? undefined));
addEventListener("click", ({ target }) => {
  const link = target instanceof Element ? target.closest('a[href^="#part-"]') : null;
  if (link) show(link.getAttribute("href")?.slice(1));
});
show(tabs[0]?.getAttribute("data-part") ?? undefined);
