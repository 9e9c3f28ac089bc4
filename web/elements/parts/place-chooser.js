// @ts-check
/**
 * Choosing a place: by province, then place and scheme, or by typing the name of any county. All three controls are in
 * the markup. The places are the options of a `<datalist>`, each with its path as `data-id`; its `data-other` is what a
 * choice is called that is none of them.
 */

export class PlaceChooser {
  #province;
  #region;
  #find;
  #places;
  #typed = "";
  #other;

  /**
   * @param {{province: HTMLSelectElement, region: HTMLSelectElement, find: HTMLInputElement}} controls
   * @param {HTMLDataListElement} list
   */
  constructor({ province, region, find }, list) {
    this.#province = province;
    this.#region = region;
    this.#find = find;
    this.#places = Array.from(list.options);
    this.#other = list.dataset.other ?? "";
    province.addEventListener("input", () => (this.value = province.value));
    find.addEventListener("input", () => this.#findPlace());
    find.addEventListener("change", () => this.#takeAsTyped());
    this.value = region.value;
  }

  /** The path of the place or its rule, of the province alone, or "". */
  get value() {
    return this.#region.value;
  }

  set value(path) {
    const select = this.#region;
    this.#province.value = path.split("/")[0];
    if (this.#province.selectedIndex < 0) this.#province.value = "";
    const province = this.#province.value;
    const places = this.#places.filter(({ dataset }) => province && dataset.id?.startsWith(`${province}/`));
    const [none] = select.options;
    select.textContent = "";
    select.append(
      new Option(none.text, province),
      ...places.map(({ value, dataset }) => new Option(value, dataset.id)),
    );
    // What is not in the list goes to Python as it is, which knows what to say of it. It may come from a link that
    // somebody was sent, and is no choice of ours, so its words are not shown among ours.
    const known = places.some(({ dataset }) => dataset.id === path) || path === province;
    if (!known) select.add(new Option(this.#other, path));
    select.value = path;
    /** @type {HTMLElement} */ (select.closest(".field")).hidden = select.options.length === 1;
  }

  #findPlace() {
    const found = this.#places.find(({ value }) => value === this.#find.value);
    if (found?.dataset.id) this.value = found.dataset.id;
  }

  /**
   * What is not in the list may be any county of the country. It goes to Python as it was typed, which finds the most
   * local rule that holds there, says what it fell back to, or asks which of two of one name is meant.
   */
  #takeAsTyped() {
    const typed = this.#find.value.trim();
    if (this.#places.some(({ value }) => value === typed)) return;
    if (typed || this.value === this.#typed) this.value = typed;
    this.#typed = typed;
  }
}
