import assert from "node:assert/strict";
import { test } from "node:test";

import { compare } from "../../../../quizzes/frontend/record/compare.js";

/** @type {Parameters<typeof compare>[0]} */
const DATA = {
  tests: [
    {
      title: "Before",
      href: "a.html",
      items: [
        ["a-sky", "1"],
        ["a-sea", "2"],
      ],
    },
    {
      title: "After",
      href: "b.html",
      items: [
        ["b-sky", "3"],
        ["b-sea", "4"],
        ["b-own", "5"],
      ],
    },
  ],
  rows: [
    { text: "Sky.", title: "Air", href: "air.html#sky", items: ["a-sky", "b-sky"] },
    { text: "Sea.", title: "Water", href: "water.html#sea", items: ["a-sea", "b-sea"] },
  ],
};
const answer = (digest, score, at, changes = {}) => ({ digest, score, at, checked: true, ...changes });
const ALL = {
  "a-sky": answer("1", 0, 1),
  "a-sea": answer("2", 1, 2),
  "b-sky": answer("3", 1, 3),
  "b-sea": answer("4", 0.5, 4),
  "b-own": answer("5", 1, 5),
};
const on = (answers) => compare(DATA, new Map(Object.entries(answers)));

test("with both tests done, each objective stands before and after", () => {
  const { missing, rows, before, after, mixed } = on(ALL);
  assert.deepEqual(missing, []);
  assert.deepEqual(
    rows.map(({ before, after }) => [before, after]),
    [
      ["wrong", "right"],
      ["right", "partly"],
    ],
  );
  assert.deepEqual([before, after, mixed], [1, 1, false]);
});

test("what is missing is counted test by test, questions of its own included", () => {
  const { "b-own": _, ...open } = ALL;
  assert.deepEqual(
    on(open).missing.map(({ test, answered, total }) => [test.title, answered, total]),
    [["After", 2, 3]],
  );
  assert.deepEqual(
    on({}).missing.map(({ answered, total }) => [answered, total]),
    [
      [0, 2],
      [0, 3],
    ],
  );
});

test("an unchecked answer and one to an older form of the question do not count", () => {
  const open = { ...ALL, "a-sky": answer("1", null, 1, { checked: false }), "b-own": answer("0", 1, 5) };
  assert.deepEqual(
    on(open).missing.map(({ answered }) => answered),
    [1, 2],
  );
});

test("a pre-test answered again after the final test had begun is told", () => {
  assert.equal(on({ ...ALL, "a-sky": answer("1", 1, 9) }).mixed, true);
});
