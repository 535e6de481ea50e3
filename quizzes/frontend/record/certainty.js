// @ts-check
/**
 * Certainty-based marking after Gardner-Medwin. Pure. Certainty is 1, 2 or 3; 0 means that none was given.
 * The marks are such that saying what one believes pays best: 1 below 2/3, 3 above 4/5, else 2.
 */

/** @typedef {1 | 2 | 3} Level */
/** @typedef {0 | Level} Certainty */

/** @type {readonly Level[]} */
export const LEVELS = [1, 2, 3];

/** What an answer brings, by certainty. */
const RIGHT = [0, 1, 2, 3];
const WRONG = [0, 0, -2, -6];

/** The shares right at which a neighboring level begins to pay better. */
export const BOUNDS = [2 / 3, 4 / 5];

/**
 * The mark of an answer. A partly right answer is marked as wrong: one is sure of all of it or not.
 * @param {boolean} correct
 * @param {Certainty} certainty
 */
export const mark = (correct, certainty) => (correct ? RIGHT : WRONG)[certainty];

/**
 * The level that pays best; where two pay the same, the lower.
 * @param {number} share 0..1
 * @returns {Level}
 */
export const bestLevel = (share) => (share > BOUNDS[1] ? 3 : share > BOUNDS[0] ? 2 : 1);

/**
 * @typedef {object} Point what came of the answers at one level
 * @property {Level} certainty
 * @property {number} n
 * @property {number} right
 * @property {number | null} share right of n, 0..1; null without answers
 * @property {number} marks
 */

/**
 * How often one was right at each level; answers without a certainty are left out.
 * @param {readonly { correct: boolean, certainty: Certainty }[]} answers
 * @returns {Point[]}
 */
export function calibration(answers) {
  return LEVELS.map((certainty) => {
    const at = answers.filter((answer) => answer.certainty === certainty);
    const right = at.filter((answer) => answer.correct).length;
    const marks = at.reduce((sum, answer) => sum + mark(answer.correct, certainty), 0);
    return { certainty, n: at.length, right, share: at.length === 0 ? null : right / at.length, marks };
  });
}
