// @ts-check
/** A stated number of options is right; what a pick counts is said before answering. */

import { gradeSeveral } from "./grade.js";
import { arePicks, optionList } from "./options.js";
import { say } from "./strings.js";

/** @type {import("./types.js").Kind} */
export const multipleResponse = {
  kind: "multiple-response",
  grade: gradeSeveral,
  accepts: arePicks,
  ready: (item, chosen) => chosen.length === item.pick && arePicks(item, chosen),
  status: (item, chosen) => say("picked", { count: chosen.length, pick: item.pick }),
  control: (item, seed, changed) =>
    optionList(item, seed, changed, {
      type: "checkbox",
      hint: item.pick === 1 ? say("pick_one") : say("pick", { pick: item.pick }),
    }),
};
