// @ts-check
/**
 * When a question comes back: FSRS with its default weights, nothing drawn at random, and no steps of minutes,
 * since a course is opened once a day. Days are those of the reader's calendar. Pure.
 */

import { fsrs } from "ts-fsrs";
import { DAY, isAhead } from "./clock.js";
import { dayOf, IN_REVIEW, startOf } from "./due.js";

/** @typedef {import("./record.js").Review} Review */

const scheduler = fsrs({
  request_retention: 0.9,
  enable_fuzz: false,
  enable_short_term: true,
  learning_steps: [],
  relearning_steps: [],
});

/**
 * The card after a review; undoing it is putting the card before back.
 * @param {Review} card
 * @param {import("./due.js").Rating} rating
 * @param {number} now [ms since 1970]
 * @returns {Review}
 */
export function nextReview(card, rating, now) {
  const { digest, due, last_review, ...memory } = card;
  // Answered while the clock was ahead, nobody knows when: as if it came back on its day.
  const last = isAhead(last_review ?? now, now) ? dayOf(now) - memory.scheduled_days : dayOf(last_review ?? now);
  // A clock that was put back is no time gone by.
  const today = Math.max(dayOf(now), last);
  // Midnights of one time zone, so that days are counted as the reader counts them.
  const before = { ...memory, state: IN_REVIEW, elapsed_days: 0, due: new Date(today * DAY) };
  const { card: after } = scheduler.next({ ...before, last_review: new Date(last * DAY) }, today * DAY, rating);
  // The library spreads the four possible answers apart by a day; what another answer would have brought is no
  // reason to move this one.
  const days = scheduler.next_interval(after.stability, 0);
  return {
    digest,
    due: startOf(today + days),
    stability: after.stability,
    difficulty: after.difficulty,
    scheduled_days: days,
    learning_steps: 0,
    reps: after.reps,
    lapses: after.lapses,
    state: IN_REVIEW,
    last_review: now,
  };
}
