// @ts-check
/** What a page and the service worker say to each other, as `{do: …}` and as `{kept: …}`. */

/** Asks for the Python runtime to be kept on the device too. */
export const KEEP_RUNTIME = "keep-runtime";

/** Asks a version that waits to take the place of the one before. */
export const TAKE_OVER = "take-over";

/** Asks what is kept. */
export const TELL = "tell";

/** The reply where the pages alone are kept. */
export const PAGES = "pages";

/** The reply where the runtime is kept as well. */
export const ALL = "all";
