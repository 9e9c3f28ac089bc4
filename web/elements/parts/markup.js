// @ts-check
/**
 * Text that becomes markup: the only place where that happens. It is what Python has made for the page, or what stands
 * in the page's own templates. Where a page demands Trusted Types, as the single file does, no other text can become
 * markup, whatever a script does with it (`scripts/site/content_security_policy.py`).
 */

/** @type {{createHTML: (html: string) => any} | undefined} */
const policy = /** @type {any} */ (self).trustedTypes?.createPolicy("guide", {
  createHTML: (/** @type {string} */ html) => html,
});

/** @param {string} html @returns {DocumentFragment} */
export function markup(html) {
  const template = document.createElement("template");
  template.innerHTML = policy?.createHTML(html) ?? html; // eslint-disable-line no-restricted-syntax
  return template.content;
}

/** Put markup in the place of all that an element holds. @param {Element} element @param {string} html */
export function showMarkup(element, html) {
  element.textContent = "";
  element.appendChild(markup(html));
}
