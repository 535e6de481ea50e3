// @ts-check
/** What stands above the questions: how to take them, and which of them are shown. */

import { say } from "../strings.js";
import { element, quietButton } from "../web/dom.js";
import { BLOCK } from "./block.js";
import { LONGEST, minutesOf, USUAL } from "./exam.js";

/** How many questions, in words. @param {number} total */
export const questions = (total) => (total === 1 ? say("questions_one") : say("questions", { total }));

/**
 * @param {object} hooks
 * @param {number} hooks.total how many questions there are
 * @param {boolean} hooks.whole whether there are no blocks of them
 * @param {boolean} hooks.alone whether each of them is taken by itself: there is no exam, and no certainty
 * @param {() => void} hooks.block take those that come next
 * @param {(stacked: boolean) => void} hooks.all take all, one after the other or one under the other
 * @param {(on: boolean) => void} hooks.certainty
 * @param {(minutes: number) => void} hooks.start
 * @param {HTMLElement} [hooks.first] what may be done before an exam erases answers
 */
export function quizHead({ total: many, whole, alone, block, all, certainty, start, first }) {
  const ways = /** @type {const} */ ([
    ["block", quietButton(say("take_block", { count: BLOCK })), block],
    ["all", quietButton(say("take_all", { total: many })), () => all(false)],
    ["stacked", quietButton(say("take_stacked")), () => all(true)],
  ]);
  for (const [, button, take] of ways) button.addEventListener("click", take);
  const setting = element("input", { type: "checkbox" });
  const limit = element("input", { type: "text", inputmode: "numeric", autocomplete: "off", size: "4" });
  const fault = element("span", { class: "fault", role: "alert" });
  const what = element("p");
  const limitWords = element("span");
  const erases = element("p");
  const erasing = element("div", {}, erases, first ?? null);
  const form = element(
    "form",
    {},
    what,
    erasing,
    element("label", { class: "limit" }, limitWords, limit),
    fault,
    element("button", { type: "submit" }, say("exam_start")),
  );
  const offer = element("details", { class: "offer" }, element("summary", {}, say("exam_offer")), form);
  const only = element("p", { class: "only" });
  const end = quietButton(say("only_end"));
  const bar = element("div", { class: "only-bar" }, only, end);
  const choice = element(
    "div",
    { class: "take", role: "group", "aria-label": say("take") },
    ...ways.map(([, button]) => button),
  );
  const settings = element(
    "div",
    { class: "ways-to-take" },
    element("label", { class: "setting" }, setting, element("span", {}, say("certainty_setting"))),
    offer,
  );

  setting.addEventListener("change", () => certainty(setting.checked));
  end.addEventListener("click", () => all(stacked));
  let stacked = false;
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
    elements: [choice, settings, bar, element("p", { class: "keys" }, say("keys"))],
    /**
     * @param {object} state
     * @param {boolean} state.certainty
     * @param {import("./view.js").View} state.view
     * @param {number} state.total how many questions an exam would ask
     * @param {number} state.given how many of them have an answer
     */
    write({ certainty: on, view: { mode, part, single }, total, given }) {
      const words = mode === "tutor" ? (part?.words ?? "") : "";
      const now = part !== null ? "block" : single ? "all" : "stacked";
      stacked = !single;
      choice.hidden = mode !== "tutor" || many === 1 || words !== "";
      settings.hidden = mode !== "tutor" || alone;
      for (const [name, button] of ways) button.setAttribute("aria-pressed", String(name === now));
      ways[0][1].hidden = whole || many <= BLOCK;
      setting.checked = on;
      what.textContent = say("exam_what", { questions: questions(total) });
      limitWords.textContent = say("exam_limit", { minutes: Math.ceil(total * USUAL) });
      erasing.hidden = given === 0;
      erases.textContent = given > 0 ? say("exam_erases", { count: given }) : "";
      bar.hidden = words === "";
      if (only.textContent !== words) only.textContent = words;
    },
  };
}
