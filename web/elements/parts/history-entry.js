// @ts-check
/**
 * What the tab's history knows of the page as it is shown, which no other page reads: what was typed, until the page has
 * been loaded again, and whether the form was folded. Browsers refuse to write it a hundred times within half a minute,
 * some always: then it is not known. Old browsers read this too.
 */

/** @returns {{typed?: Record<string, string>, folded?: boolean}} */
export function noted() {
  return history.state || {};
}

/**
 * @param {{typed?: Record<string, string>, folded?: boolean}} more is known beside what is known already
 * @param {string} [address] which the page has from now on
 */
export function note(more, address) {
  try {
    history.replaceState(Object.assign({}, history.state, more), "", address);
  } catch (refused) {
    console.warn(refused);
  }
}

/** Go to another fragment, from which the back button returns. @param {string} fragment with its `#` @param {object} known */
export function goTo(fragment, known) {
  try {
    history.pushState(known, "", fragment);
  } catch (refused) {
    console.warn(refused);
  }
}
