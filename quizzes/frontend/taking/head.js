// @ts-check
/** What stands above the questions: how to take them, and which of them are shown. */

import { say } from "../strings.js";
import { element, quietButton } from "../web/dom.js";
import { LONGEST, minutesOf } from "./exam.js";

/** How many questions, in words. @param {number} total */
export const questions = (total) => (total === 1 ? say("questions_one") : say("questions", { total }));

/**
 * @param {object} hooks
 * @param {(on: boolean) => void} hooks.certainty
 * @param {(minutes: number) => void} hooks.start
 * @param {() => void} hooks.showAll
 */
export function quizHead({ certainty, start, showAll }) {
  const setting = element("input", { type: "checkbox" });
  const limit = element("input", { type: "text", inputmode: "numeric", autocomplete: "off", size: "4" });
  const fault = element("span", { class: "fault", role: "alert" });
  const what = element("p");
  const erases = element("p");
  const form = element(
    "form",
    {},
    what,
    erases,
    element("label", { class: "limit" }, element("span", {}, say("exam_limit")), limit),
    fault,
    element("button", { type: "submit" }, say("exam_start")),
  );
  const offer = element("details", { class: "offer" }, element("summary", {}, say("exam_offer")), form);
  const only = element("p", { class: "only" });
  const all = quietButton(say("only_end"));
  const bar = element("div", { class: "only-bar" }, only, all);
  const ways = element(
    "div",
    { class: "ways-to-take" },
    element("label", { class: "setting" }, setting, element("span", {}, say("certainty_setting"))),
    offer,
  );

  setting.addEventListener("change", () => certainty(setting.checked));
  all.addEventListener("click", showAll);
  form.noValidate = true;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const minutes = minutesOf(limit.value);
    fault.textContent = minutes === null ? say("exam_limit_fault", { longest: LONGEST }) : "";
    limit.setAttribute("aria-invalid", String(minutes === null));
    if (minutes === null) return limit.focus();
    offer.open = false;
    start(minutes);
  });

  return {
    elements: [ways, bar],
    /**
     * @param {object} state
     * @param {boolean} state.certainty
     * @param {boolean} state.free whether questions are checked one by one, so that an exam can start
     * @param {number} state.total how many questions are shown
     * @param {number} state.given how many of them have an answer
     * @param {string} state.only which part of the questions is shown, empty for all
     */
    write({ certainty: on, free, total, given, only: words }) {
      ways.hidden = !free;
      setting.checked = on;
      what.textContent = say("exam_what", { questions: questions(total) });
      erases.textContent = given > 0 ? say("exam_erases", { count: given }) : "";
      bar.hidden = words === "";
      if (only.textContent !== words) only.textContent = words;
    },
  };
}
