// @ts-check
/** What can be done with a question: check it, try it again, flag it, go on. */

import { say } from "../strings.js";
import { button, element, icon, quietButton } from "../web/dom.js";

/** @typedef {import("./item.js").Mode} Mode */
/** @typedef {import("./item.js").Steps} Steps */

/**
 * @param {object} hooks
 * @param {() => void} hooks.retry
 * @param {() => void} hooks.flag
 * @param {() => Steps} hooks.steps
 * @param {string} hooks.finish what the button says that checks the answer
 */
export function actions({ retry, flag, steps, finish }) {
  const back = quietButton(say("exam_previous"));
  const onward = button();
  const check = element("button", { type: "submit" }, finish);
  const again = element("button", { type: "button", class: "quiet retry" }, say("retry"));
  const status = element("span", { class: "picked", role: "status" });
  const flagging = element(
    "button",
    { type: "button", class: "quiet flag" },
    icon("⚑"),
    element("span", { class: "word" }, ` ${say("flag")}`),
  );

  again.addEventListener("click", retry);
  flagging.addEventListener("click", flag);
  back.addEventListener("click", () => steps().previous?.());
  onward.addEventListener("click", () => onward.type === "button" && steps().next?.go());

  return {
    // All of them always stand there, some hidden: taking away the one with the focus would lay the page out twice.
    // The way on comes before the check, so that in an exam it is what Enter presses.
    element: element("div", { class: "act" }, back, onward, check, status, flagging),
    again,
    /**
     * @param {object} state
     * @param {Mode} state.mode
     * @param {boolean} state.settled
     * @param {boolean} state.complete whether there is all that checking needs
     * @param {string} state.status what is given so far, may be empty
     * @param {boolean} state.flagged
     */
    write({ mode, settled, complete, status: words, flagged }) {
      flagging.setAttribute("aria-pressed", String(flagged));
      again.hidden = mode !== "tutor" || !settled;
      status.hidden = settled;
      if (!settled) {
        check.disabled = !complete;
        status.textContent = words;
      }
      // To hide what has the focus lays the page out at once: it comes after all other changes.
      check.hidden = mode !== "tutor" || settled;
    },
    /** @param {Steps} ways @param {Mode} mode @param {boolean} settled */
    writeWays({ previous, next }, mode, settled) {
      onward.textContent = next?.label ?? "";
      onward.type = mode === "exam" ? "submit" : "button";
      back.hidden = mode !== "exam" || previous === null;
      onward.hidden = next === null || mode === "review" || (mode === "tutor" && !settled);
    },
  };
}
