// @ts-check
/** What is asked now, in which order, and how it is taken. Pure. */

import { mixed } from "./block.js";
import { inExam } from "./exam.js";

/** @typedef {import("../types.js").Item} Item */

/** A part of the questions, in the order in which they are asked, and what it is called; a block has no name. @typedef {{ words: string, ids: readonly string[] }} Part */

/**
 * What a reader has asked for: a part, null for all; whether the questions stand one under the other; and the place
 * among those that are asked one at a time.
 * @typedef {{ part: Part | null, stacked: boolean, current: number }} Asked
 *
 * @typedef {object} View
 * @property {import("../types.js").Exam | null} exam
 * @property {import("../card/item.js").Mode} mode
 * @property {boolean} single whether one question is shown at a time
 * @property {Part | null} part what is asked of the questions outside an exam, null for all
 * @property {Item[]} order
 * @property {ReadonlyMap<Item, number>} places in the order, counted from 0
 * @property {number} current the place of the one that is shown
 */

/**
 * @param {readonly Item[]} items
 * @param {import("../types.js").Exam | null} exam
 * @param {Asked} asked
 * @returns {View}
 */
export function viewOf(items, exam, { part, stacked, current }) {
  const mode = exam === null ? "tutor" : exam.submitted === null ? "exam" : "review";
  const single = mode === "exam" || !stacked;
  const order = exam ? inExam(exam, items) : free(items, part, single);
  const places = new Map(order.map((item, at) => [item, at]));
  return { exam, mode, single, part, order, places, current: Math.max(0, Math.min(current, order.length - 1)) };
}

/** @param {readonly Item[]} items @param {Part | null} part @param {boolean} single */
function free(items, part, single) {
  if (part === null) return single ? mixed(items) : [...items];
  const known = new Map(items.map((item) => [item.id, item]));
  const some = part.ids.flatMap((id) => known.get(id) ?? []);
  return single ? some : items.filter((item) => some.includes(item));
}

/**
 * The number of a question: among those asked one at a time, or in the exam, else in the bank.
 * @param {View} view
 * @param {Item} item
 */
export function placeIn({ exam, single, order, places }, item) {
  const at = places.get(item);
  return (exam === null && !single) || at === undefined ? item : { i: at + 1, n: order.length };
}
