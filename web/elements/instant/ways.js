// @ts-check
/**
 * What is known before Python is there for who has just retired, or does not know the last day: what the whole advice
 * begins with. Whoever certifies today has the next deadline of that day, which the table holds.
 */

import { dayFrom, daysOf, dayTeller, dayTyped, filled, finder, templatesOf } from "./lookup.js";

/** @import { Fields, Found, InstantTable } from "./lookup.js" */
/** @typedef {{html: string, spoken: string}} Advice */

/** @param {InstantTable} table @returns {(way: string, fields: Fields, now: number) => Advice | null} */
export function adviceOf(table) {
  const find = finder(table);
  const tell = dayTeller(table);
  const isoDays = daysOf(table);
  const { first, forgotten, other } = templatesOf(table);

  return function (way, fields, now) {
    const { claim, rule, grace, region, scheme, today } = fields;
    if (rule && rule !== table.rule) return null;
    const from = dayFrom(table, today, now);
    const found = from && find({ grace, region, scheme, today, last: from }, now);
    const begun = beginning(way, fields);
    if (!from || !found || begun === null) return null;
    found.slots.before = found.slots.before.replace(/^last=[^&]*/, begun);
    if (way === "forgotten") return aboutForgotten(found);
    const month = dayTyped(claim);
    return month && aboutFirst(found, month, isoDays.indexOf(from));
  };

  /**
   * How the address of such an answer begins, as Python writes it: what was typed for another way stands in it too.
   * @param {string} way @param {Fields} fields
   */
  function beginning(way, fields) {
    const parts = [`way=${way}`];
    for (const name of ["last", "claim"]) {
      if (!fields[name].trim()) continue;
      const typed = dayTyped(fields[name]);
      if (!typed || isoDays.indexOf(typed.day) < 0) return null;
      parts.push(`${name}=${typed.monthOnly ? typed.day.slice(0, 7) : typed.day}`);
    }
    return parts.join("&amp;");
  }

  /** @param {Found} found */
  function aboutForgotten({ slots, more, lead }) {
    const parts = [
      forgotten.head,
      slots.chosen && other.question,
      forgotten[`next${lead}`],
      more,
      forgotten.lookup,
      slots.place && other.link,
    ];
    return told(parts, forgotten.spoken, slots);
  }

  /** @param {Found} found @param {{day: string, monthOnly: boolean}} claim @param {number} today */
  function aboutFirst({ slots, more, lead }, claim, today) {
    const begins = isoDays.indexOf(`${claim.day.slice(0, 7)}-01`);
    if (begins < 1) return null;
    const after = isoDays.findIndex((day, index) => index > begins && day.slice(8) === "01");
    if (after < 0) return null;
    const stage = today < begins ? "before" : today < after ? "during" : "after";
    tell(slots, "doby", { before: begins - 1, during: after - 1, after: today }[stage]);
    const months = isoDays.filter((day, index) => index > begins && index <= today && day.slice(8) === "01").length;
    const parts = [
      months > table.longAgo && first["long-ago"],
      slots.chosen && other.question,
      first[`head/${stage}`],
      stage !== "before" && first[`next${lead}`],
      more,
      slots.place && other.link,
    ];
    return told(parts, first[`spoken/${stage}`], slots);
  }

  /** @param {(string | false)[]} parts @param {string} spoken @param {Record<string, string>} slots */
  function told(parts, spoken, slots) {
    const html = parts.filter((part) => part).map((part) => filled(/** @type {string} */ (part), slots));
    return { html: html.join("\n"), spoken: filled(spoken, slots) };
  }
}
