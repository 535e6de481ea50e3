import assert from "node:assert/strict";
import { test } from "node:test";

import { again, summary } from "../../../../quizzes/frontend/taking/results.js";
import { sky } from "../../example.js";

/** @typedef {import("../../../../quizzes/frontend/taking/results.js").Row} Row */

/** @param {string} id @param {Partial<Row>} [changes] @returns {Row} */
const row = (id, changes = {}) => ({
  item: sky({ id }),
  settled: true,
  answered: true,
  correct: true,
  score: 1,
  certainty: 0,
  hints: 0,
  flagged: false,
  ...changes,
});
const wrong = { correct: false, score: 0 };
/** @param {readonly Row[]} rows */
const names = (rows) => rows.map(({ item }) => item.id);

test("points count parts, right answers only full marks", () => {
  const { points, right, asked, settled } = summary([
    row("a"),
    row("b", { correct: false, score: 0.5 }),
    row("c", { settled: false, answered: false, ...wrong }),
  ]);
  assert.deepEqual({ points, right, asked, settled }, { points: 1.5, right: 1, asked: 3, settled: 2 });
});

test("confident errors come first by certainty, and a wrong guess at certainty 1 is none", () => {
  const { confident, marks } = summary([
    row("guess", { ...wrong, certainty: 1 }),
    row("rather", { ...wrong, certainty: 2 }),
    row("sure", { ...wrong, certainty: 3 }),
    row("fine", { certainty: 3 }),
  ]);
  assert.deepEqual(names(confident), ["sure", "rather"]);
  assert.equal(marks, 0 - 2 - 6 + 3);
});

test("what was left open in an exam is asked and not right, but no error one was sure of", () => {
  const open = /** @type {const} */ ({ answered: false, ...wrong, certainty: 3 });
  const result = summary([row("a"), row("b", open)]);
  assert.deepEqual([result.settled, result.unanswered, result.right, result.sure], [2, 1, 1, 0]);
  assert.deepEqual(result.confident, []);
});

test("each objective has what was asked of it and what was right, in the order of the chapter", () => {
  const second = { item: sky({ id: "b", objective: { number: 2, text: "two" } }) };
  const { objectives } = summary([row("b", { ...second, ...wrong }), row("a"), row("c", wrong)]);
  assert.deepEqual(
    objectives.map(({ number, text, asked, right }) => [number, text, asked, right]),
    [
      [1, "one", 2, 1],
      [2, "two", 1, 0],
    ],
  );
  assert.deepEqual(names(objectives[0].rows), ["a", "c"]);
});

test("to be asked again: what was wrong or partly right, what one was unsure of, what one has not seen", () => {
  const lists = again([
    row("right"),
    row("wrong", wrong),
    row("partly", { correct: false, score: 0.5 }),
    row("unsure", { certainty: 1 }),
    row("hinted", { hints: 1 }),
    row("flagged", { flagged: true }),
    row("open", { settled: false, answered: false, ...wrong }),
    row("left", { answered: false, ...wrong }),
  ]);
  assert.deepEqual(names(lists.wrong), ["wrong", "partly"]);
  assert.deepEqual(names(lists.unsure), ["unsure", "hinted", "flagged"]);
  assert.deepEqual(names(lists.unseen), ["open", "left"]);
});
