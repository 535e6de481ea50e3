import assert from "node:assert/strict";
import { test } from "node:test";

import { createEmptyCard, fsrs } from "ts-fsrs";
import {
  AGAIN,
  agenda,
  dayOf,
  EASY,
  firstReview,
  GOOD,
  HARD,
  ratingOf,
  startOf,
} from "../../../../quizzes/frontend/record/due.js";
import { nextReview } from "../../../../quizzes/frontend/record/schedule.js";

const NOON = new Date(2026, 10, 21, 12).getTime();
const on = (day, hour = 12) => new Date(2026, 10, day, hour).getTime();
/** @typedef {Parameters<typeof firstReview>[0]} First */
/** @param {Partial<First>} [changes] @returns {First} */
const answer = (changes = {}) => ({ digest: "d1", score: 1, certainty: 0, at: NOON, ...changes });

test("wrong is again, partly right is hard, right is good, right and quite sure is easy", () => {
  const ratings = /** @type {[number | null, import("../../../../quizzes/frontend/types.js").Certainty][]} */ ([
    [0, 0],
    [0, 3],
    [0.5, 3],
    [1, 0],
    [1, 2],
    [1, 3],
    [null, 3],
  ]).map(([score, certainty]) => ratingOf({ score, certainty }));
  assert.deepEqual(ratings, [AGAIN, AGAIN, HARD, GOOD, GOOD, EASY, HARD]);
});

test("the first review is the one that FSRS gives a new card", () => {
  const scheduler = fsrs({ learning_steps: [], relearning_steps: [] });
  /** @type {Record<number, Partial<First>>} */
  const answers = { [AGAIN]: { score: 0 }, [HARD]: { score: 0.5 }, [GOOD]: {}, [EASY]: { certainty: 3 } };
  for (const [rating, changes] of Object.entries(answers)) {
    const { card } = scheduler.next(createEmptyCard(new Date(NOON)), new Date(NOON), Number(rating));
    const { stability, difficulty, scheduled_days, reps, state } = firstReview(answer(changes));
    assert.deepEqual(
      { stability, difficulty, scheduled_days, reps, state },
      {
        stability: card.stability,
        difficulty: card.difficulty,
        scheduled_days: card.scheduled_days,
        reps: card.reps,
        state: card.state,
      },
    );
  }
});

test("a review is due from the beginning of a day, however late the last answer was", () => {
  assert.equal(firstReview(answer({ at: on(21, 23) })).due, on(23, 0));
  assert.equal(firstReview(answer({ at: on(21, 4) })).due, on(23, 0));
});

test("answering moves the date: further away when right, closer when wrong", () => {
  const card = firstReview(answer());
  const right = nextReview(card, GOOD, on(23));
  assert.ok(right.due > on(26));
  assert.ok(nextReview(right, AGAIN, right.due).scheduled_days < right.scheduled_days);
  assert.equal(right.last_review, on(23));
  assert.equal(right.reps, 2);
});

test("a forgotten question counts as a lapse", () => {
  assert.equal(nextReview(firstReview(answer()), AGAIN, on(23)).lapses, 1);
});

test("a review does not change the card it starts from, so that it can be undone", () => {
  const card = firstReview(answer());
  const before = structuredClone(card);
  nextReview(card, GOOD, on(23));
  assert.deepEqual(card, before);
});

test("a clock that was put back breaks nothing", () => {
  const card = firstReview(answer());
  const after = nextReview(card, GOOD, on(1));
  assert.ok(after.due > on(1));
  assert.ok(nextReview(after, GOOD, on(23)).due > on(23));
});

test("a day ends at four in the morning where the reader is", () => {
  assert.equal(dayOf(on(22, 3)), dayOf(on(21, 23)));
  assert.equal(dayOf(on(22, 4)) - dayOf(on(21, 23)), 1);
  assert.equal(startOf(dayOf(on(21, 23))), on(21, 0));
});

test("ten minutes before midnight answered wrong, a question comes back after the night and not at midnight", () => {
  const cards = new Map([["a", firstReview(answer({ score: 0, at: new Date(2026, 10, 21, 23, 50).getTime() }))]]);
  const ids = (/** @type {number} */ now) => agenda(cards, known, 20, now).today;
  assert.deepEqual(ids(new Date(2026, 10, 22, 0, 5).getTime()), []);
  assert.deepEqual(ids(on(22, 3)), []);
  assert.deepEqual(ids(on(22, 4)), ["a"]);
});

test("what is reviewed after midnight is done on the day before, and counts no day to the scheduler", () => {
  const card = firstReview(answer({ score: 0, at: on(20) }));
  const [late, night] = [on(21, 23), on(22, 2)].map((now) => nextReview(card, GOOD, now));
  assert.equal(late.due, night.due);
  const cards = new Map([["a", night]]);
  assert.equal(agenda(cards, known, 20, on(22, 3)).done, 1);
  assert.equal(agenda(cards, known, 20, on(22, 4)).done, 0);
});

test("one day of a clock that was a year ahead leaves no review in a far year", () => {
  const ahead = on(21) + 400 * 86_400_000;
  const cards = new Map([["a", firstReview(answer({ at: ahead }))]]);
  assert.deepEqual(agenda(cards, known, 20, NOON).today, ["a"]);
  const after = nextReview(
    /** @type {import("../../../../quizzes/frontend/record/record.js").Review} */ (cards.get("a")),
    GOOD,
    NOON,
  );
  const honest = nextReview(firstReview(answer({ at: on(19) })), GOOD, NOON);
  assert.deepEqual(after, honest);
});

/** Questions a, b, c … in review, the first due longest ago. */
const reviews = (...days) =>
  new Map(days.map((day, at) => ["abcdef"[at], { ...firstReview(answer({ at: on(1) })), due: on(day, 0) }]));
const known = new Map([..."abcdef"].map((id) => [id, "d1"]));

test("what is due today comes first what has waited longest, and no more than the reader wants", () => {
  const { today } = agenda(reviews(20, 19, 22, 21, 18), known, 3, NOON);
  assert.deepEqual(today, ["e", "b", "a"]);
});

test("what was reviewed today counts, a first answer does not", () => {
  const cards = reviews(19, 20, 21);
  cards.set("d", nextReview(firstReview(answer({ at: on(15) })), GOOD, on(21, 9)));
  cards.set("e", firstReview(answer({ at: on(21, 9) })));
  const { today, done } = agenda(cards, known, 3, NOON);
  assert.equal(done, 1);
  assert.deepEqual(today, ["a", "b"]);
});

test("the next day with any, and how many then", () => {
  assert.deepEqual(agenda(reviews(25, 23, 23), known, 20, NOON).next, { due: on(23, 0), count: 2 });
  assert.equal(agenda(new Map(), known, 20, NOON).next, null);
});

test("a question that has changed or gone is not asked", () => {
  const changed = new Map([
    ["a", "d2"],
    ["b", "d1"],
  ]);
  assert.deepEqual(agenda(reviews(19, 20, 21), changed, 20, NOON).today, ["b"]);
});
