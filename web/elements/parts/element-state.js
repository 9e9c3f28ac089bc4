// @ts-check
/**
 * What the scripts of a page know of its element that asks Python, whichever of them comes first. Some must be read by
 * the oldest browsers, so there is nothing newer in this than in them; `var` because of that.
 */

/** Where it says how far it is: "loading", "ready" or "error". */
export var STATE = "data-state";

/** Milliseconds from an element that is ready to its first answer, on an old phone. */
export var REST = 1000;

/** What the window is told before a new version's page takes the place of this one, so that what was typed is kept. */
export var BEFORE_NEW_VERSION = "before-new-version";
