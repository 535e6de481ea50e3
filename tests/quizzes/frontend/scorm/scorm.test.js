import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";

import { interaction, span, standing } from "../../../../quizzes/frontend/scorm/report.js";
import { LIMIT, pack, unpack } from "../../../../quizzes/frontend/scorm/state.js";

/** A book of as many questions as a large course has, in the proportions of kinds that one has. */
const BOOK = Array.from({ length: 300 }, (_, at) => ({
  id: `chapter-question-${at}`,
  digest: ((at + 1) * 0x9e3779b1).toString(16).padStart(12, "0").slice(-12),
  kind: at % 10 === 0 ? "matching" : "single-best-answer",
  picks: at % 10 === 0 ? pairs(8, 10) : ["a", "b", "c", "d", "e"],
}));

function pairs(prompts, answers) {
  return Array.from({ length: prompts * answers }, (_, at) => `p${Math.floor(at / answers)}=a${at % answers}`);
}

/** Everything answered, each with as many picks as its kind takes. */
const ALL = new Map(
  BOOK.map(({ id, kind, picks }, at) => [
    id,
    {
      chosen: kind === "matching" ? picks.filter((_, place) => place % 10 === 3) : [picks[at % 5]],
      score: (at % 4) / 3,
    },
  ]),
);

/** Scores are kept in thousandths. */
const rounded = (answers) =>
  new Map([...answers].map(([id, { chosen, score }]) => [id, { chosen, score: Math.round(score * 1000) / 1000 }]));

test("the state of a whole book with every question answered fits into what SCORM 1.2 allows", () => {
  const state = pack(BOOK, ALL);
  assert.ok(state.length <= LIMIT, `${state.length}`);
  assert.deepEqual(unpack(BOOK, state), rounded(ALL));
  assert.match(state, /^[\x20-\x7e]*$/);
});

test("a state that was cut anywhere loses what was cut and nothing before it", () => {
  const state = pack(BOOK, ALL);
  const whole = [...rounded(ALL)];
  for (let length = 0; length < state.length; length += 7) {
    const left = [...unpack(BOOK, state.slice(0, length))];
    assert.equal(left.length, state.slice(0, length).split(",").length - 1);
    assert.deepEqual(left, whole.slice(0, left.length));
  }
});

test("what is typed in is kept as it was typed", () => {
  const question = { ...BOOK[1], kind: "short-answer", picks: ["denominator"] };
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "grapheme", maxLength: 20 }), { minLength: 1, maxLength: 3 }), (chosen) => {
      const answers = new Map([[question.id, { chosen, score: 1 }]]);
      assert.deepEqual(unpack([question], pack([question], answers)), answers);
    }),
  );
});

test("where there is no room the longest picks go, and every score stays", () => {
  const long = new Map(BOOK.map(({ id }, at) => [id, { chosen: ["x".repeat(at)], score: 1 }]));
  const state = pack(BOOK, long);
  assert.ok(state.length <= LIMIT);
  const back = unpack(BOOK, state);
  assert.equal(back.size, BOOK.length);
  assert.deepEqual(back.get(BOOK[0].id)?.chosen, [""]);
  assert.equal(back.get(BOOK[299].id)?.chosen, null);
});

test("a question that was changed has no answer any more", () => {
  const state = pack(BOOK, ALL);
  const changed = BOOK.map((question, at) => (at === 0 ? { ...question, digest: "ffffffffffff" } : question));
  assert.equal(unpack(changed, state).has(BOOK[0].id), false);
  assert.equal(unpack(changed, state).size, BOOK.length - 1);
});

test("a state that somebody else wrote is read without a fault", () => {
  fc.assert(
    fc.property(fc.string(), (state) => {
      for (const { score } of unpack(BOOK, state).values()) assert.ok(score >= 0 && score <= 1);
    }),
  );
});

test("an answer is reported with its ids, its result and its time", () => {
  const [at, question] = [new Date(2026, 10, 29, 9, 5, 7), BOOK[1]];
  const row = (score) => Object.fromEntries(interaction(question, { chosen: ["a", "c"], score, ms: 61_000 }, at));
  assert.deepEqual(row(1), {
    id: question.id,
    type: "choice",
    time: "09:05:07",
    weighting: "1",
    student_response: "a,c",
    result: "correct",
    latency: "0000:01:01",
  });
  assert.equal(row(0).result, "wrong");
  assert.equal(row(1 / 3).result, "0.33");
});

test("the score is over all questions, and there is a mark only where a teacher set one", () => {
  const half = new Map([["a", { chosen: [], score: 0.5 }]]);
  assert.deepEqual(standing(2, half, null), { score: "25", complete: false, status: "incomplete" });
  assert.deepEqual(standing(1, half, null), { score: "50", complete: true, status: "completed" });
  assert.equal(standing(1, half, 60).status, "failed");
  assert.equal(standing(1, half, 50).status, "passed");
  assert.equal(standing(2, half, 10).status, "incomplete");
});

test("a length of time is written as SCORM 1.2 has it", () => {
  assert.equal(span(0), "0000:00:00");
  assert.equal(span(100 * 3600 * 1000 + 61_499), "0100:01:01");
  assert.equal(span(-5), "0000:00:00");
});
