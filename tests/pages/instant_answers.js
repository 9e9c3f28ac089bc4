/** Answers questions as the page does before Python: `{table, now, questions}` in, a list of answers out, both as JSON. */

import { readFileSync } from "node:fs";

import { answersOf } from "../../web/elements/instant/lookup.js";

const { table, now, questions } = JSON.parse(readFileSync(0, "utf-8"));
const answer = answersOf(table);
process.stdout.write(JSON.stringify(questions.map((fields) => answer(fields, now))));
