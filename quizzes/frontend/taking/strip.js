// @ts-check
/** The exam's questions as a row of numbers, and its clock. */

import { say } from "../strings.js";
import { element, icon, quietButton } from "../web/dom.js";
import { clock, hands } from "./exam.js";

/** @typedef {import("./results.js").Row} Row */

/** A step's state, as a word of the catalogue and a sign. @param {Row} row @returns {[import("../strings.js").Key, string]} */
function stateOf(row) {
  if (!row.settled) return row.answered ? ["exam_step_answered", "•"] : ["exam_step", ""];
  if (!row.answered) return ["exam_step_open", "–"];
  if (row.correct) return ["exam_step_right", "✓"];
  return row.score > 0 ? ["exam_step_partly", "½"] : ["exam_step_wrong", "✗"];
}

/**
 * @param {(at: number) => void} go to the question at that place
 * @param {() => void} over called once, when the time is over
 */
export function examStrip(go, over) {
  const list = element("ol", {});
  const time = element("p", { class: "clock", role: "timer" });
  const root = element("nav", { class: "strip", "aria-label": say("exam_name") }, list, time);
  /** @type {HTMLButtonElement[]} */
  let buttons = [];
  /** @type {import("../types.js").Exam | null} */
  let running = null;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  let ticking;
  /** The exam whose end was said. */
  let said = 0;

  function tick() {
    if (running === null) return;
    const { used, left, over: late } = clock(running, Date.now());
    const words =
      left === null
        ? say("exam_used", { time: hands(used) })
        : late > 0
          ? say("exam_over", { time: hands(late) })
          : say("exam_left", { time: hands(left) });
    if (time.textContent !== words) time.textContent = words;
    time.classList.toggle("late", late > 0);
    if (late > 0 && running.submitted === null && said !== running.started) {
      said = running.started;
      over();
    }
  }

  return {
    element: root,
    /**
     * @param {import("../types.js").Exam | null} exam
     * @param {readonly Row[]} rows in the order of the exam
     * @param {number} current
     */
    write(exam, rows, current) {
      running = exam;
      root.hidden = exam === null;
      clearInterval(ticking);
      if (exam === null) return;
      if (exam.submitted === null) ticking = setInterval(tick, 1000);
      tick();
      if (buttons.length !== rows.length) {
        buttons = rows.map((_, at) => {
          const button = quietButton();
          button.addEventListener("click", () => go(at));
          return button;
        });
        list.replaceChildren(...buttons.map((button) => element("li", {}, button)));
      }
      rows.forEach((row, at) => {
        const [key, sign] = stateOf(row);
        const step = say(key, { i: at + 1 });
        const label = row.flagged ? say("exam_step_flagged", { step }) : step;
        const here = exam.submitted === null && at === current;
        const button = buttons[at];
        if (here) button.setAttribute("aria-current", "step");
        else button.removeAttribute("aria-current");
        if (button.getAttribute("aria-label") === label) return;
        button.setAttribute("aria-label", label);
        button.className = `quiet step ${key}`;
        const signs = (row.flagged ? "⚑" : "") + sign;
        button.replaceChildren(element("span", {}, String(at + 1)), icon(signs));
      });
    },
    release: () => clearInterval(ticking),
  };
}
