import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { judged } from "../../../quizzes/kinds/short_answer/judge.js";

const TABLE = JSON.parse(readFileSync(new URL("../../content/ways_to_say.json", import.meta.url), "utf8"));

for (const { id, right, wrong, ...item } of TABLE) {
  for (const typed of right)
    test(`${id}: ${JSON.stringify(typed)} is right`, () => assert.equal(judged(item, typed).right, true));
  for (const typed of wrong)
    test(`${id}: ${JSON.stringify(typed)} is not`, () => assert.equal(judged(item, typed).right, false));
  for (const { id: name, answers } of item.also)
    for (const typed of answers)
      test(`${id}: ${JSON.stringify(typed)} gets its own reason`, () => assert.equal(judged(item, typed).wrong, name));
}

const organ = { accepted: ["lung"], also: [{ id: "brain", answers: ["brain"] }] };

test("an answer that names a listed wrong one besides gets the reason of that one", () =>
  assert.deepEqual(judged(organ, "lung, then brain"), { right: false, wrong: "brain" }));

test("a wrong answer within an accepted one is not named by it", () => {
  const stain = { accepted: ["PAS with diastase"], also: [{ id: "pas", answers: ["PAS"] }] };
  assert.deepEqual(judged(stain, "a PAS with diastase"), { right: true, wrong: null });
  assert.deepEqual(judged(stain, "a PAS"), { right: false, wrong: "pas" });
});

test("a part of a word names nothing", () => assert.equal(judged(organ, "lungfish").right, false));

test("nothing typed, and what no answer can be, is not right", () => {
  for (const typed of ["", " ", "…", null, 5, ["lung"]]) assert.equal(judged(organ, typed).right, false);
});

test("a question that holds anything at all is judged without a fault", () => {
  for (const item of [null, undefined, {}, { accepted: 3 }, { accepted: ["lung"], also: [null, {}, { answers: 1 }] }])
    assert.equal(typeof judged(item, "brain").right, "boolean");
});
