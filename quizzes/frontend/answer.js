// @ts-check
/** What is known of a reader's answer to one question, without its card: whether it counts, and for how much. */

import { kindOf } from "./kinds.js";

/** @typedef {import("./types.js").Item} Item */
/** @typedef {import("./types.js").Answers} Answers */
/** @typedef {import("./item.js").Mode} Mode */

/**
 * The answer as kept, and none where what is kept cannot have been given to this question.
 * @param {Item} item
 * @param {Answers} answers
 * @returns {import("./types.js").Given}
 */
export function givenTo(item, answers) {
  const kind = kindOf(item);
  const kept = answers.get(item);
  const possible = kept.checked ? kind.ready(item, kept.chosen) : kind.accepts(item, kept.chosen);
  return possible ? kept : { ...kept, chosen: [], checked: false, lost: "unread" };
}

/**
 * How the question stands.
 * @param {Item} item
 * @param {Answers} answers
 * @param {Mode} mode
 * @returns {import("./results.js").Row & { given: boolean }}
 */
export function standingOf(item, answers, mode) {
  const kind = kindOf(item);
  const { chosen, checked, certainty, hints, flagged } = givenTo(item, answers);
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
