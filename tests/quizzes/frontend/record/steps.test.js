// @ts-check
/** Steps of a path that are done go with the results; what cannot be read of them is nothing. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { nothing } from "../../../../quizzes/frontend/record/record.js";
import { keptSteps, stepsOf } from "../../../../quizzes/frontend/record/steps.js";
import { read, written } from "../../../../quizzes/frontend/record/transfer.js";

const NOW = Date.UTC(2026, 10, 21, 12);
const DONE = ["marble-thumb#how-it-runs", "warming-it#what-to-do-first"];
const EMPTY = { on: null, step: 0, done: [] };

test("what is kept is read again", () => {
  for (const steps of [EMPTY, { on: "ten", step: 1, done: DONE }, { ...EMPTY, done: DONE }])
    assert.deepEqual(stepsOf(keptSteps(steps)), steps);
});

for (const raw of [null, "", "null", "[]", "3", '{"on":5,"step":1}', '{"on":"ten","step":-1}', '{"done":"all"}'])
  test(`${JSON.stringify(raw)} is no path`, () => assert.deepEqual(stepsOf(raw), EMPTY));

test("a file has the steps, and is read again", () => {
  const text = written(nothing(), NOW, DONE);
  assert.deepEqual(JSON.parse(text).steps, DONE);
  assert.deepEqual(read(text, NOW), { kept: nothing(), steps: DONE });
});

test("a file without a step is as that of an earlier edition", () => {
  assert.equal("steps" in JSON.parse(written(nothing(), NOW)), false);
  assert.deepEqual(read(written(nothing(), NOW), NOW), { kept: nothing() });
});

for (const steps of [null, {}, "all", [3], ["no address"], ["a#<b>"], Array(501).fill("a#b")])
  test(`a file with ${JSON.stringify(steps).slice(0, 30)} for steps is refused, and says where`, () => {
    const text = JSON.stringify({ ...JSON.parse(written(nothing(), NOW)), steps });
    assert.deepEqual(read(text, NOW), { fault: { key: "import_unreadable", values: { what: "steps" } } });
  });
