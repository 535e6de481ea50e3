// @ts-check
/** What came of a set of questions. Pure: rows in, numbers and lists out. */

import { calibration, mark } from "../record/certainty.js";

/** @typedef {import("../types.js").Item} Item */

/**
 * A question and what is known of its answer. `settled`: its result is shown, since it was checked or its exam
 * was submitted. `answered`: there is an answer to it.
 * @typedef {object} Row
 * @property {Item} item
 * @property {boolean} settled
 * @property {boolean} answered
 * @property {boolean} correct
 * @property {number} score 0..1
 * @property {import("../record/certainty.js").Certainty} certainty
 * @property {number} hints how many were opened
 * @property {boolean} flagged
 *
 * @typedef {{ number: number, text: string, asked: number, right: number, rows: Row[] }} ObjectiveResult
 */

/** @param {readonly Row[]} rows */
export function summary(rows) {
  const settled = rows.filter((row) => row.settled);
  const sure = settled.filter((row) => row.answered && row.certainty > 0);
  return {
    asked: rows.length,
    settled: settled.length,
    unanswered: settled.filter((row) => !row.answered).length,
    right: settled.filter((row) => row.correct).length,
    points: settled.reduce((sum, row) => sum + row.score, 0),
    hinted: settled.filter((row) => row.hints > 0).length,
    levels: calibration(sure),
    sure: sure.length,
    marks: sure.reduce((sum, row) => sum + mark(row.correct, row.certainty), 0),
    objectives: byObjective(settled),
    confident: confidentErrors(sure),
  };
}

/**
 * In the order of the chapter.
 * @param {readonly Row[]} rows
 * @returns {ObjectiveResult[]}
 */
function byObjective(rows) {
  /** @type {Map<number, ObjectiveResult>} */
  const found = new Map();
  for (const row of rows) {
    const { number, text } = row.item.objective;
    const result = found.get(number) ?? { number, text, asked: 0, right: 0, rows: [] };
    found.set(number, result);
    result.asked += 1;
    result.right += row.correct ? 1 : 0;
    result.rows.push(row);
  }
  return [...found.values()].sort((one, other) => one.number - other.number);
}

/** Wrong at certainty 3, then at 2: what somebody was sure of and should not have been. @param {readonly Row[]} rows */
const confidentErrors = (rows) =>
  rows.filter((row) => !row.correct && row.certainty > 1).sort((one, other) => other.certainty - one.certainty);

/**
 * What is worth another look. Wrong: settled and not fully right. Unsure: flagged, or answered with certainty 1,
 * or with a hint. Unseen: no answer of it was checked.
 * @param {readonly Row[]} rows
 */
export const again = (rows) => ({
  wrong: rows.filter((row) => row.settled && row.answered && !row.correct),
  unsure: rows.filter((row) => row.flagged || (row.settled && (row.certainty === 1 || row.hints > 0))),
  unseen: rows.filter((row) => !(row.settled && row.answered)),
});
