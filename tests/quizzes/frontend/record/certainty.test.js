import assert from "node:assert/strict";
import { test } from "node:test";

import { bestLevel, calibration, LEVELS, mark } from "../../../../quizzes/frontend/record/certainty.js";
import { signed } from "../../../../quizzes/frontend/web/numbers.js";

const EACH = /** @type {const} */ ([0, 1, 2, 3]);

test("a right answer brings its certainty, a wrong one 0, -2 or -6, one without a certainty nothing", () => {
  assert.deepEqual(
    EACH.map((certainty) => mark(true, certainty)),
    [0, 1, 2, 3],
  );
  assert.deepEqual(
    EACH.map((certainty) => mark(false, certainty)),
    [0, 0, -2, -6],
  );
});

test("the level that pays best is 1 below 67%, 3 above 80%, and 2 between", () => {
  assert.deepEqual([0, 0.5, 0.66].map(bestLevel), [1, 1, 1]);
  assert.deepEqual([0.67, 0.75, 0.8].map(bestLevel), [2, 2, 2]);
  assert.deepEqual([0.81, 1].map(bestLevel), [3, 3]);
});

/** What a level brings on average to somebody who is right in this share of answers. @param {number} share @param {1 | 2 | 3} level */
const expected = (share, level) => share * mark(true, level) + (1 - share) * mark(false, level);

test("no other level pays more than the best, whatever share one gets right", () => {
  for (let share = 0; share <= 1; share += 0.001) {
    const best = expected(share, bestLevel(share));
    for (const level of LEVELS) assert.ok(expected(share, level) <= best + 1e-12, `${level} at ${share}`);
  }
});

test("calibration counts each level by itself and knows no share where nothing was answered", () => {
  /** @type {{ correct: boolean, certainty: import("../../../../quizzes/frontend/types.js").Certainty }[]} */
  const answers = [
    { correct: true, certainty: 3 },
    { correct: false, certainty: 3 },
    { correct: true, certainty: 1 },
    { correct: false, certainty: 0 },
  ];
  assert.deepEqual(calibration(answers), [
    { certainty: 1, n: 1, right: 1, share: 1, marks: 1 },
    { certainty: 2, n: 0, right: 0, share: null, marks: 0 },
    { certainty: 3, n: 2, right: 1, share: 0.5, marks: -3 },
  ]);
});

test("a mark is written with its sign", () => {
  assert.deepEqual([3, 0, -6].map(signed), ["+3", "0", "−6"]);
});
