/**
 * Histories of reviews from standard input, what the course's scheduler makes of each to standard output.
 * A history is a list of [day, minute since it began at four, rating]; of each review the day it leads to is told.
 */

import { readFileSync } from "node:fs";
import { dayDue, dayOf, firstReview } from "../../../../quizzes/frontend/record/due.js";
import { nextReview } from "../../../../quizzes/frontend/record/schedule.js";

/** What an answer of each rating is, from 1 on. @type {{ score: number, certainty: import("../../../../quizzes/frontend/types.js").Certainty }[]} */
const FIRST = [
  { score: 0, certainty: 0 },
  { score: 0.5, certainty: 0 },
  { score: 1, certainty: 0 },
  { score: 1, certainty: 3 },
];

const told = JSON.parse(readFileSync(0, "utf8")).map((history) => {
  /** @type {import("../../../../quizzes/frontend/record/record.js").Review | null} */
  let card = null;
  return history.map(([day, minute, rating]) => {
    const now = new Date(2026, 0, 1 + day, 4, minute).getTime();
    card = card === null ? firstReview({ digest: "d", at: now, ...FIRST[rating - 1] }) : nextReview(card, rating, now);
    return dayDue(card.due) - dayOf(new Date(2026, 0, 1, 12).getTime());
  });
});
process.stdout.write(JSON.stringify(told));
