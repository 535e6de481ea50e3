// @ts-check
/**
 * How any grader reads its question and its answer. Pure: no page, no storage, and
 * nothing is ever thrown, whatever a question or an answer holds.
 */

/** @typedef {import("./options.js").ChoiceItem} ChoiceItem */
/** @typedef {import("../frontend/types.js").Grade} Grade */
/**
 * @template T
 * @typedef {import("../frontend/types.js").Unsure<T>} Unsure
 */

/** @returns {Grade} */
export const nothing = () => ({ score: 0, correct: false });

/**
 * A share of full marks; full marks are exactly 1.
 * @param {number} right
 * @param {number} of
 * @returns {Grade}
 */
export function share(right, of) {
  const score = Math.min(1, Math.max(0, right / of));
  return Number.isFinite(score) ? { score, correct: score === 1 } : nothing();
}

/**
 * The records of a list in a question; nothing where there is no such list.
 * @param {unknown} list
 * @returns {Record<string, unknown>[]}
 */
export function records(list) {
  return Array.isArray(list) ? list.filter((entry) => typeof entry === "object" && entry !== null) : [];
}

/** The texts of an answer. @param {unknown} chosen @returns {string[]} */
export const texts = (chosen) => (Array.isArray(chosen) ? chosen.filter((text) => typeof text === "string") : []);

/**
 * Each option counts once, however often it is named; what is no option is a wrong pick.
 * @param {Unsure<ChoiceItem>} item
 * @param {unknown} chosen
 */
export function picked(item, chosen) {
  /** @type {Set<unknown>} */
  const picks = new Set(texts(chosen));
  const options = records(item?.options);
  const keys = options.filter((option) => option.correct === true);
  const right = keys.filter((option) => picks.has(option.id)).length;
  const harm = options.some((option) => option.harmful === true && picks.has(option.id));
  return { keys: keys.length, right, wrong: picks.size - right, harm };
}
