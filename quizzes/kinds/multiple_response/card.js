// @ts-check
/** A stated number of options is right; what a pick counts is said before answering. */

import { say, speaking } from "../../frontend/strings.js";
import { nothing, picked, share } from "../grade.js";
import { arePicks, optionKey, optionList } from "../options.js";
import catalog from "./words.json" with { type: "json" };

const words = speaking(catalog);

/** @typedef {import("../options.js").ChoiceItem} ChoiceItem */

/**
 * Partial credit: (right picks - wrong picks) / keys, never below 0.
 * @param {import("../../frontend/types.js").Unsure<ChoiceItem>} item
 * @param {unknown} chosen
 * @returns {import("../../frontend/types.js").Grade}
 */
function gradeSeveral(item, chosen) {
  const { keys, right, wrong } = picked(item, chosen);
  return keys > 0 ? share(right - wrong, keys) : nothing();
}

/** @param {ChoiceItem} item */
const credit = ({ pick }) =>
  pick === 1 ? { how: words("pick_one"), counts: "" } : { how: words("pick", { pick }), counts: words("counts_pick") };

/** @type {import("../../frontend/types.js").Kind<ChoiceItem>} */
export const multipleResponse = {
  kind: "multiple-response",
  grade: gradeSeveral,
  points: ({ pick }) => pick,
  key: optionKey,
  missed: ({ pick }) => say(pick > 1 ? "verdict_none" : "verdict_wrong"),
  accepts: arePicks,
  ready: (item, chosen) => chosen.length === item.pick && arePicks(item, chosen),
  status: (item, chosen) => words("picked", { count: chosen.length, pick: item.pick }),
  control: (item, seed, changed) => optionList(item, seed, changed, "checkbox", credit(item)),
};
