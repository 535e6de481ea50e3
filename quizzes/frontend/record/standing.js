// @ts-check
/** How far a reader is: what is answered and right, by chapter and objective, and what is due. Pure. */

import { agenda } from "./due.js";

/**
 * A chapter as the page lists it: of each question its id, its digest, and its objective counted from 0.
 * @typedef {{ name: string, title: string, href: string, objectives: string[], items: [string, string, number][] }} Chapter
 *
 * @typedef {{ total: number, answered: number, right: number, due: number }} Count
 * @typedef {{ chapter: Chapter, id: string, i: number, objective: string }} Question `i` counts from 1
 * @typedef {{ chapter: Chapter, count: Count, objectives: { text: string, first: string, count: Count }[] }} Row
 *   `first` is the first question of an objective
 */

/** @param {Count[]} counts @returns {Count} */
const sum = (counts) =>
  counts.reduce(
    (all, { total, answered, right, due }) => ({
      total: all.total + total,
      answered: all.answered + answered,
      right: all.right + right,
      due: all.due + due,
    }),
    { total: 0, answered: 0, right: 0, due: 0 },
  );

/**
 * @param {readonly Chapter[]} chapters
 * @param {import("./record.js").Kept} kept
 * @param {number} now [ms since 1970]
 */
export function standing(chapters, { answers, reviews, settings }, now) {
  const known = new Map(chapters.flatMap(({ items }) => items.map(([id, digest]) => [id, digest])));
  const { today, next } = agenda(reviews, known, settings.daily, now);
  const due = new Set(today);
  /** @type {Question[]} */
  const confident = [];

  /** @param {Chapter} chapter @returns {Row} */
  function row(chapter) {
    const counts = chapter.items.map(([id, digest, objective], at) => {
      const answer = answers.get(id);
      const answered = answer !== undefined && answer.digest === digest && answer.checked;
      const right = answered && answer.score === 1;
      if (answered && answer.certainty === 3 && answer.score !== null && answer.score < 1)
        confident.push({ chapter, id, i: at + 1, objective: chapter.objectives[objective] });
      const count = { total: 1, answered: Number(answered), right: Number(right), due: Number(due.has(id)) };
      return { id, objective, count };
    });
    const objectives = chapter.objectives.flatMap((text, number) => {
      const own = counts.filter(({ objective }) => objective === number);
      return own.length > 0 ? [{ text, first: own[0].id, count: sum(own.map(({ count }) => count)) }] : [];
    });
    return { chapter, count: sum(counts.map(({ count }) => count)), objectives };
  }

  const rows = chapters.map(row);
  return { rows, count: sum(rows.map(({ count }) => count)), confident, next };
}
