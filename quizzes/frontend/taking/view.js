// @ts-check
/** What is asked now, in which order, and how it is taken. Pure. */

import { inExam } from "./exam.js";

/** @typedef {import("../types.js").Item} Item */

/** A part of the questions, and what it is called. @typedef {{ words: string, ids: ReadonlySet<string> }} Part */

/**
 * @typedef {object} View
 * @property {import("../types.js").Exam | null} exam
 * @property {import("../card/item.js").Mode} mode
 * @property {Part | null} part what is asked of the questions outside an exam, null for all
 * @property {Item[]} order
 * @property {ReadonlyMap<Item, number>} places in the order, counted from 0
 */

/**
 * @param {readonly Item[]} items
 * @param {import("../types.js").Exam | null} exam
 * @param {Part | null} part
 * @returns {View}
 */
export function viewOf(items, exam, part) {
  const free = part === null ? [...items] : items.filter(({ id }) => part.ids.has(id));
  const order = exam ? inExam(exam, items) : free;
  const mode = exam === null ? "tutor" : exam.submitted === null ? "exam" : "review";
  return { exam, mode, part, order, places: new Map(order.map((item, at) => [item, at])) };
}

/**
 * The number of a question: in the exam while there is one, else in the bank.
 * @param {View} view
 * @param {Item} item
 */
export function placeIn({ exam, order, places }, item) {
  const at = places.get(item);
  return exam === null || at === undefined ? item : { i: at + 1, n: order.length };
}
