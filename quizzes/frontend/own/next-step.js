// @ts-check
/** Which chapter is the weakest, and the one thing to do next. Pure. */

import { BLOCK } from "../taking/block.js";

/** @typedef {import("../record/standing.js").Row} Row */
/** @typedef {import("../record/standing.js").Chapter} Chapter */
/** @typedef {import("../record/standing.js").Objective} Objective */
/** Questions that are asked together. @typedef {{ href: string, count: number }} Block */

/**
 * What to do next: what is due, else what is weakest, else a chapter not begun, else what is still open.
 * @typedef {{ do: "review", count: number }
 *   | { do: "weakest", objective: Objective, block: Block }
 *   | { do: "chapter", chapter: Chapter }
 *   | { do: "open", chapter: Chapter, block: Block }
 *   | { do: "nothing" }} Step
 */

/** The share that is right of what was answered; above every share where nothing was. @param {Pick<Row, "count">} row */
const strength = ({ count: { answered, right } }) => (answered > 0 ? right / answered : 2);

/**
 * The weakest first; those not begun follow as they are.
 * @template {Pick<Row, "count">} T
 * @param {readonly T[]} rows
 */
export const weakestFirst = (rows) => [...rows].sort((one, other) => strength(one) - strength(other));

/**
 * The way to a block of what is not right yet, the open ones first; null where there is none. What was wrong in a test
 * stays so: it is what the other test is compared with. Of a chapter that is not begun it is the first questions.
 * @param {Pick<Row, "chapter" | "open" | "wrong">} of
 * @returns {Block | null}
 */
export function blockOf({ chapter, open, wrong }) {
  if (!chapter.items) {
    const count = Math.min(BLOCK, chapter.count);
    return { href: `${chapter.href}?questions=${count}`, count };
  }
  const ids = [...open, ...(chapter.test ? [] : wrong)].slice(0, BLOCK);
  if (ids.length === 0) return null;
  return { href: `${chapter.href}?again=${ids.join("+")}#${ids[0]}`, count: ids.length };
}

/**
 * @param {readonly Row[]} rows in the order of the book
 * @param {number} due how many questions are due today
 * @returns {Step}
 */
export function nextStep(rows, due) {
  if (due > 0) return { do: "review", count: due };
  const chapters = rows.filter(({ chapter }) => !chapter.test);
  const objectives = chapters.flatMap((row) => row.objectives);
  const [objective] = weakestFirst(objectives).filter(({ wrong }) => wrong.length > 0);
  const again = objective && blockOf({ ...objective, open: [] });
  if (again) return { do: "weakest", objective, block: again };
  const begun = rows.map(({ count }) => count.answered > 0).lastIndexOf(true);
  const unopened = [...rows.slice(begun + 1), ...chapters].find(({ count }) => count.answered === 0);
  if (unopened) return { do: "chapter", chapter: unopened.chapter };
  const row = rows.find(({ count }) => count.answered < count.total);
  const block = row && blockOf(row);
  return block ? { do: "open", chapter: row.chapter, block } : { do: "nothing" };
}
