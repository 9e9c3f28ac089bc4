// @ts-check
/** Reading files, with progress told as their bytes arrive. */

/** @import { Files, Source } from "./source.js" */
/** @typedef {{loaded: number, total: number, travels?: number}} Progress in bytes; of all of them travel so many, packed */

const STEP = 100; // milliseconds

/**
 * Tell how far it has come, though not for each few bytes.
 * @param {number} total
 * @param {(progress: Progress) => void} tell
 * @param {number} [travels] how many bytes of it there are on the way, packed
 */
export function counting(total, tell, travels) {
  let loaded = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let due;
  const tellNow = () => {
    clearTimeout(due);
    due = undefined;
    tell({ loaded, total, travels });
  };
  return {
    /** So many more bytes. @param {number} count */
    received(count) {
      loaded += count;
      if (loaded === total) tellNow();
      else due ??= setTimeout(tellNow, STEP);
    },

    /** No more will come. */
    end: () => clearTimeout(due),
  };
}

/**
 * @param {Source} source
 * @param {Files} files
 * @param {(progress: Progress) => void} tell
 * @param {Record<string, (response: Response) => void>} [opened] by name, see `Watch`
 */
export function readAll(source, files, tell, opened = {}) {
  const entries = Object.entries(files);
  const total = entries.reduce((sum, [, file]) => sum + file.bytes, 0);
  const travels = entries.reduce((sum, [, file]) => sum + (file.travels ?? file.bytes), 0);
  const { received, end } = counting(total, tell, travels);
  return new Map(
    entries.map(([name, file]) => {
      const reading = source.read(name, file, { received, opened: opened[name] });
      reading.catch(end); // whoever needs it hears of it
      return [name, reading];
    }),
  );
}
