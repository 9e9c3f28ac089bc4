/**
 * Answers questions as the pages do before Python: `{table, now, questions}`, or `families`, in, the answers out, as JSON;
 * or asks about `typed` days, or those of `families` that are `asked`.
 */

import { readFileSync } from "node:fs";

import { familyAnswersOf, familyQuestionsOf } from "../../web/elements/family/instant-family.js";
import { answersOf } from "../../web/elements/instant/lookup.js";
import { askerOf } from "../../web/elements/instant/questions.js";

const { table, now, today, questions, families, asked, typed } = JSON.parse(readFileSync(0, "utf-8"));
process.stdout.write(JSON.stringify(replies()));

function replies() {
  if (typed) return typed.map((text) => askerOf(table)(text, today));
  if (asked) return asked.map((people) => familyQuestionsOf(table)(people, now));
  const answer = families ? familyAnswersOf(table) : answersOf(table);
  return (families || questions).map((one) => answer(one, now));
}
