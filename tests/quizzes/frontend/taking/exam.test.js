import assert from "node:assert/strict";
import { test } from "node:test";

import { clock, hands, inExam, minutesOf, startExam } from "../../../../quizzes/frontend/taking/exam.js";

const ids = ["a", "b", "c", "d", "e", "f"];
const items = (...names) => names.map((id) => ({ id }));
const exam = (changes = {}) => ({
  ...startExam({ ids, all: true, minutes: 0, seed: 7, now: 1_000 }),
  ...changes,
});

test("an exam asks every question once, in an order that is its own and is kept with it", () => {
  const { order } = exam();
  assert.deepEqual([...order].sort(), ids);
  assert.deepEqual(order, exam().order);
  assert.notDeepEqual(order, startExam({ ids, all: true, minutes: 0, seed: 7, now: 2_000 }).order);
});

test("an exam on some of the questions asks only these", () => {
  const some = startExam({ ids: ["b", "d"], all: false, minutes: 0, seed: 7, now: 1_000 });
  assert.deepEqual(
    inExam(some, items(...ids))
      .map(({ id }) => id)
      .sort(),
    ["b", "d"],
  );
});

test("a question that left the bank is not asked, and one that joined it comes last", () => {
  const asked = inExam(exam({ order: ["c", "a", "b"] }), items("a", "c", "new"));
  assert.deepEqual(
    asked.map(({ id }) => id),
    ["c", "a", "new"],
  );
});

test("a question named twice in a record is asked once", () => {
  assert.equal(inExam(exam({ order: ["a", "a"] }), items("a")).length, 1);
});

test("without a limit the clock only counts up", () => {
  assert.deepEqual(clock(exam(), 76_000), { used: 75, left: null, over: 0 });
});

test("with a limit the clock counts down, and on past the end", () => {
  const timed = exam({ limit: 60_000 });
  assert.deepEqual(clock(timed, 31_000), { used: 30, left: 30, over: 0 });
  assert.deepEqual(clock(timed, 91_000), { used: 90, left: 0, over: 30 });
});

test("the clock stands still once the exam is submitted, and never runs backwards", () => {
  assert.equal(clock(exam({ submitted: 11_000 }), 99_000).used, 10);
  assert.equal(clock(exam(), 0).used, 0);
});

test("a time limit is a whole number of minutes, or none", () => {
  assert.equal(minutesOf(" 20 "), 20);
  assert.equal(minutesOf(""), 0);
  for (const typed of ["0", "-5", "1.5", "soon", "601", "NaN", "Infinity"]) assert.equal(minutesOf(typed), null);
});

test("seconds are written as on a clock", () => {
  assert.deepEqual([0, 75, 3600, 36_061].map(hands), ["0:00", "1:15", "1:00:00", "10:01:01"]);
});
