// @ts-check
/** Tells the newest of several askings, so that a slow reply never overwrites a newer one. */
export class Newest {
  #begun = 0;

  /** Begin one: whatever was begun before is overtaken. @returns {() => boolean} whether this one is the newest still */
  begin() {
    const begun = ++this.#begun;
    return () => begun === this.#begun;
  }
}
