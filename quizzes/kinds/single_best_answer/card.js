// @ts-check
/** One option is best. */

import { say } from "../../frontend/strings.js";
import { nothing, picked } from "../grade.js";
import { arePicks, optionKey, optionList } from "../options.js";

/** @typedef {import("../options.js").ChoiceItem} ChoiceItem */

/**
 * All or nothing: 1 for the key and nothing else.
 * @param {import("../../frontend/types.js").Unsure<ChoiceItem>} item
 * @param {unknown} chosen
 * @returns {import("../../frontend/types.js").Grade}
 */
function gradeOne(item, chosen) {
  const { keys, right, wrong } = picked(item, chosen);
  return keys > 0 && right === keys && wrong === 0 ? { score: 1, correct: true } : nothing();
}

/** @type {import("../../frontend/types.js").Kind<ChoiceItem>} */
export const singleBestAnswer = {
  kind: "single-best-answer",
  grade: gradeOne,
  points: () => 1,
  key: optionKey,
  missed: () => say("verdict_wrong"),
  accepts: (item, chosen) => chosen.length <= 1 && arePicks(item, chosen),
  ready: (item, chosen) => chosen.length === 1 && arePicks(item, chosen),
  status: () => "",
  control: (item, seed, changed) => optionList(item, seed, changed, "radio", { how: "", counts: "" }),
};
