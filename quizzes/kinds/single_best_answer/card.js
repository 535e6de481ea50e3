// @ts-check
/** One option is best. */

import { say } from "../../frontend/strings.js";
import { gradeOne } from "../grade.js";
import { arePicks, optionKey, optionList } from "../options.js";

/** @type {import("../../frontend/types.js").Kind<import("../../frontend/types.js").ChoiceItem>} */
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
