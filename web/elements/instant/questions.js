// @ts-check
/**
 * What is asked about a day that leaves something open, before Python is there: of 3月5日, 26年3月5日, 初五 and 25/3/5 the
 * days that are likely meant are found among those of the table, and asked about in the sentences of the package. A few
 * forms alone are known here, and Python's question is the same; about any other, and about what lies outside the table,
 * Python asks.
 */

import { bare, daysOf, filled, lunarIn, templatesOf, two, visible } from "./lookup.js";

/** @import { Offer } from "../../../runtime/client/bridge.js" */
/** @import { InstantTable } from "./lookup.js" */
/** @typedef {{message: string, offers: Offer[]}} Question */
/** @typedef {{day: string, monthOnly?: boolean}} Meant a day in ISO 8601 */

const MONTH_AND_DAY = "(\\d{1,2}) *\u6708(?:\u4efd| *(\\d{1,2}) *[\u65e5\u53f7]?)?$";
const WITHOUT_YEAR = new RegExp(`^${MONTH_AND_DAY}`);
const TWO_NUMBERS = /^(\d{1,2}) *[-/.] *(\d{1,2})$/;
const SHORT_YEAR = new RegExp(`^(\\d\\d) *\u5e74 *${MONTH_AND_DAY}`);
const RELATIVE_YEAR = new RegExp(`^([今去前])\u5e74\u7684? *${MONTH_AND_DAY}`);
const YEARS_AGO = "今去前";
const RELATIVE_DAY = /^([今昨前])天$/;
const DAYS_AGO = "今昨前";
const THREE_NUMBERS = /^(\d{1,2}) *[-/. ] *(\d{1,2}) *[-/. ] *(\d{4}|\d{1,2})$/;
const LUNAR = /农历|阴历|旧历|[正腊冬]月|闰|初/;
const LUNAR_DAY =
  /^(?:[农阴旧]历)?(?:(闰?)(十[一二]|[正一二三四五六七八九十冬腊])月)?([初十廿二三][一二三四五六七八九十])$/;
/** @type {Record<string, string>} */
const MONTHS_OTHERWISE = { 一: "正", 十一: "冬", 十二: "腊" };
const LONGEST = 20;
const LUNAR_YEAR = 385; // days that the longest has

