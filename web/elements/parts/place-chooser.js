// @ts-check
/**
 * Choosing a place: by province, then place and scheme, or by typing its name. All three controls are in the markup.
 * The places are the options of a `<datalist>`, each with its path as `data-id`.
 */

export class PlaceChooser {
  #province;
  #region;
  #find;
  #places;

  /**
   * @param {{province: HTMLSelectElement, region: HTMLSelectElement, find: HTMLInputElement}} controls
   * @param {HTMLDataListElement} list
   */
  constructor({ province, region, find }, list) {
    this.#province = province;
    this.#region = region;
    this.#find = find;
    this.#places = Array.from(list.options);
    province.addEventListener("input", () => (this.value = province.value));
    find.addEventListener("input", () => this.#findPlace());
    this.value = region.value;
  }

  /** The path of the place or its rule, of the province alone, or "". */
  get value() {
    return this.#region.value;
  }

  set value(path) {
    const select = this.#region;
    const province = path.split("/")[0];
    const places = this.#places.filter(({ dataset }) => dataset.id?.startsWith(`${province}/`));
    this.#province.value = province;
    const [none] = select.options;
    select.textContent = "";
    select.append(
      new Option(none.text, province),
      ...places.map(({ value, dataset }) => new Option(value, dataset.id)),
    );
    // A path that is not in the list goes to Python as it is, which knows what to say of it.
    if (!places.some(({ dataset }) => dataset.id === path) && path !== province) select.add(new Option(path, path));
    select.value = path;
    /** @type {HTMLElement} */ (select.closest(".field")).hidden = select.options.length === 1;
  }

  #findPlace() {
    const found = this.#places.find(({ value }) => value === this.#find.value);
    if (found?.dataset.id) this.value = found.dataset.id;
  }
}
