// @ts-check
/** Faults in a form, shown as GOV.UK shows them: a summary whose lines lead to the fields, and a sentence at each field. */

/**
 * @param {HTMLElement} control of a field as `web/elements/parts/form_field.py` makes it
 * @param {string} [sentence] none if it is right
 * @param {string[]} [choices] what it could mean, each a button below the sentence
 * @param {(choice: string) => void} [choose]
 */
export function showFault(control, sentence = "", choices = [], choose = () => {}) {
  const line = /** @type {HTMLElement} */ (control.closest(".field")?.querySelector(".field-error"));
  line.textContent = sentence;
  line.hidden = !sentence;
  line.parentElement?.querySelector(".field-choices")?.remove();
  if (choices.length) line.after(buttonsFor(choices, choose));
  control.setAttribute("aria-invalid", String(Boolean(sentence)));
  if (sentence) control.closest("details")?.setAttribute("open", "");
}

/**
 * What is told of these while a form is being filled in: faults once an answer is wanted, a question at once.
 * @template {{choices?: string[]}} Told
 * @param {Told[]} faults
 * @param {boolean} quiet whether nobody wants an answer yet
 */
export function toBeTold(faults, quiet) {
  return faults.filter(({ choices }) => choices || !quiet);
}

/** @param {string[]} choices @param {(choice: string) => void} choose */
function buttonsFor(choices, choose) {
  const buttons = document.createElement("p");
  buttons.className = "field-choices answer-buttons";
  for (const choice of choices) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = choice;
    button.addEventListener("click", () => choose(choice));
    buttons.append(button);
  }
  return buttons;
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
