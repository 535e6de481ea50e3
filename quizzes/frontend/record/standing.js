// @ts-check
/** How far a reader is: what is answered and right, by chapter and objective, and what is due. Pure. */

import { agenda } from "./due.js";

/**
 * A chapter as a page lists it. `count` is how many questions it has, `test` for the tests before and after the course.
 * Of each question its id, its digest, its objective counted from 0, and the beginning of its text; none are known where
 * the reader has answered none, nor is the script that has them.
 * @typedef {{ name: string, title: string, href: string, test?: boolean, count: number, objectives: string[],
 *   items?: [string, string, number, string][], script?: string }} Chapter
 *
 * @typedef {{ total: number, answered: number, right: number, due: number }} Count
 * @typedef {{ chapter: Chapter, id: string, text: string, objective: string }} Question
 * @typedef {{ chapter: Chapter, text: string, count: Count, open: string[], wrong: string[] }} Objective
 *   the ids of its questions without an answer, and of those that are not right
 * @typedef {{ chapter: Chapter, count: Count, objectives: (Objective & { first: string })[], open: string[], wrong: string[] }} Row
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

/** What some questions come to. @param {readonly { id: string, count: Count }[]} some each counted by itself */
const together = (some) => ({
  count: sum(some.map(({ count }) => count)),
  open: some.filter(({ count }) => count.answered === 0).map(({ id }) => id),
  wrong: some.filter(({ count }) => count.right < count.answered).map(({ id }) => id),
});

/**
 * @param {readonly Chapter[]} chapters
 * @param {import("./record.js").Kept} kept
 * @param {number} now [ms since 1970]
 */
export function standing(chapters, { answers, reviews, settings }, now) {
  const known = new Map(chapters.flatMap(({ items = [] }) => items.map(([id, digest]) => [id, digest])));
  const { today, next } = agenda(reviews, known, settings.daily, now);
  const due = new Set(today);
  /** @type {Question[]} */
  const confident = [];

  /** @param {Chapter} chapter @returns {Row} */
  function row(chapter) {
    if (!chapter.items) {
      const count = { total: chapter.count, answered: 0, right: 0, due: 0 };
      return { chapter, objectives: [], count, open: [], wrong: [] };
    }
    const counts = chapter.items.map(([id, digest, objective, text]) => {
      const answer = answers.get(id);
      const answered = answer !== undefined && answer.digest === digest && answer.checked;
      const right = answered && answer.score === 1;
      if (answered && answer.certainty === 3 && answer.score !== null && answer.score < 1)
        confident.push({ chapter, id, text, objective: chapter.objectives[objective] });
      const count = { total: 1, answered: Number(answered), right: Number(right), due: Number(due.has(id)) };
      return { id, objective, count };
    });
    const objectives = chapter.objectives.flatMap((text, number) => {
      const own = counts.filter(({ objective }) => objective === number);
      return own.length > 0 ? [{ chapter, text, first: own[0].id, ...together(own) }] : [];
    });
    return { chapter, objectives, ...together(counts) };
  }

  const rows = chapters.map(row);
  return { rows, count: sum(rows.map(({ count }) => count)), confident, next };
}
