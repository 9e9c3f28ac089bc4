// @ts-check
/**
 * The ways into the calculator: which one is chosen, and what of the page belongs to it. One is chosen before anybody
 * chooses, and no address needs to name it. Both scripts that give answers use this, and one of them is read by browsers
 * since 2018.
 */

/** @param {Element} element @returns {HTMLInputElement[]} */
function waysOf(element) {
  return /** @type {HTMLInputElement[]} */ (Array.from(element.querySelectorAll("[name=way]")));
}

/** @param {Element} element @returns {HTMLInputElement} */
export function chosenWay(element) {
  return /** @type {HTMLInputElement} */ (waysOf(element).find((way) => way.checked));
}

/** The field with which the chosen way begins. @param {Element} element @returns {HTMLInputElement | HTMLSelectElement} */
export function firstField(element) {
  return /** @type {any} */ (element.querySelector(`#${chosenWay(element).getAttribute("data-begins")}`));
}

/** Whether a field belongs to ways that are not chosen: it is not in sight. @param {Element} field */
export function isOfOtherWay(field) {
  return Boolean(field.closest("[data-way][hidden]"));
}

/** Show what belongs to a way, with the field that it begins with in sight. @param {Element} element @param {string} [name] */
export function showWay(element, name) {
  const ways = waysOf(element);
  const way = /** @type {HTMLInputElement} */ (
    ways.find(({ value }) => value === name) || ways.find(({ defaultChecked }) => defaultChecked)
  );
  way.checked = true;
  for (const part of /** @type {NodeListOf<HTMLElement>} */ (element.querySelectorAll("[data-way]"))) {
    part.hidden = (part.getAttribute("data-way") || "").split(" ").indexOf(way.value) < 0;
  }
  const folded = firstField(element).closest("details");
  if (folded) folded.setAttribute("open", "");
}
