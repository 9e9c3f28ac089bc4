// @ts-check
/** The calculators in one file: one of its parts is shown at a time, and no link leads to a page that is not there. */

/** What stands here for a page of the guide: a part, or what a part says in place of a page. */
const PAGES = "[data-page], [data-in-place-of]";

/** Let links lead to what stands in this file, and be words alone where their page is not in it. @param {ParentNode} within */
function relink(within) {
  for (const link of within.querySelectorAll('a[href^="../"], a[href^="./"]')) {
    const from = link.closest("[data-page]")?.getAttribute("data-page") ?? "";
    const { pathname, hash } = new URL(link.getAttribute("href") ?? "", `https://guide.invalid/${from}`);
    const here = standIn(pathname.slice(1));
    if (!here) link.removeAttribute("href");
    else {
      link.setAttribute("href", hash || `#${here.id}`);
      link.setAttribute("data-leads", here.closest(".part")?.id ?? "");
    }
  }
}

/** @param {string} page */
function standIn(page) {
  return Array.from(document.querySelectorAll(PAGES)).find(({ attributes }) =>
    ["data-page", "data-in-place-of"].some((name) => attributes.getNamedItem(name)?.value === page),
  );
}
new MutationObserver((changes) => {
  for (const { target } of changes) relink(/** @type {Element} */ (target));
}).observe(document.body, { childList: true, subtree: true });
relink(document);

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
  const link = target instanceof Element ? target.closest('a[href^="#part-"], a[data-leads]') : null;
  if (link) show(link.getAttribute("data-leads") ?? link.getAttribute("href")?.slice(1));
});
show(tabs[0]?.getAttribute("data-part") ?? undefined);
