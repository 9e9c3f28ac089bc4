// @ts-check
/**
 * What `Object.fromEntries` gives, which came years after the oldest browsers that run the elements.
 * @template T
 * @param {Iterable<readonly [string, T]>} entries
 * @returns {Record<string, T>}
 */
export function record(entries) {
  /** @type {Record<string, T>} */
  const made = {};
  for (const [name, value] of entries) made[name] = value;
  return made;
}
