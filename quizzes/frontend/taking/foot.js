// @ts-check
/** What stands below the questions: how far one is, leaving an exam, asking some again, starting over. */

import { say } from "../strings.js";
import { confirmed } from "../web/confirm.js";
import { element, quietButton } from "../web/dom.js";
import { again } from "./results.js";

/** @typedef {import("./results.js").Row} Row */
/** @typedef {import("../card/item.js").Mode} Mode */
/** A part of the questions that can be asked again. @typedef {"wrong" | "unsure" | "unseen"} Part */

/** @type {readonly Part[]} */
const PARTS = ["wrong", "unsure", "unseen"];

/**
 * @param {object} hooks
 * @param {number} hooks.total how many questions there are
 * @param {() => void} hooks.close leave an exam
 * @param {(part: Part) => void} hooks.again
 * @param {() => void} hooks.reset
 * @param {HTMLElement} [hooks.first] what may be done before all is erased
 */
export function quizFoot({ total, close, again: askAgain, reset, first }) {
  const score = element("p", { class: "quiz-total" });
  const leaving = confirmed(
    {
      ask: say("exam_leave"),
      question: () => say("exam_leave_ask"),
      yes: say("exam_leave_yes"),
      no: say("exam_no"),
    },
    close,
  );
  const resetting = confirmed(
    {
      ask: say("reset"),
      question: () => say("reset_ask", { total }),
      yes: say("reset_yes"),
      no: say("reset_no"),
      first,
      loss: true,
    },
    reset,
  );
  const parts = PARTS.map((part) => {
    const button = quietButton();
    button.addEventListener("click", () => askAgain(part));
    return { part, button };
  });
  const rule = element("p", { class: "rule" }, say("again_what"));
  const agains = element(
    "div",
    { class: "again", role: "group", "aria-label": say("again") },
    element("span", { "aria-hidden": "true" }, say("again")),
    ...parts.map(({ button }) => button),
    rule,
  );

  return {
    elements: [score, leaving.element, resetting.element, agains],
    /**
     * @param {object} state
     * @param {Mode} state.mode
     * @param {string} state.text how far one is
     * @param {readonly Row[]} state.rows of what may be asked again
     * @param {boolean} state.some whether there is anything to erase
     */
    write({ mode, text, rows, some }) {
      if (score.textContent !== text) score.textContent = text;
      leaving.element.hidden = mode !== "exam";
      resetting.element.hidden = mode !== "tutor";
      resetting.offer(mode === "tutor" && some);
      leaving.offer(mode === "exam");
      const lists = again(rows);
      for (const { part, button } of parts) {
        const count = lists[part].length;
        button.hidden = count === 0;
        button.textContent = say(`again_${part}`, { count });
      }
      rule.hidden = lists.unsure.length === 0;
      // While everything is still unseen there is nothing to ask again.
      const started = lists.wrong.length + lists.unsure.length > 0 || lists.unseen.length < rows.length;
      agains.hidden = mode === "exam" || !started || parts.every(({ button }) => button.hidden);
    },
  };
}
