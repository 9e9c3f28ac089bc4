// @ts-check
/**
 * Faults in a form, shown as GOV.UK shows them: a summary whose lines lead to the fields, and a sentence at each field.
 * Where a sentence asks which day is meant, a button beside it takes that day and sends the form; where it asks which
 * county, it takes that one. Read by browsers since 2018.
 */

/** @import { Fault, Offer } from "../../../runtime/client/bridge.js" */

/** @typedef {{message: string, offers?: Offer[], field?: string}} Told a fault as Python tells it, or the page itself */

/** @typedef {HTMLElement} Control of a field as `web/elements/parts/form_field.py` makes it */

/** Whether a place is asked for: the day may not have been typed yet. @param {Told} fault */
export function asksWhere({ offers = [], field = "" }) {
  return offers.length > 0 && /region$/.test(field);
}

/**
 * What is told of these while a form is being filled in: faults once an answer is wanted, which county is meant at once.
 * @param {Fault[]} faults
 * @param {boolean} quiet whether nobody wants an answer yet
 */
export function toBeTold(faults, quiet) {
  return faults.filter((fault) => !quiet || asksWhere(fault));
}

/** @param {Control} control @param {Told} [fault] none if it is right */
export function showFault(control, fault) {
  const sentence = fault ? fault.message : "";
  const line = /** @type {HTMLElement} */ (
    /** @type {HTMLElement} */ (control.closest(".field")).querySelector(".field-error")
  );
  line.textContent = sentence;
  line.hidden = !sentence;
  if (fault) showOffers(line, control, fault, !asksWhere(fault));
  control.setAttribute("aria-invalid", String(Boolean(sentence)));
  const folded = sentence && control.closest("details");
  if (folded) folded.setAttribute("open", "");
}

/**
 * @param {HTMLElement} summary
 * @param {{control: Control, fault: Told}[]} faults none hides the summary
 * @param {boolean} move whether it takes the focus
 */
export function showSummary(summary, faults, move) {
  // What takes the focus is read out; as an alert it would be read out once more.
  if (faults.length && move) summary.removeAttribute("role");
  else if (faults.length) summary.setAttribute("role", "alert");
  const list = /** @type {HTMLElement} */ (summary.querySelector("ul"));
  list.textContent = "";
  for (const { control, fault } of faults) {
    const link = document.createElement("a");
    link.href = `#${control.id}`;
    link.textContent = fault.message;
    // A plain link would put the field's name where the answers are kept.
    link.addEventListener("click", (event) => {
      event.preventDefault();
      control.focus();
    });
    const line = document.createElement("li");
    line.appendChild(link);
    showOffers(line, control, fault, true); // an answer has been asked for
    list.appendChild(line);
  }
  summary.hidden = faults.length === 0;
  if (faults.length && move) summary.focus();
}

/**
 * @param {HTMLElement} line behind whose sentence they stand
 * @param {Control} control
 * @param {Told} fault
 * @param {boolean} sends whether the form is sent with what was taken
 */
function showOffers(line, control, { offers = [] }, sends) {
  if (!offers.length) return;
  const buttons = document.createElement("span");
  buttons.className = "offers";
  for (const { value, name } of offers) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = name;
    button.addEventListener("click", () => {
      type(/** @type {HTMLInputElement} */ (control), value);
      if (sends) send(/** @type {HTMLInputElement} */ (control));
      else control.focus();
    });
    buttons.appendChild(button);
  }
  line.appendChild(buttons);
}

/** As if somebody had typed it and gone on. @param {HTMLInputElement} control @param {string} value */
function type(control, value) {
  control.value = value;
  control.dispatchEvent(new Event("input", { bubbles: true }));
  control.dispatchEvent(new Event("change", { bubbles: true }));
}

/** @param {HTMLInputElement} control of the form whose button is pressed */
function send(control) {
  const form = /** @type {HTMLFormElement} */ (control.form);
  /** @type {HTMLElement} */ (form.querySelector("[type=submit]")).click();
}
