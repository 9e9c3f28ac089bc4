// @ts-check
/**
 * Shows what has been edited: new styles in place of the old, anything else by loading the page again. Only pages of
 * `scripts/serve --watch` have this, see `scripts/site/edits.py`. An event says `{"styles": true}`, `{"pages": [path, …]}`,
 * or `{}` when every page may have changed.
 */
const { page, events } = /** @type {HTMLScriptElement} */ (document.currentScript).dataset;
const source = new EventSource(/** @type {string} */ (events));
let lost = false;

source.onmessage = ({ data }) => {
  const { styles, pages } = JSON.parse(data);
  if (styles) renewStyles();
  else if (!pages || pages.includes(page)) location.reload();
};

// The server has been started again: nobody knows what has changed since.
source.onerror = () => (lost = true);
source.onopen = () => {
  if (lost) location.reload();
  document.documentElement.dataset.watched = "true";
};

function renewStyles() {
  for (const link of /** @type {NodeListOf<HTMLLinkElement>} */ (document.querySelectorAll('link[rel="stylesheet"]'))) {
    const renewed = /** @type {HTMLLinkElement} */ (link.cloneNode());
    const address = new URL(link.href);
    address.searchParams.set("edit", String(Date.now()));
    renewed.href = address.href;
    renewed.onload = () => link.remove(); // until then the old one stays, so that the page is never bare
    link.after(renewed);
  }
}
