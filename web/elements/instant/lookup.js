// @ts-check
/**
 * Looks an answer up in the table that the package has made (`table.py` beside this), without Python and without any
 * arithmetic of dates: a day is a number, and what follows from it stands in the table. What the table does not hold it
 * leaves to Python. Read by browsers since 2018, so it asks nothing newer of them.
 */

/**
 * @typedef {Object} InstantTable
 * @property {string} made the day on which it was made
 * @property {{asked: number, months: Record<string, number[]>, weekdays: string[], lunarBegun: number, lunar: [number, string][],
 *   lunarDays: string[], offices: string, published: string}} days the days that can be asked about come first
 * @property {string[]} fields the names of the form's fields, in its order
 * @property {string[]} schemes
 * @property {number[]} stretches the first of the days of today from which on other rules hold
 * @property {number} dueSoon days before the safe date
 * @property {number} longAgo months after which a pension is no longer new
 * @property {{hearsay: number, most: number}} grace
 * @property {string} rule the one that stands for the place's own
 * @property {Record<string, number[][]>} general where no place is given, by rule: an answer for each stretch and scheme
 * @property {[string, string, string, string][]} provinces the id, the name, the short name and the hotline of each
 * @property {[number, string, number[][], string, string, string, ...string[]][]} places the province, where in it, the
 *   answers, what it can be called (names before which that of the province may stand, and others), the path of the rule
 *   that it stands for, and for whom it is, on a family's card, for each stretch
 * @property {number[][]} answers the functions, what asks more often, and the texts of which the last function tells one
 * @property {string[]} functions of the day of certification
 * @property {number[][]} texts whether only the month counts, whether it could be a pension (or the deadline is borrowed from them), and the words for title and caution of the safe date, what
 *   the place says of being late, reason, for whom, where that is asked, the hotline, where it is not just the
 *   province's, and the benefit
 * @property {string[]} words
 * @property {number[][]} mores by their lines
 * @property {string} nowhere in the place of a place, on a family's card
 * @property {string[]} urgency the steps, the most urgent first
 * @property {Record<string, Record<string, number[]>>} templates by their lines
 * @property {string[]} lines
 */

/** @typedef {Record<string, string>} Fields what was typed, by field */

const DAY = /^(\d{4}) *[-/.\u5e74] *(\d{1,2}) *[-/.\u6708] *(\d{1,2}) *[\u65e5\u53f7]?$/;
const COMPACT_DAY = /^(\d{4})(\d\d)(\d\d)$/;
const MONTH = /^(\d{4}) *[-/.\u5e74] *(\d{1,2}) *\u6708?$/;
const UNSEEN = /[\u200b\u200e\u200f\ufeff]/g;
const BEHIND = /[。.,;、 ]+$/;
const LONGEST = 80; // no day is longer, and in a page that was pasted the end would be looked for without end
const GRACE = /^(\d{1,3}) *\u5929?$/;
const BETWEEN_NAMES = /[ \t\u3000|｜,，/／\\;；·、>_—-]+/g;
const [PENSION, BORROWED] = [1, 2]; // what is drawn, see `_texts` in `table.py`
const BEIJING = 8 * 3600 * 1000; // milliseconds ahead of UTC

/**
 * Makes something of a table once, for all who need it: an old phone takes its time.
 * @template Made
 * @param {(table: InstantTable) => Made} make
 * @returns {(table: InstantTable) => Made}
 */
function onceFor(make) {
  /** @type {WeakMap<InstantTable, Made>} */
  const made = new WeakMap();
  return (table) => {
    if (!made.has(table)) made.set(table, make(table));
    return /** @type {Made} */ (made.get(table));
  };
}

/** @param {InstantTable} table @param {number[]} numbers */
function linesOf(table, numbers) {
  return numbers.map((line) => table.lines[line]).join("\n");
}

/** What can be said, with its slots. */
export const templatesOf = onceFor((table) => {
  const { templates } = table;
  /** @type {Record<string, Record<string, string>>} */
  const found = {};
  for (const group of Object.keys(templates)) {
    found[group] = {};
    for (const name of Object.keys(templates[group])) {
      found[group][name] = linesOf(table, templates[group][name]);
    }
  }
  return found;
});

/** Every day of the table, in ISO 8601. */
export const daysOf = onceFor((table) => allDays(table.days.months));

/** Whether the table reaches as far as today. @param {InstantTable} table @param {number} now milliseconds, as clocks count */
export function reaches(table, now) {
  return daysOf(table).slice(0, table.days.asked).indexOf(inBeijing(now)) >= 0;
}

