// @ts-check
/** The few decisions on which a case turns: some of many options, at most as many as are allowed. */

import { say, speaking } from "../../frontend/strings.js";
import { nothing, picked, share } from "../grade.js";
import { arePicks, optionKey, optionList } from "../options.js";
import catalog from "./words.json" with { type: "json" };

const words = speaking(catalog);

/** @typedef {import("../options.js").ChoiceItem & { at_most: number }} KeyFeatureItem */

/**
 * Right picks out of those needed, or out of all picks where there are more; nothing after a harmful pick, and
 * nothing for more picks than are allowed.
 * @param {import("../../frontend/types.js").Unsure<KeyFeatureItem>} item
 * @param {unknown} chosen
 * @returns {import("../../frontend/types.js").Grade}
 */
function gradeCapped(item, chosen) {
  const { keys, right, wrong, harm } = picked(item, chosen);
  const allowed = typeof item?.at_most === "number" && right + wrong <= item.at_most;
  if (keys === 0 || harm || !allowed) return nothing();
  return share(right, Math.max(keys, right + wrong));
}

/** @param {KeyFeatureItem} item */
const credit = ({ at_most }) => ({
  how: words("how_key_feature", { pick: at_most }),
  counts: words("counts_key_feature"),
});

/** @type {import("../../frontend/types.js").Kind<KeyFeatureItem>} */
export const keyFeature = {
  kind: "key-feature",
  grade: gradeCapped,
  points: ({ options }, chosen) => Math.max(options.filter(({ correct }) => correct).length, chosen.length),
  key: optionKey,
  missed: () => say("verdict_missed"),
  accepts: arePicks,
  ready: (item, chosen) => chosen.length >= 1 && chosen.length <= item.at_most && arePicks(item, chosen),
  status({ at_most: pick }, { length: count }) {
    const over = count - pick;
    return over > 0 ? words("picked_too_many", { count, pick, over }) : words("picked_at_most", { count, pick });
  },
  control: (item, seed, changed) => optionList(item, seed, changed, "checkbox", credit(item)),
};
