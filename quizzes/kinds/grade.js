// @ts-check
/**
 * What picks among options are worth, and how any grader reads its question. Pure: no page, no storage, and
 * nothing is ever thrown, whatever a question or an answer holds.
 */

/** @typedef {import("../frontend/types.js").ChoiceItem} ChoiceItem */
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
 * All or nothing: 1 for the key and nothing else.
 * @param {Unsure<ChoiceItem>} item
 * @param {unknown} chosen
 * @returns {Grade}
 */
export function gradeOne(item, chosen) {
  const { keys, right, wrong } = count(item, chosen);
  return keys > 0 && right === keys && wrong === 0 ? { score: 1, correct: true } : nothing();
}

/**
 * Partial credit: (right picks - wrong picks) / keys, never below 0.
 * @param {Unsure<ChoiceItem>} item
 * @param {unknown} chosen
 * @returns {Grade}
 */
export function gradeSeveral(item, chosen) {
  const { keys, right, wrong } = count(item, chosen);
  return keys > 0 ? share(right - wrong, keys) : nothing();
}

/**
 * Right picks out of those needed, or out of all picks where there are more; nothing after a harmful pick, and
 * nothing for more picks than are allowed.
 * @param {Unsure<import("../frontend/types.js").KeyFeatureItem>} item
 * @param {unknown} chosen
 * @returns {Grade}
 */
export function gradeCapped(item, chosen) {
  const { keys, right, wrong, harm } = count(item, chosen);
  const allowed = typeof item?.at_most === "number" && right + wrong <= item.at_most;
  if (keys === 0 || harm || !allowed) return nothing();
  return share(right, Math.max(keys, right + wrong));
}

/**
 * Each option counts once, however often it is named; what is no option is a wrong pick.
 * @param {Unsure<ChoiceItem>} item
 * @param {unknown} chosen
 */
function count(item, chosen) {
  /** @type {Set<unknown>} */
  const picks = new Set(texts(chosen));
  const options = records(item?.options);
  const keys = options.filter((option) => option.correct === true);
  const right = keys.filter((option) => picks.has(option.id)).length;
  const harm = options.some((option) => option.harmful === true && picks.has(option.id));
  return { keys: keys.length, right, wrong: picks.size - right, harm };
}