/**
 * From which day it is seen: the one that was typed, or today by the device. None where what was typed is no day, and where
 * the device's cannot be, which is before the table was made.
 * @param {InstantTable} table @param {string} typed @param {number} now milliseconds, as clocks count them
 */
export function dayFrom(table, typed, now) {
  if (typed.trim()) {
    const from = dayTyped(typed);
    return from && !from.monthOnly ? from.day : null;
  }
  const day = inBeijing(now);
  return day < table.made ? null : day;
}

/**
 * What is found for some fields, and what stands in the slots of all that can be said of it.
 * @typedef {Object} Found
 * @property {string} step where today stands
 * @property {string} manner the same, and whether there is a day from which it can be done, or it is no pension
 * @property {string} lead what stands behind the name of a part where the safe date is shown above the deadline, if it is
 * @property {number} deadline
 * @property {string} remark which one is to be made on what was typed, if any
 * @property {string} days which of the lists of days it is
 * @property {string} more who asks more often, as markup
 * @property {Record<string, string>} slots
 */

/** @param {InstantTable} table @returns {(fields: Fields, now: number) => {html: string, spoken: string} | null} */
export function answersOf(table) {
  const find = finder(table);
  const { head, buttons, remark, days, advice, other } = templatesOf(table);

  return function (fields, now) {
    const found = find(fields, now);
    if (!found) return null;
    const { manner, slots } = found;
    const parts = [
      head[manner + found.lead],
      buttons[manner + found.lead],
      remark[found.remark],
      slots.chosen && other.question,
      days[found.days],
      found.more,
      advice[manner],
      slots.place && other.link,
    ];
    const html = parts.filter((part) => part).map((part) => filled(part, slots));
    return { html: html.join("\n"), spoken: filled(other[`spoken${found.lead}`], slots) };
  };
}

/** What finds the answer to some fields; none where Python must say it. */
export const finder = onceFor(finderOf);

