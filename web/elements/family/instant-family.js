// @ts-check
/**
 * A family's answer before Python, out of the table that the page brings along, in the words and the markup of Python's.
 * What it cannot answer for all of them it leaves to Python.
 */

import { dayFrom, filled, finder, templatesOf } from "../instant/lookup.js";
import { askerOf } from "../instant/questions.js";

/** @import { Fault, Person } from "../../../runtime/client/bridge.js" */
/** @import { Found, InstantTable } from "../instant/lookup.js" */
/** @typedef {{name: string, index: number, found: Found | null}} Member */

/** Names that are written as they are, wherever they stand. */
const PLAIN_NAME = /^[\u4e00-\u9fffA-Za-z0-9]{0,20}$/;

/** @param {InstantTable} table @returns {(people: Person[], now: number) => {html: string, spoken: string} | null} */
export function familyAnswersOf(table) {
  const find = finder(table);
  const words = templatesOf(table).family;

  return function (people, now) {
    /** @type {Member[]} */
    const members = [];
    for (let index = 0; index < people.length; index += 1) {
      const { label, last, region } = people[index];
      if (!(label || last || region)) continue;
      const twice = people.some((other, where) => where !== index && label && other.label === label);
      const found = last ? find({ last, region }, now) : null;
      if (twice || !PLAIN_NAME.test(label) || (!found && (last || region))) return null;
      const name = label || filled(words.name, { count: String(index + 1) });
      members.push({ name, index, found });
    }
    if (!members.length) return null;
    members.sort(
      (one, other) => urgency(one) - urgency(other) || deadline(one) - deadline(other) || one.index - other.index,
    );
    return { html: screen(members), spoken: spoken(members) };
  };

  /** @param {Member[]} members */
  function screen(members) {
    const several = members.length > 1;
    return filled(words[several ? "screen/several" : "screen"], {
      count: String(members.length),
      counts: several ? counts(members) : "",
      cards: members.map(card).join("\n"),
    });
  }

  /** @param {Member} member */
  function card({ name, index, found }) {
    const slots = Object.assign({ name, index: String(index) }, found ? found.slots : {});
    if (!found) return filled(words["card/unclear"], slots);
    const remarks = [filled(words[found.remark] || "", slots), slots.reason].filter((remark) => remark);
    slots.remarks = remarks.map((remark) => filled(words.remark, { remark })).join("");
    return filled(words[`card/${found.manner}`], slots);
  }

  /** How many of them are where, the most urgent first. @param {Member[]} members */
  function counts(members) {
    const steps = members.map(({ found }) => (found ? found.step : "unclear"));
    const different = steps.filter((step, index) => steps.indexOf(step) === index);
    const count = /** @param {string} step */ (step) => String(steps.filter((one) => one === step).length);
    return different.map((step) => filled(words[`count/${step}`], { count: count(step) })).join("，");
  }

  /** @param {Member[]} members */
  function spoken(members) {
    const [{ name, found }] = members;
    if (!found) return filled(words["spoken/unclear"], { name });
    const slots = Object.assign({ name, count: String(members.length) }, found.slots);
    return filled(words[members.length > 1 ? "spoken/several" : "spoken"], slots);
  }

  /** @param {Member} member */
  function urgency({ found }) {
    return found ? table.urgency.indexOf(found.step) : table.urgency.length;
  }
}

/** What is asked about days that leave something open. @param {InstantTable} table @returns {(people: Person[], now: number) => Fault[]} */
export function familyQuestionsOf(table) {
  const question = askerOf(table);
  const { asked, family } = templatesOf(table);

  return function (people, now) {
    /** @type {Fault[]} */
    const faults = [];
    const today = dayFrom(table, "", now);
    people.forEach(({ label, last }, index) => {
      const found = today && PLAIN_NAME.test(label) ? question(last, today) : null;
      if (!found) return;
      const name = label || filled(family.name, { count: String(index + 1) });
      const message = filled(asked.about, { name, message: found.message });
      faults.push({ field: `${index}.last`, code: "asked", message, offers: found.offers });
    });
    return faults;
  };
}

/** @param {Member} member */
function deadline({ found }) {
  return found ? found.deadline : 0;
}
