/** Prints the record of a reader who has answered 2,000 questions, and has all of them in spaced review. */

import { KEY } from "../../quizzes/frontend/record/record.js";
import { openStore } from "../../quizzes/frontend/record/store.js";

const QUESTIONS = 2000;
const kept = new Map();
const storage = {
  getItem: (name) => kept.get(name) ?? null,
  setItem: (name, value) => kept.set(name, value),
  removeItem: (name) => kept.delete(name),
};
const store = openStore({ storage: () => storage });

const whole = store.all();
for (let at = 0; at < QUESTIONS; at += 1) {
  // As long as the course's own ids are; every third answer is made of several picks.
  const id = `a-chapter-of-some-length-question-${at}`;
  const several = at % 3 === 0;
  const digest = String(at).padStart(12, "0");
  whole.answers.set(id, {
    digest,
    chosen: several ? ["this-death", "any-death", "new-metastases"] : ["this-death"],
    checked: true,
    at: Date.now(),
    certainty: /** @type {import("../../quizzes/frontend/types.js").Certainty} */ (1 + (at % 3)),
    hints: 0,
    ms: 31_415 + at,
    flagged: false,
    score: several ? 1 / 3 : 1,
  });
  whole.reviews.set(id, {
    digest,
    due: Date.now(),
    stability: 23.45678901,
    difficulty: 5.12345678,
    scheduled_days: 24,
    learning_steps: 0,
    reps: 4,
    lapses: 1,
    state: 2,
    last_review: Date.now(),
  });
}
store.takeIn(() => whole);
process.stdout.write(JSON.stringify({ key: KEY, record: kept.get(KEY) }));