/** @param {InstantTable} table @returns {(fields: Fields, now: number) => Found | null} */
function finderOf(table) {
  const { days } = table;
  const templates = templatesOf(table);
  const isoDays = daysOf(table);
  const tell = dayTeller(table);
  /** @type {Record<string, InstantTable["places"][0]>} */ let places;

  return find;

  /** What is found for these fields at a moment, in milliseconds as clocks count them. */
  function find(/** @type {Fields} */ fields, /** @type {number} */ now) {
    const typed = dayTyped(text(fields, "last"));
    const today = dayFrom(table, fields.today || "", now);
    const chosen = graceTyped(text(fields, "grace"));
    if (!typed || !today || chosen === null || text(fields, "claim")) return null;
    const [last, from] = [typed.day, today].map((day) => isoDays.indexOf(day));
    if (last < 0 || last > from || from < table.stretches[0] || from >= days.asked) return null;
    const place = text(fields, "region") ? placeNamed(text(fields, "region")) : undefined;
    const found = place === null ? null : numbersOf(fields, place, from);
    return found && told(fields, { last, from, monthOnly: typed.monthOnly, chosen, place: place || undefined }, found);
  }

  /** @param {Fields} fields @param {InstantTable["places"][0] | undefined} place @param {number} today */
  function numbersOf(fields, place, today) {
    const rule = text(fields, "rule") || table.rule;
    const scheme = table.schemes.indexOf(text(fields, "scheme"));
    const known = Object.prototype.hasOwnProperty.call(table.general, rule) && (!place || rule === table.rule);
    if (scheme < 0 || !known) return null;
    const answers = place ? place[2] : table.general[rule];
    return table.answers[answers[Math.min(stretchOf(today), answers.length - 1)][scheme]];
  }

  /** @param {number} today */
  function stretchOf(today) {
    return table.stretches.filter((first) => first <= today).length - 1;
  }

  /**
   * @param {Fields} fields
   * @param {{last: number, from: number, monthOnly: boolean, chosen: number | undefined,
   *   place: InstantTable["places"][0] | undefined}} asked
   * @param {number[]} found
   * @returns {Found}
   */
  function told(fields, { last, from, monthOnly, chosen, place }, found) {
    const numbers = found.slice(0, 5).map((number) => at(table.functions[number], last));
    const [deadline, safe, granted, opens, variant] = /** @type {number[]} */ (numbers);
    const [byMonth, pension, ...words] = table.texts[found[6 + variant]];
    const [title, caution, said, reason, whom, hotline, benefit] = words.map((number) => table.words[number]);
    const grace = chosen === undefined ? granted : deadline + chosen;
    const hearsay = chosen === undefined ? !said : chosen === table.grace.hearsay;
    const office = /** @type {number} */ (at(days.offices, deadline));
    const step = standing({ today: from, deadline, grace, safe, opens, soon: table.dueSoon });
    const [before, after] = around(fields, isoDays[last].slice(0, monthOnly ? 7 : 10), isoDays[from], chosen, place);

    /** @type {Record<string, string>} */
    const slots = {
      left: String(Math.abs(deadline - from)),
      days: String(grace - deadline),
      reason,
      "reason:html": reason && filled(templates.other.reason, { reason }),
      title,
      said,
      benefit,
      chosen: whom,
      before,
      after,
    };
    if (place) {
      [slots.province, slots["province:name"]] = table.provinces[place[0]];
      slots.place = slots["province:name"] + place[1];
    }
    slots.caution = filled(caution, slots);
    slots["family:place"] = place ? slots.place + (place[6 + stretchOf(from)] || "") : table.nowhere;
    slots["family:hotline"] = hotline || (place ? table.provinces[place[0]][3] : "");
    tell(slots, "last", last);
    tell(slots, "today", from);
    tell(slots, "deadline", deadline);
    tell(slots, "safe", safe);
    slots.sooner = safe < deadline ? filled(templates.other[`sooner/${step}`], slots) : "";
    tell(slots, "office", office);
    tell(slots, "grace", grace);
    tell(slots, "suspended", grace + 1);
    tell(slots, "stop", hearsay ? deadline + 1 : grace + 1);
    if (opens !== undefined) tell(slots, "opens", opens);
    const lead = pension === BORROWED && safe < deadline && from < deadline ? "/safe" : "";
    return {
      step,
      manner: mannerOf(step, opens !== undefined, pension === PENSION),
      lead,
      deadline,
      remark: monthOnly ? (byMonth ? "by-month" : "month") : "",
      days: `${officeKind(office, deadline)}/${graceKind(hearsay, chosen !== undefined, grace - deadline)}${lead}`,
      more: linesOf(table, table.mores[found[5]]),
      slots,
    };
  }

  /** @param {string} step @param {boolean} opens @param {boolean} pension */
  function mannerOf(step, opens, pension) {
    if (opens && templates.head[`${step}/opens`]) return `${step}/opens`;
    return !pension && templates.head[`${step}/other`] ? `${step}/other` : step;
  }

  /** @param {number} office @param {number} deadline */
  function officeKind(office, deadline) {
    if (!at(days.published, deadline)) return "unpublished";
    return office === deadline ? "open" : "published";
  }

  /** @param {string} name @returns {InstantTable["places"][0] | null} */
  function placeNamed(name) {
    if (!places) {
      places = Object.create(null);
      for (const place of table.places) {
        const [, whole, short] = table.provinces[place[0]];
        for (const name of namesIn(place[3])) for (const one of [name, whole + name, short + name]) places[one] = place;
        for (const name of namesIn(place[4])) places[name] = place;
      }
    }
    return places[name] || places[name.normalize("NFKC").replace(BETWEEN_NAMES, "")] || null;
  }

  /**
   * The answer in an address, as we write it ourselves: what stands before the benefit, and what behind it.
   * @param {Fields} fields @param {string} last @param {string} today @param {number | undefined} grace
   * @param {InstantTable["places"][0] | undefined} place
   */
  function around(fields, last, today, grace, place) {
    const rule = text(fields, "rule");
    const before = [`last=${last}`];
    if (place) {
      const [province, name] = table.provinces[place[0]];
      before.push(`region=${encoded(place[5] || (place[1] ? name + place[1] : province))}`);
    }
    const after = [""];
    if (rule && rule !== table.rule) after.push(`rule=${rule}`);
    if (grace !== undefined) after.push(`grace=${grace}`);
    if (text(fields, "today")) after.push(`today=${today}`);
    return [before.join("&amp;"), after.join("&amp;")];
  }

  /** @param {string} typed @returns {number | undefined | null} the days; undefined for nothing, null for no number */
  function graceTyped(typed) {
    if (!typed) return undefined;
    const match = GRACE.exec(typed.normalize("NFKC"));
    return match && Number(match[1]) <= table.grace.most ? Number(match[1]) : null;
  }
}

/** @param {string} names spaces between */
function namesIn(names) {
  return names ? names.split(" ") : [];
}

/** @param {Fields} fields @param {string} name */
function text(fields, name) {
  return (fields[name] || "").trim();
}

