// @ts-check
/** Where one is: the questions that are asked as a row of numbers, and in an exam its clock and its end. */

import { say } from "../strings.js";
import { confirmed } from "../web/confirm.js";
import { element, icon, quietButton } from "../web/dom.js";
import { clock, hands } from "./exam.js";

/** @typedef {import("./results.js").Row} Row */

/** A step's state, as a word of the catalog and a sign. @param {Row} row @returns {[import("../strings.js").Key, string]} */
function stateOf(row) {
  if (!row.settled) return row.answered ? ["exam_step_answered", "•"] : ["exam_step", ""];
  if (!row.answered) return ["exam_step_open", "–"];
  if (row.correct) return ["exam_step_right", "✓"];
  return row.score > 0 ? ["exam_step_partly", "½"] : ["exam_step_wrong", "✗"];
}

/**
 * @param {object} hooks
 * @param {(at: number) => void} hooks.go to the question at that place
 * @param {() => void} hooks.over called once, when the time is over
 * @param {() => string} hooks.question what is asked before an exam is submitted
 * @param {() => void} hooks.submit
 * @param {() => void} hooks.close leave the review of an exam
 */
export function questionStrip({ go, over, question, submit, close }) {
  const list = element("ol", {});
  const here = element("p", { class: "here" });
  const time = element("p", { class: "clock", role: "timer" });
  const submitting = confirmed({ ask: say("exam_submit"), question, yes: say("exam_yes"), no: say("exam_no") }, submit);
  const closing = quietButton(say("exam_close"));
  closing.addEventListener("click", close);
  const line = element("div", { class: "line" }, here, time, submitting.element, closing);
  const root = element("nav", { class: "strip", "aria-label": say("strip_name") }, line, list);
  /** @type {HTMLButtonElement[]} */
  let buttons = [];
  /** @type {import("../types.js").Exam | null} */
  let running = null;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  let ticking;
  /** The step that was last brought into sight. @type {HTMLElement | null} */
  let inSight = null;
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
    /** Ask whether to submit. */
    ask: submitting.ask,
    /**
     * @param {import("./view.js").View} view
     * @param {readonly Row[]} rows in its order
     */
    write({ exam, mode, single, current }, rows) {
      running = exam;
      root.hidden = exam === null && (!single || rows.length < 2);
      clearInterval(ticking);
      // Once it is over, the results say how long it took.
      time.hidden = mode !== "exam";
      closing.hidden = mode !== "review";
      here.textContent = single ? say("question", { i: current + 1, n: rows.length }) : "";
      submitting.element.hidden = mode !== "exam";
      submitting.offer(mode === "exam");
      if (mode === "exam") {
        ticking = setInterval(tick, 1000);
        tick();
      }
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
        const now = single && at === current;
        const button = buttons[at];
        if (now) button.setAttribute("aria-current", "step");
        else button.removeAttribute("aria-current");
        if (button.getAttribute("aria-label") === label) return;
        button.setAttribute("aria-label", label);
        button.className = `quiet step ${key}`;
        const signs = (row.flagged ? "⚑" : "") + sign;
        button.replaceChildren(element("span", {}, String(at + 1)), icon(signs));
      });
      // Where not all fit, the one that is shown is in sight.
      const shown = single ? (buttons[current]?.parentElement ?? null) : null;
      if (shown && shown !== inSight) list.scrollLeft = shown.offsetLeft - (list.clientWidth - shown.offsetWidth) / 2;
      inSight = shown;
    },
    release: () => clearInterval(ticking),
  };
}
