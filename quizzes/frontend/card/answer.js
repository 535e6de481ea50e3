// @ts-check
/** What is known of a reader's answer to one question, without its card: whether it counts, and for how much. */

import { kindOf } from "../../kinds/register.js";

/** @typedef {import("../types.js").Item} Item */
/** @typedef {import("../types.js").Answers} Answers */
/** @typedef {import("./item.js").Mode} Mode */

/** Answers that cannot have been given, each by what is said of it instead. @type {WeakMap<object, import("../types.js").Given>} */
const unread = new WeakMap();

/**
 * The answer as kept, and none where what is kept cannot have been given to this question.
 * @param {Item} item
 * @param {Answers} answers
 * @returns {import("../types.js").Given}
 */
export function givenTo(item, answers) {
  const kind = kindOf(item);
  const kept = answers.get(item);
  const possible = kept.checked ? kind.ready(item, kept.chosen) : kind.accepts(item, kept.chosen);
  if (possible) return kept;
  const said = unread.get(kept) ?? { ...kept, chosen: [], checked: false, lost: /** @type {const} */ ("unread") };
  unread.set(kept, said);
  return said;
}

/** What was computed of an answer, as long as it stays the same. @type {WeakMap<object, Partial<Record<Mode, ReturnType<typeof standing>>>>} */
const computed = new WeakMap();

/**
 * How the question stands.
 * @param {Item} item
 * @param {Answers} answers
 * @param {Mode} mode
 * @returns {import("../taking/results.js").Row & { given: boolean }}
 */
export function standingOf(item, answers, mode) {
  const given = answers.get(item);
  const known = computed.get(given) ?? {};
  computed.set(given, known);
  known[mode] ??= standing(item, givenTo(item, answers), mode);
  return known[mode];
}

/**
 * @param {Item} item
 * @param {import("../types.js").Given} given
 * @param {Mode} mode
 * @returns {import("../taking/results.js").Row & { given: boolean }}
 */
function standing(item, { chosen, checked, certainty, hints, flagged }, mode) {
  const kind = kindOf(item);
  const ready = kind.ready(item, chosen);
  const { score, correct } = ready ? kind.grade(item, chosen) : { score: 0, correct: false };
  return {
    item,
    given: chosen.length > 0,
    settled: mode === "review" || (mode === "tutor" && checked),
    answered: mode === "tutor" ? checked : ready,
    correct,
    score,
    certainty,
    hints,
    flagged,
  };
}