/** @param {InstantTable} table @returns {(typed: string, today: string) => Question | null} today in ISO 8601 */
export function askerOf(table) {
  const isoDays = daysOf(table).slice(0, table.days.asked);
  const lunar = lunarIn(table.days);
  const words = templatesOf(table).asked;

  return function (typed, today) {
    const from = isoDays.indexOf(today);
    if (from < 0) return null;
    const seen = visible(typed);
    if (seen.length > LONGEST || / {2}/.test(seen)) return null; // Python quotes a part of it
    const plain = bare(seen);
    return (
      (LUNAR.test(seen) ? aboutLunar(seen, plain, from) : aboutYear(seen, plain, from)) ||
      aboutRelative(seen, plain, from) ||
      aboutNumbers(plain, from)
    );
  };

  /** @param {string} seen @param {string} plain @param {number} from */
  function aboutYear(seen, plain, from) {
    const without = WITHOUT_YEAR.exec(plain) || TWO_NUMBERS.exec(plain);
    if (without) {
      const end = `-${two(without[1])}-${two(without[2] || 1)}`;
      return asked("no-year", seen, { day: latest(from, (day) => day.slice(4) === end), monthOnly: !without[2] });
    }
    const short = SHORT_YEAR.exec(plain);
    return short && asked("short-year", seen, past(`20${short[1]}`, short[2], short[3], from));
  }

  /** @param {string} seen @param {string} plain @param {number} from */
  function aboutRelative(seen, plain, from) {
    const day = RELATIVE_DAY.exec(plain);
    if (day) return asked("is-it", seen, { day: isoDays[from - DAYS_AGO.indexOf(day[1])] });
    const year = RELATIVE_YEAR.exec(plain);
    if (!year) return null;
    const named = Number(isoDays[from].slice(0, 4)) - YEARS_AGO.indexOf(year[1]);
    return asked("is-it", seen, past(String(named), year[2], year[3], from));
  }

  /** @param {string} seen @param {string} plain @param {number} from */
  function aboutLunar(seen, plain, from) {
    const match = LUNAR_DAY.exec(plain);
    if (!match) return null;
    const [, leap, month, number] = match;
    const name = month ? `${leap || "历"}${MONTHS_OTHERWISE[month] || month}月${number}` : number;
    let day = from;
    while (day > from - LUNAR_YEAR && lunar(day).slice(-name.length) !== name) day -= 1;
    return day > from - LUNAR_YEAR ? asked("lunar", seen, { day: isoDays[day] }) : null;
  }

  /** Year, month, day; day, month, year; month, day, year. @param {string} plain @param {number} from */
  function aboutNumbers(plain, from) {
    const match = THREE_NUMBERS.exec(plain);
    if (!match) return null;
    const [, one, other, last] = match;
    const orders = [
      [last, one, other],
      [last, other, one],
    ];
    if (last.length < 4) orders.unshift([one, other, last]);
    /** @type {string[]} */
    const days = [];
    for (const [year, month, number] of orders) {
      const day = `${year.length < 4 ? `20${two(year)}` : year}-${two(month)}-${two(number)}`;
      const could = couldBe(day);
      if (could === undefined) return null;
      if (could && days.indexOf(day) < 0) days.push(day);
    }
    const possible = days.filter((day) => day <= isoDays[from]);
    if (days.length < 2 && last.length === 4) return null; // Python reads it
    if (possible.length === 1) return asked("is-it", plain, { day: possible[0] });
    if (!possible.length) return null;
    const [first, second, third] = possible.map((day) => named({ day }));
    const short = possible[0].split("-").map(Number).join("-");
    const slots = { typed: plain, first, second, third, short };
    return {
      message: filled(words[`ambiguous/${possible.length}`], slots),
      offers: possible.map((day) => offer("one", named({ day }))),
    };
  }

  /**
   * Whether there is such a day; undefined where the table cannot tell. Of other years it knows the lengths of the months,
   * but for February's.
   * @param {string} day
   */
  function couldBe(day) {
    const [year, month, number] = day.split("-").map(Number);
    if (year < 2000 || year > 2099) return undefined;
    const lengths = Object.keys(table.days.months).map((one) => table.days.months[one][month - 1] || 0);
    const longest = Math.max.apply(null, lengths);
    if (!number || number > longest) return false;
    return month === 2 && number === 29 ? undefined : true;
  }

  /** A day of the table up to today, or nothing. @param {string} year @param {string} month @param {string} number @param {number} from */
  function past(year, month, number, from) {
    const day = `${year}-${two(month)}-${two(number || 1)}`;
    return { day: latest(from, (one) => one === day), monthOnly: !number };
  }

  /** The latest day up to one of which something holds. @param {number} from @param {(day: string) => boolean} holds */
  function latest(from, holds) {
    let day = from;
    while (day >= 0 && !holds(isoDays[day])) day -= 1;
    return isoDays[day];
  }

  /** @param {string} how @param {string} typed @param {{day: string | undefined, monthOnly?: boolean}} likely */
  function asked(how, typed, { day, monthOnly }) {
    if (!day) return null;
    const meant = named({ day, monthOnly });
    return {
      message: filled(words[how], { typed, meant, count: day.slice(0, 4) }),
      offers: [offer("only", meant)],
    };
  }

  /** How it is to be typed. @param {Meant} meant */
  function named({ day, monthOnly }) {
    const [year, month, number] = day.split("-").map((part) => String(Number(part)));
    return filled(words[monthOnly ? "month" : "day"], { year, month, day: number });
  }

  /** @param {string} how @param {string} meant */
  function offer(how, meant) {
    return { value: meant, name: filled(words[how], { meant }) };
  }
}
