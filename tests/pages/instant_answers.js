/** Answers questions as the pages do before Python: `{table, now, questions}`, or `families`, in, the answers out, as JSON. */

import { readFileSync } from "node:fs";

import { familyAnswersOf } from "../../web/elements/family/instant-family.js";
import { answersOf } from "../../web/elements/instant/lookup.js";

const { table, now, questions, families } = JSON.parse(readFileSync(0, "utf-8"));
const answer = families ? familyAnswersOf(table) : answersOf(table);
process.stdout.write(JSON.stringify((families || questions).map((asked) => answer(asked, now))));