/** What fills the slots of a day. */
export const dayTeller = onceFor(dayTellerOf);

/** @param {InstantTable} table @returns {(slots: Record<string, string>, name: string, day: number) => void} */
function dayTellerOf(table) {
  const { days } = table;
  const words = templatesOf(table).other;
  const isoDays = daysOf(table);
  const lunar = lunarIn(days);

  return function (slots, name, day) {
    const numbers = numbersOf(isoDays[day]);
    slots[`${name}:iso`] = isoDays[day];
    slots[`${name}:year`] = numbers.year;
    slots[`${name}:date`] = filled(words["day:date"], numbers);
    slots[`${name}:words`] = filled(words["day:words"], numbers);
    slots[`${name}:weekday`] = days.weekdays[day % days.weekdays.length];
    slots[`${name}:lunar`] = lunar(day);
  };
}

/** @param {InstantTable["days"]} days @returns {(day: number) => string} what the lunar calendar calls a day */
export function lunarIn(days) {
  return function (day) {
    let left = day + days.lunarBegun;
    for (const [length, month] of days.lunar) {
      if (left < length) return month + days.lunarDays[left];
      left -= length;
    }
    return "";
  };
}

/** Every day of these months, in ISO 8601. @param {Record<string, number[]>} years how many days each month has */
function allDays(years) {
  /** @type {string[]} */
  const found = [];
  for (const year of Object.keys(years)) {
    years[year].forEach((length, before) => {
      for (let day = 1; day <= length; day += 1) found.push(`${year}-${two(before + 1)}-${two(day)}`);
    });
  }
  return found;
}

/** What fills the slots of a day's words. @param {string} iso */
export function numbersOf(iso) {
  const [year, month, day] = iso.split("-").map((part) => String(Number(part)));
  return { year, month, day };
}

/** @param {number | string} number */
export function two(number) {
  return `0${number}`.slice(-2);
}

/** @param {number} now milliseconds, as clocks count them */
export function inBeijing(now) {
  return new Date(now + BEIJING).toISOString().slice(0, 10);
}

/** What can be seen of what was typed. @param {string} typed */
export function visible(typed) {
  return typed.normalize("NFKC").replace(UNSEEN, "").trim();
}

/** Without what people dictate or paste with it. @param {string} seen */
export function bare(seen) {
  return seen.replace(BEHIND, "");
}

/** A day, or the first of a month, as people usually type it; Python reads more. @param {string} typed */
export function dayTyped(typed) {
  if (typed.length > LONGEST) return null;
  const plain = bare(visible(typed));
  const match = DAY.exec(plain) || COMPACT_DAY.exec(plain) || MONTH.exec(plain);
  if (!match) return null;
  const [, year, month, day = "1"] = match;
  return { day: `${year}-${two(month)}-${two(day)}`, monthOnly: match[3] === undefined };
}

/** What a function of days gives for one, see `runs.py`. @param {string} runs @param {number} day */
function at(runs, day) {
  let [first, before] = [0, 0];
  for (const run of runs.split(" ")) {
    const [, length, manner, more] = /** @type {string[]} */ (/^(\d+)(\D)(-?\d*)$/.exec(run));
    const begins = before + Number(more);
    if (day < first + Number(length)) {
      if (manner === "-") return undefined;
      return manner === "+" ? begins + day - first : begins;
    }
    first += Number(length);
    before = manner === "+" ? begins + Number(length) - 1 : begins;
  }
  return undefined;
}

/** Where today stands, see `calculator/counting/status.py`. @param {Record<string, number>} days */
function standing({ today, deadline, grace, safe, opens, soon }) {
  if (today > grace) return "suspended";
  if (today > deadline) return "in-grace";
  if (today === deadline) return "last-day";
  if (today > safe) return "past-safe";
  if (safe - today > soon) return "on-time";
  return opens !== undefined && today < opens ? "waiting" : "due-soon";
}

/** @param {boolean} hearsay @param {boolean} chosen @param {number} days */
function graceKind(hearsay, chosen, days) {
  if (hearsay) return "hearsay";
  return `${chosen ? "chosen" : "local"}/${days ? "some" : "none"}`;
}

/** @param {string} template @param {Record<string, string>} slots */
export function filled(template, slots) {
  return template.replace(/\{([a-z:]+)\}/g, (_, name) => slots[name]);
}

/** As forms encode it, but for slashes; fit for an attribute. @param {string} value */
function encoded(value) {
  return encodeURIComponent(value).replace(/%2F/g, "/");
}
