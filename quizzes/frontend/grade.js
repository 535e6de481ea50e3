// @ts-check
/** What picks are worth. Pure: no page, no storage, and nothing is ever thrown. */

/** @typedef {import("./types.js").Item} Item */
/** @typedef {import("./types.js").Grade} Grade */

/**
 * All or nothing: 1 for the key and nothing else.
 * @param {Item} item
 * @param {readonly string[]} chosen
 * @returns {Grade}
 */
export function gradeOne(item, chosen) {
  const { keys, right, wrong } = count(item, chosen);
  const correct = keys > 0 && right === keys && wrong === 0;
  return { score: correct ? 1 : 0, correct };
}

/**
 * Partial credit: (right picks - wrong picks) / keys, never below 0.
 * @param {Item} item
 * @param {readonly string[]} chosen
 * @returns {Grade}
 */
export function gradeSeveral(item, chosen) {
  const { keys, right, wrong } = count(item, chosen);
  const score = keys > 0 ? Math.max(0, (right - wrong) / keys) : 0;
  return { score, correct: score === 1 };
}

/**
 * Each option counts once, however often it is named; what is no option is a wrong pick.
 * @param {Item} item
 * @param {readonly string[]} chosen
 */
function count(item, chosen) {
  const picks = new Set(chosen);
  const keys = item.options.filter((option) => option.correct);
  const right = keys.filter((option) => picks.has(option.id)).length;
  return { keys: keys.length, right, wrong: picks.size - right };
}
