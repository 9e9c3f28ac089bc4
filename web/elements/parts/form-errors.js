// @ts-check
/**
 * Faults in a form, shown as GOV.UK shows them: a summary whose lines lead to the fields, and a sentence at each field.
 * Where a sentence asks which day is meant, a button beside it takes that day and sends the form. Read by browsers since
 * 2018.
 */

/** @import { Offer } from "../../../runtime/client/bridge.js" */

/** @typedef {HTMLElement} Control of a field as `web/elements/parts/form_field.py` makes it */

/** @param {Control} control @param {string} [sentence] none if it is right @param {Offer[]} [offers] */
export function showFault(control, sentence = "", offers = []) {
  const line = /** @type {HTMLElement} */ (
    /** @type {HTMLElement} */ (control.closest(".field")).querySelector(".field-error")
  );
  line.textContent = sentence;
  line.hidden = !sentence;
  showOffers(line, control, offers);
  control.setAttribute("aria-invalid", String(Boolean(sentence)));
  const folded = sentence && control.closest("details");
  if (folded) folded.setAttribute("open", "");
}

/**
 * @param {HTMLElement} summary
 * @param {{control: Control, message: string, offers: Offer[]}[]} faults none hides the summary
 * @param {boolean} move whether it takes the focus
 */
export function showSummary(summary, faults, move) {
  const list = /** @type {HTMLElement} */ (summary.querySelector("ul"));
  list.textContent = "";
  for (const { control, message, offers } of faults) {
    const link = document.createElement("a");
    link.href = `#${control.id}`;
    link.textContent = message;
    // A plain link would put the field's name where the answers are kept.
    link.addEventListener("click", (event) => {
      event.preventDefault();
      control.focus();
    });
    const line = document.createElement("li");
    line.appendChild(link);
    showOffers(line, control, offers);
    list.appendChild(line);
  }
  summary.hidden = faults.length === 0;
  if (faults.length && move) summary.focus();
}

/** @param {HTMLElement} line behind whose sentence they stand @param {Control} control @param {Offer[]} offers */
function showOffers(line, control, offers) {
  if (!offers.length) return;
  const buttons = document.createElement("span");
  buttons.className = "offers";
  for (const { value, name } of offers) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = name;
    button.addEventListener("click", () => take(/** @type {HTMLInputElement} */ (control), value));
    buttons.appendChild(button);
  }
  line.appendChild(buttons);
}

/** As if somebody had typed it and pressed the form's button. @param {HTMLInputElement} control @param {string} value */
function take(control, value) {
  control.value = value;
  control.dispatchEvent(new Event("input", { bubbles: true }));
  const form = /** @type {HTMLFormElement} */ (control.form);
  /** @type {HTMLElement} */ (form.querySelector("[type=submit]")).click();
}
