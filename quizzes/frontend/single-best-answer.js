// @ts-check
/** One option is best. */

import { gradeOne } from "./grade.js";
import { arePicks, optionList } from "./options.js";

/** @type {import("./types.js").Kind} */
export const singleBestAnswer = {
  kind: "single-best-answer",
  grade: gradeOne,
  accepts: (item, chosen) => chosen.length <= 1 && arePicks(item, chosen),
  ready: (item, chosen) => chosen.length === 1 && arePicks(item, chosen),
  status: () => "",
  control: (item, seed, changed) => optionList(item, seed, changed, { type: "radio" }),
};
