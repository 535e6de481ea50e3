// What the tests of the store share: a browser's storage, and what is kept in it.

import identity from "../../quizzes/book.json" with { type: "json" };
import { dayOf, startOf } from "../../quizzes/frontend/record/due.js";
import { openStore } from "../../quizzes/frontend/record/store.js";

/** @typedef {import("../../quizzes/frontend/record/record.js").Answer} Answer */

/** @typedef {import("../../quizzes/frontend/types.js").Given} Given */

/** The name of the course in `course.yml`. */
export const BOOK = identity.book;
export const KEY = `${BOOK}.v2`;
export const OLD_KEY = `${BOOK}.v1`;

/**
 * A browser's storage, as far as the store uses it, and what it holds.
 * @typedef {Pick<Storage, "getItem" | "setItem" | "removeItem"> & { kept: Map<string, string> }} Area
 */

/**
 * @param {Record<string, string>} [entries]
 * @param {(method: "get" | "set" | "remove", name: string) => void} [forbid] may throw before a method does anything
 * @returns {Area}
 */
export function area(entries = {}, forbid = () => {}) {
  const kept = new Map(Object.entries(entries));
  return {
    kept,
    getItem(name) {
      forbid("get", name);
      return kept.get(name) ?? null;
    },
    setItem(name, value) {
      forbid("set", name);
      kept.set(name, value);
    },
    removeItem(name) {
      forbid("remove", name);
      kept.delete(name);
    },
  };
}

/** @param {string} method */
export const full = (method) => {
  if (method === "set") throw new DOMException("full", "QuotaExceededError");
};
/** @param {Area} storage @param {() => number} [now] */
export const open = (storage, now = () => 1000) => openStore({ storage: () => storage, now, random: () => 0.5 });
/** @param {Partial<Answer>} [changes] @returns {Answer} */
export const answer = (changes = {}) => ({
  digest: "d1",
  chosen: ["red"],
  checked: true,
  at: 10,
  certainty: 0,
  hints: 0,
  ms: 0,
  flagged: false,
  score: null,
  ...changes,
});
/** A record of this edition; the changes may spoil it. @param {object} [changes] @returns {Record<string, any>} */
export const record = (changes = {}) => ({
  version: 2,
  book: BOOK,
  seed: 5,
  settings: { certainty: false, daily: 20 },
  answers: { "example-sky": answer() },
  reviews: {},
  exams: {},
  ...changes,
});
/** In review after a wrong answer at the start of 1970. */
export const FIRST = {
  digest: "d1",
  due: startOf(dayOf(1000) + 1),
  stability: 0.212,
  difficulty: 6.4133,
  scheduled_days: 1,
  learning_steps: 0,
  reps: 1,
  lapses: 0,
  state: 2,
  last_review: 1000,
};
/** The record of the first edition. */
export const oldRecord = (changes = {}) => ({
  version: 1,
  book: BOOK,
  seed: 5,
  answers: { "example-sky": { digest: "d1", chosen: ["red"], checked: true, at: 10 } },
  ...changes,
});
export const keptIn = (storage) => JSON.parse(storage.kept.get(KEY));
export const said = (store) => store.notices().map((notice) => notice.key);
/** @param {string[]} chosen @param {boolean} checked @param {Partial<Given>} [more] @returns {Given} */
export const given = (chosen, checked, more = {}) => ({
  chosen,
  checked,
  certainty: 0,
  hints: 0,
  flagged: false,
  lost: null,
  ...more,
});
export const nothing = given([], false);
export const red = given(["red"], true);

export const EXAM = { started: 5, limit: 60000, order: ["example-sky"], only: null, submitted: null };

export const CARD = {
  digest: "d1",
  due: 90000,
  stability: 2.5,
  difficulty: 5,
  scheduled_days: 0,
  learning_steps: 1,
  reps: 1,
  lapses: 0,
  state: 1,
  last_review: 1000,
};

/** Two tabs of one browser: what one writes, the other hears of. */
export function tabs(storage) {
  let time = 1000;
  const now = () => (time += 1);
  const [one, other] = [open(storage, now), open(storage, now)];
  return {
    one,
    other,
    tell: (tab) => tab.storageChanged({ key: KEY, newValue: storage.kept.get(KEY) ?? null }),
  };
}
