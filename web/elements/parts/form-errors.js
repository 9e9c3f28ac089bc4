// @ts-check
/** Faults in a form, shown as GOV.UK shows them: a summary whose lines lead to the fields, and a sentence at each field. */

/** @param {HTMLElement} control of a field as `web/elements/parts/form_field.py` makes it @param {string} [sentence] none if it is right */
export function showFault(control, sentence = "") {
  const line = /** @type {HTMLElement} */ (control.closest(".field")?.querySelector(".field-error"));
  line.textContent = sentence;
  line.hidden = !sentence;
  control.setAttribute("aria-invalid", String(Boolean(sentence)));
  if (sentence) control.closest("details")?.setAttribute("open", "");
}

/**
 * @param {HTMLElement} summary
 * @param {{control: HTMLElement, message: string}[]} faults none hides the summary
 * @param {boolean} move whether it takes the focus
 */
export function showSummary(summary, faults, move) {
  const list = /** @type {HTMLElement} */ (summary.querySelector("ul"));
  list.textContent = "";
  for (const { control, message } of faults) {
    const link = document.createElement("a");
    link.href = `#${control.id}`;
    link.textContent = message;
    // A plain link would put the field's name where the answers are kept.
    link.addEventListener("click", (event) => {
      event.preventDefault();
      control.focus();
    });
    list.appendChild(document.createElement("li")).append(link);
  }
  summary.hidden = faults.length === 0;
  if (faults.length && move) summary.focus();
}
