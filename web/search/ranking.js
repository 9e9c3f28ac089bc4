// @ts-check
/**
 * In the worker that searches, behind the theme's own script: which of the sections that were found answers best.
 *
 * The theme looks for single characters, so that no word is missed, but 工亡补助金 and 失业补助金 are then much alike.
 * What stands together in the question counts here once more if it stands together in the section, the rarer the more.
 */

const IN_TITLE = 4;
const IN_TEXT = 2;

/**
 * The question, and behind it what the pages call what is asked about: 没保住 stands in no page, 流产 does.
 * @param {string} question
 * @param {Record<string, string>} everydayWords what people say, apart by blanks, by what the pages say
 */
// eslint-disable-next-line no-unused-vars -- the theme's script calls it, see scripts/site/search_worker.py
function inWordsOfThePages(question, everydayWords) {
  const asked = Object.entries(everydayWords).filter(([, said]) =>
    said.split(" ").some((word) => question.includes(word)),
  );
  return [question, ...asked.map(([words]) => words)].join(" ");
}

/**
 * How much more a section counts than its single characters make it count, by its location; never less than 1.
 * @param {string} question
 * @param {{map: Map<string, {location: string, title: string, text: string}>}} engine
 */
// eslint-disable-next-line no-unused-vars -- the theme's script calls it, see scripts/site/search_worker.py
function nearness(question, engine) {
  const runs = question.match(/[\u4e00-\u9fffA-Za-z0-9]+/g) || [];
  const pairs = new Set(runs.flatMap((run) => Array.from(run.slice(1), (_, place) => run.slice(place, place + 2))));
  const sections = Array.from(engine.map.values());
  const weights = Array.from(pairs, (pair) => {
    const having = sections.filter(({ title, text }) => title.includes(pair) || text.includes(pair)).length;
    return { pair, weight: having && Math.log(1 + sections.length / having) };
  });
  const whole = weights.reduce((sum, { weight }) => sum + weight, 0) || 1;
  return (/** @type {{title: string, text: string}} */ { title, text }) =>
    weights.reduce(
      (score, { pair, weight }) =>
        score + ((title.includes(pair) ? IN_TITLE : 0) + (text.includes(pair) ? IN_TEXT : 0)) * (weight / whole),
      1,
    );
}
