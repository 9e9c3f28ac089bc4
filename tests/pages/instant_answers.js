/**
 * Answers questions as the pages do before Python: `{table, now, questions}`, or `families`, in, the answers out, as JSON;
 * or advises those of other `ways`; or asks about `typed` days, or those of families that are `asked`; or reads `links`.
 */

import { readFileSync } from "node:fs";

import { linkFields } from "../../web/elements/deadline/link-fields.js";
import { familyAnswersOf, familyQuestionsOf } from "../../web/elements/family/instant-family.js";
import { answersOf } from "../../web/elements/instant/lookup.js";
import { askerOf } from "../../web/elements/instant/questions.js";
import { adviceOf } from "../../web/elements/instant/ways.js";

const { table, now, today, questions, families, ways, asked, typed, links } = JSON.parse(readFileSync(0, "utf-8"));
process.stdout.write(JSON.stringify(replies()));

function replies() {
  if (links) return links.map((link) => Object.fromEntries(linkFields(link, table.fields).fields));
  if (typed) return typed.map((text) => askerOf(table)(text, today));
  if (asked) return asked.map((people) => familyQuestionsOf(table)(people, now));
  if (ways) return ways.map(([way, fields]) => adviceOf(table)(way, fields, now));
  const answer = families ? familyAnswersOf(table) : answersOf(table);
  return (families || questions).map((one) => answer(one, now));
}
