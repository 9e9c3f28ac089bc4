// @ts-check
/** Makes the table of places searchable, filterable and sortable. Without this script it is simply a long table. */

const frame = /** @type {HTMLElement} */ (document.querySelector(".regions"));
const rows = Array.from(/** @type {NodeListOf<HTMLTableRowElement>} */ (frame.querySelectorAll("tbody tr")));
const headings = Array.from(/** @type {NodeListOf<HTMLTableCellElement>} */ (frame.querySelectorAll("thead th")));
const text = /** @type {HTMLInputElement} */ (frame.querySelector("#regions-text"));
const province = /** @type {HTMLSelectElement} */ (frame.querySelector("#regions-province"));
const use = /** @type {HTMLSelectElement} */ (frame.querySelector("#regions-status"));

function filter() {
  const words = text.value.trim().split(/\s+/);
  for (const row of rows) {
    row.hidden =
      !words.every((word) => row.textContent?.includes(word)) ||
      (province.value !== "" && row.dataset.province !== province.value) ||
      (use.value !== "" && row.dataset.status !== use.value);
  }
  const shown = rows.filter((row) => !row.hidden).length;
  const count = /** @type {HTMLElement} */ (frame.querySelector(".regions-count"));
  count.textContent = (shown ? count.dataset.found : count.dataset.none)?.replace("{n}", String(shown)) ?? "";
}

/** @param {number} column */
function sortBy(column) {
  const heading = headings[column];
  const descending = heading.getAttribute("aria-sort") === "ascending";
  for (const other of headings) other.removeAttribute("aria-sort");
  heading.setAttribute("aria-sort", descending ? "descending" : "ascending");
  const order = new Intl.Collator("zh");
  const cell = (/** @type {HTMLTableRowElement} */ row) => row.cells[column].textContent ?? "";
  const sorted = rows.slice().sort((a, b) => order.compare(cell(a), cell(b)) * (descending ? -1 : 1));
  rows[0].parentElement?.append(...sorted);
}

headings.forEach((heading, column) => {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = heading.textContent;
  button.addEventListener("click", () => sortBy(column));
  heading.textContent = "";
  heading.appendChild(button);
});
/** @type {HTMLElement} */ (frame.querySelector(".regions-filter")).hidden = false;
frame.addEventListener("input", filter);
filter();
