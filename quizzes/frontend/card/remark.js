// @ts-check
/** The reader's own note to a question: kept on the device, and in the file that a reader exports. */

import { say } from "../strings.js";
import { element } from "../web/dom.js";

/** The longest remark [characters]. */
const LONGEST = "1000";
/** So long after the last letter it is kept [ms]. */
const PAUSE = 400;

/**
 * @param {import("../types.js").Item} item
 * @param {import("../types.js").Answers} answers
 */
export function remarkOn(item, answers) {
  const field = element("textarea", { rows: "3", maxlength: LONGEST, dir: "auto", "aria-label": say("remark") });
  const summary = element("summary", {}, say("remark"));
  const folded = element(
    "details",
    { class: "remark" },
    summary,
    field,
    element("p", { class: "rule" }, say("remark_kept")),
  );
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  const keep = () => {
    clearTimeout(waiting);
    if (field.value.trim() !== answers.remark(item)) answers.setRemark(item, field.value.trim());
  };
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(keep, PAUSE);
  });
  field.addEventListener("change", keep);
  return {
    element: folded,
    write() {
      const text = answers.remark(item);
      // Who is writing is not written over.
      if (document.activeElement === field) return;
      field.value = text;
      if (text !== "") folded.open = true;
    },
  };
}
