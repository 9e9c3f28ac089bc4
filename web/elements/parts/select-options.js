// @ts-check
/**
 * Offer something else in a select. One that offers it already is left alone, since it may be in use.
 * @param {HTMLSelectElement} select
 * @param {[value: string, text: string][]} choices
 * @param {string} chosen the value of one of them
 */
export function offer(select, choices, chosen) {
  const offered = Array.from(select.options, ({ value, text }) => [value, text]);
  if (JSON.stringify(offered) !== JSON.stringify(choices)) {
    select.textContent = "";
    select.append(...choices.map(([value, text]) => new Option(text, value)));
  }
  select.value = chosen;
}
