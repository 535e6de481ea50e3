// @ts-check
/**
 * An exam: all questions in an order of its own, nothing told before it is submitted. Pure; it is kept in the
 * record as `{ started, limit, order, only, submitted }` (times in ms since 1970, `limit` in ms).
 */

import { shuffled } from "../web/shuffle.js";

/** @typedef {import("../types.js").Exam} Exam */

/** The longest time limit that can be set [minutes]. */
export const LONGEST = 600;

/** How long an exam often gives a question [minutes]. */
export const USUAL = 1.5;

/**
 * @param {object} choice
 * @param {readonly string[]} choice.ids the questions to ask, in the order of the bank
 * @param {boolean} choice.all whether these are all of the chapter
 * @param {number} choice.minutes the time limit, 0 for none
 * @param {number} choice.seed the reader's, 0..2^32-1
 * @param {number} choice.now [ms since 1970]
 * @returns {Exam}
 */
export function startExam({ ids, all, minutes, seed, now }) {
  return {
    started: now,
    limit: minutes > 0 ? minutes * 60_000 : null,
    order: shuffled(ids, seed, `exam:${now}`),
    only: all ? null : [...ids],
    submitted: null,
  };
}

/**
 * The questions of an exam in its order. A later edition of the bank may lack some of them, or have new ones,
 * which then come last where all were asked.
 * @template {{ id: string }} T
 * @param {Exam} exam
 * @param {readonly T[]} items
 * @returns {T[]}
 */
export function inExam({ order, only }, items) {
  const known = new Map(items.map((item) => [item.id, item]));
  const asked = only === null ? [...order, ...known.keys()] : order.filter((id) => only.includes(id));
  return [...new Set(asked)].flatMap((id) => known.get(id) ?? []);
}

/**
 * Minutes typed by a reader, as a limit that can be set: 0 for none, null where it is no such number.
 * @param {string} typed
 */
export function minutesOf(typed) {
  const text = typed.trim();
  if (text === "") return 0;
  const minutes = Number(text);
  return Number.isInteger(minutes) && minutes >= 1 && minutes <= LONGEST ? minutes : null;
}

/**
 * The time used and left, in whole seconds. It stands still once the exam is submitted. Time over never ends
 * anything: `left` is then 0 and `over` says by how much.
 * @param {Exam} exam
 * @param {number} now [ms since 1970]
 */
export function clock({ started, limit, submitted }, now) {
  const used = Math.max(0, Math.floor(((submitted ?? now) - started) / 1000));
  if (limit === null) return { used, left: null, over: 0 };
  const rest = Math.round(limit / 1000) - used;
  return { used, left: Math.max(0, rest), over: Math.max(0, -rest) };
}

/**
 * Seconds as on a clock.
 * @param {number} seconds
 * @example hands(75) // "1:15"
 * @example hands(3600) // "1:00:00"
 */
export function hands(seconds) {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (/** @type {number} */ part) => String(part).padStart(2, "0");
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}
