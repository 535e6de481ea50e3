import assert from "node:assert/strict";
import { test } from "node:test";

import { firstReview } from "../../../../quizzes/frontend/record/due.js";
import { standing } from "../../../../quizzes/frontend/record/standing.js";

const NOW = new Date(2026, 10, 21, 12).getTime();
/** @typedef {import("../../../../quizzes/frontend/record/record.js").Answer} Answer */

/** @type {import("../../../../quizzes/frontend/record/standing.js").Chapter} */
const CHAPTER = {
  name: "example",
  title: "Example",
  href: "example.html",
  count: 3,
  objectives: ["Name colours.", "Tell flags apart."],
  items: [
    ["sky", "d1", 0, "What colour is the sky?"],
    ["flag", "d2", 1, "Which flag is red and white?"],
    ["sea", "d3", 0, "What colour is the sea?"],
  ],
};
/** @param {string} digest @param {Partial<Answer>} [changes] @returns {Answer} */
const answer = (digest, changes = {}) => ({
  digest,
  chosen: ["red"],
  checked: true,
  at: 5,
  certainty: 0,
  hints: 0,
  ms: 0,
  flagged: false,
  score: 1,
  ...changes,
});
/** @param {Record<string, Answer>} answers @param {Record<string, import("../../../../quizzes/frontend/record/record.js").Review>} [reviews] */
const kept = (answers, reviews = {}) => ({
  answers: new Map(Object.entries(answers)),
  reviews: new Map(Object.entries(reviews)),
  exams: new Map(),
  remarks: new Map(),
  settings: { certainty: false, daily: 20 },
});
const of = (answers, reviews) => standing([CHAPTER], kept(answers, reviews), NOW);

test("only checked answers to the present form of a question count", () => {
  const { count } = of({
    sky: answer("d1"),
    flag: answer("d2", { checked: false }),
    sea: answer("old"),
    gone: answer("d9"),
  });
  assert.deepEqual(count, { total: 3, answered: 1, right: 1, due: 0 });
});

test("partly right is answered, not right", () => {
  assert.deepEqual(of({ sky: answer("d1", { score: 0.5 }) }).count, {
    total: 3,
    answered: 1,
    right: 0,
    due: 0,
  });
});

test("each objective has its own count and leads to its first question", () => {
  const [{ objectives }] = of({ sea: answer("d3") }).rows;
  assert.deepEqual(
    objectives.map(({ text, first, count }) => ({ text, first, count })),
    [
      { text: "Name colours.", first: "sky", count: { total: 2, answered: 1, right: 1, due: 0 } },
      { text: "Tell flags apart.", first: "flag", count: { total: 1, answered: 0, right: 0, due: 0 } },
    ],
  );
});

test("what is open and what is wrong is known of a chapter and of each objective", () => {
  const [row] = of({ sky: answer("d1", { score: 0 }), flag: answer("d2") }).rows;
  assert.deepEqual([row.open, row.wrong], [["sea"], ["sky"]]);
  assert.deepEqual(
    row.objectives.map(({ open, wrong }) => [open, wrong]),
    [
      [["sea"], ["sky"]],
      [[], []],
    ],
  );
});

test("of a chapter that is known by name alone all questions are open, and none is named", () => {
  const named = { ...CHAPTER, name: "named", objectives: [], items: undefined };
  const { rows, count } = standing([CHAPTER, named], kept({ sky: answer("d1") }), NOW);
  assert.deepEqual(count, { total: 6, answered: 1, right: 1, due: 0 });
  assert.deepEqual([rows[1].count.total, rows[1].open, rows[1].objectives], [3, [], []]);
});

test("an objective without a question has no row", () => {
  const chapter = { ...CHAPTER, objectives: [...CHAPTER.objectives, "Paint."] };
  assert.equal(standing([chapter], kept({}), NOW).rows[0].objectives.length, 2);
});

test("a confident error is an answer of certainty 3 that was not right, and is called by its text", () => {
  const { confident } = of({
    sky: answer("d1", { certainty: 3, score: 0 }),
    flag: answer("d2", { certainty: 3 }),
    sea: answer("d3", { certainty: 2, score: 0 }),
  });
  assert.deepEqual(
    confident.map(({ id, text, objective }) => [id, text, objective]),
    [["sky", "What colour is the sky?", "Name colours."]],
  );
});

test("what is due counts with its chapter and objective, and the next day is told", () => {
  const review = (digest, day) => firstReview(answer(digest, { at: new Date(2026, 10, day, 12).getTime() }));
  const { rows, next } = of({}, { sky: review("d1", 19), flag: review("d2", 21) });
  assert.equal(rows[0].count.due, 1);
  assert.equal(rows[0].objectives[0].count.due, 1);
  assert.deepEqual(next, { due: new Date(2026, 10, 23).getTime(), count: 1 });
});
