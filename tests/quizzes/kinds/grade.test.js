import assert from "node:assert/strict";
import { test } from "node:test";

import { grade, kindOf, kinds } from "../../../quizzes/kinds/register.js";
import { flag, sky } from "../example.js";

test("the key alone is right", () => {
  assert.deepEqual(grade(sky(), ["blue"]), { score: 1, correct: true });
});

test("any other option is worth nothing", () => {
  assert.deepEqual(grade(sky(), ["red"]), { score: 0, correct: false });
});

test("nothing picked is worth nothing", () => {
  for (const item of [sky(), flag()]) assert.deepEqual(grade(item, []), { score: 0, correct: false });
});

test("the key together with another option is not the best answer", () => {
  assert.deepEqual(grade(sky(), ["blue", "red"]), { score: 0, correct: false });
});

// (right picks - wrong picks) / keys, never below 0; reckoned by hand for three keys and two others.
for (const [chosen, score] of /** @type {[string[], number][]} */ ([
  [["blue", "white", "red"], 1],
  [["blue", "white", "green"], 1 / 3],
  [["blue", "green", "black"], 0],
  [["blue", "white"], 2 / 3],
  [["blue", "white", "red", "green"], 2 / 3],
  [["green", "black"], 0],
])) {
  test(`of three keys, ${chosen.join(", ")} is worth ${Math.round(score * 100)} of 100`, () => {
    assert.deepEqual(grade(flag(), chosen), { score, correct: score === 1 });
  });
}

test("the order of picks does not matter, and a pick named twice counts once", () => {
  assert.deepEqual(grade(flag(), ["red", "blue", "blue", "white"]), { score: 1, correct: true });
});

test("what is no option is a wrong pick, and never an error", () => {
  assert.deepEqual(grade(sky(), ["__proto__"]), { score: 0, correct: false });
  assert.deepEqual(grade(flag(), ["blue", "white", "violet"]), { score: 1 / 3, correct: false });
});

test("a question without a key can never be right", () => {
  for (const item of [sky({ options: [] }), flag({ options: [] })]) {
    assert.deepEqual(grade(item, []), { score: 0, correct: false });
  }
});

test("several answers can be checked at the stated number of picks, and at no other", () => {
  const { ready } = kindOf(flag());
  assert.deepEqual(
    [["blue"], ["blue", "green", "red"], ["blue", "white", "red", "green"]].map((chosen) => ready(flag(), chosen)),
    [false, true, false],
  );
});

test("every kind is registered under its own name", () => {
  assert.deepEqual([...kinds.keys()].sort(), [
    "case",
    "key-feature",
    "matching",
    "multiple-response",
    "numeric",
    "ordering",
    "short-answer",
    "single-best-answer",
  ]);
});

test("an unknown kind is named", () => {
  assert.throws(() => kindOf(sky({ kind: "essay" })), /example-sky: no kind of question is called essay/);
});
