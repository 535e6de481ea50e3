// @ts-check
/**
 * When a question is due for review, in whole days of the reader's own calendar, each of which ends when people sleep.
 * The first date needs no scheduler: FSRS gives every new card one of four. `schedule.js` has the dates after that. Pure.
 */

import { DAY, isAhead } from "./clock.js";

/** @typedef {import("./record.js").Answer} Answer */
/** @typedef {import("./record.js").Review} Review */

/** What an answer says of the memory, as FSRS counts it. @typedef {1 | 2 | 3 | 4} Rating */
export const AGAIN = 1;
export const HARD = 2;
export const GOOD = 3;
export const EASY = 4;

/** The state that FSRS calls "review"; without learning steps, meant for minutes, there is no other. */
export const IN_REVIEW = 2;

/**
 * What FSRS-6 makes of a first answer with its default weights, by rating: stability and days are the weights
 * w0..w3, difficulty is w4 - e^(w5 * (rating - 1)) + 1.
 */
const FIRST = {
  [AGAIN]: { stability: 0.212, difficulty: 6.4133, days: 1 },
  [HARD]: { stability: 1.2931, difficulty: 5.11217071, days: 1 },
  [GOOD]: { stability: 2.3065, difficulty: 2.11810397, days: 2 },
  [EASY]: { stability: 8.2956, difficulty: 1, days: 8 },
};

/**
 * Wrong is forgotten, partly right is hard, right is good, right and quite sure is easy. Who was not asked for
 * certainty is never taken for sure, and a score that nobody knows counts as partly right.
 * @param {Pick<Answer, "score" | "certainty">} answer
 * @returns {Rating}
 */
export function ratingOf({ score, certainty }) {
  if (score === 0) return AGAIN;
  if (score === null || score < 1) return HARD;
  return certainty === 3 ? EASY : GOOD;
}

/**
 * The card of a question that has been checked for the first time.
 * @param {Pick<Answer, "digest" | "score" | "certainty" | "at">} answer
 * @returns {Review}
 */
export function firstReview(answer) {
  const { days, ...memory } = FIRST[ratingOf(answer)];
  const due = startOf(dayOf(answer.at) + days);
  const counts = { scheduled_days: days, learning_steps: 0, reps: 1, lapses: 0, state: IN_REVIEW };
  return { digest: answer.digest, due, ...memory, ...counts, last_review: answer.at };
}

/**
 * A question enters review when it is checked for the first time. Checking it again moves nothing: who has just
 * read the reasons is not remembering.
 * @param {{ reviews: Map<string, Review> }} kept
 * @param {string} id
 * @param {Answer} answer
 */
export function enterReview({ reviews }, id, answer) {
  if (answer.checked && reviews.get(id)?.digest !== answer.digest) reviews.set(id, firstReview(answer));
}

/** A day ends at this hour of the night; who is up late does not meet the questions of "tomorrow". */
export const DAY_ENDS = 4;

/**
 * The reader's day, counted from 1 January 1970: the hours before four still belong to the day before.
 * @param {number} time [ms since 1970]
 */
export function dayOf(time) {
  const date = new Date(time);
  const late = date.getHours() < DAY_ENDS ? 1 : 0;
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate() - late) / DAY;
}

/** A due date is kept as the midnight with which its day of the calendar begins [ms since 1970]. @param {number} day as `dayOf` counts */
export function startOf(day) {
  const date = new Date(day * DAY);
  return new Date(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()).getTime();
}

/**
 * The day that begins at the midnight nearest to a due date: it was midnight where the reader was, who may have flown
 * since, or put the clock to summer time.
 * @param {number} due [ms since 1970]
 */
export const dayDue = (due) => {
  const date = new Date(due + DAY / 2);
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / DAY;
};

/**
 * The day on which a question comes back. Of a card from a time to come only one thing is known, that a clock was wrong:
 * it is due now, so that nothing waits for a far year.
 * @param {Review} card
 * @param {number} now [ms since 1970]
 */
const comesBack = ({ due, last_review }, now) => (isAhead(last_review ?? 0, now) ? dayOf(now) : dayDue(due));

/**
 * What to review today. A question that has changed since is not among them; it comes back once it is answered.
 * @param {ReadonlyMap<string, Review>} reviews
 * @param {ReadonlyMap<string, string>} known the digests of the questions there are, by id
 * @param {number} daily how many a day at the most
 * @param {number} now [ms since 1970]
 * @returns {{ today: string[], done: number, next: { due: number, count: number } | null }} ids of what is left
 *   for today, the longest due first; how many were reviewed today; the next day with any, and how many
 */
export function agenda(reviews, known, daily, now) {
  const cards = [...reviews].filter(([id, card]) => known.get(id) === card.digest);
  const day = dayOf(now);
  // The first answer to a question, wherever it was given, is no review.
  const done = cards.filter(([, card]) => card.reps > 1 && dayOf(card.last_review ?? 0) === day).length;
  const waiting = cards.filter(([, card]) => comesBack(card, now) <= day).sort(([, a], [, b]) => a.due - b.due);
  const later = cards.map(([, card]) => comesBack(card, now)).filter((other) => other > day);
  const next = Math.min(...later);
  return {
    today: waiting.slice(0, Math.max(0, daily - done)).map(([id]) => id),
    done,
    next: later.length > 0 ? { due: startOf(next), count: later.filter((other) => other === next).length } : null,
  };
}
