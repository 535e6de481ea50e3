// @ts-check
/** A word or two, typed; `judge.js` says when it is right. */

import { say, speaking } from "../../frontend/strings.js";
import { element } from "../../frontend/web/dom.js";
import { nothing, texts } from "../grade.js";
import { explained, field, keySentence, question, unexplained } from "../question.js";
import { folded, judged } from "./judge.js";
import catalog from "./words.json" with { type: "json" };

const words = speaking(catalog);

/**
 * @typedef {import("../../frontend/types.js").Item & { accepted: string[], rationale: string,
 *   also: { id: string, answers: string[], rationale: string }[] }} ShortAnswerItem
 */

/** The longest answer that can be typed [characters]. */
const LONGEST = 200;

/**
 * All or nothing.
 * @param {import("../../frontend/types.js").Unsure<ShortAnswerItem>} item
 * @param {unknown} chosen
 * @returns {import("../../frontend/types.js").Grade}
 */
const gradeShortAnswer = (item, chosen) =>
  judged(item, texts(chosen)[0]).right ? { score: 1, correct: true } : nothing();

/** @param {ShortAnswerItem} _ @param {readonly string[]} chosen */
const accepts = (_, chosen) => chosen.length <= 1 && chosen.every((text) => text.length <= LONGEST);

/** @type {import("../../frontend/types.js").Kind<ShortAnswerItem>} */
export const shortAnswer = {
  kind: "short-answer",
  grade: gradeShortAnswer,
  points: () => 1,
  key: ({ accepted }) => keySentence([accepted[0]]),
  missed: () => say("verdict_missed"),
  accepts,
  ready: (item, chosen) => chosen.length === 1 && accepts(item, chosen) && folded(chosen[0]) !== "",
  status: (_, [typed = ""]) => (typed !== "" && folded(typed) === "" ? words("too_short") : ""),
  control,
};

/**
 * @param {ShortAnswerItem} item
 * @param {number} _ no order to shuffle
 * @param {() => void} changed
 * @returns {import("../../frontend/types.js").Control}
 */
function control(item, _, changed) {
  const input = field({ dir: "auto", maxlength: String(LONGEST) });
  const row = element("label", { class: "field wide" }, element("span", {}, words("your_text")), input);
  const around = question(
    item,
    { how: words("how_short_answer"), counts: words("counts_short_answer") },
    element("div", { class: "fields" }, row),
  );
  around.addEventListener("input", changed);

  function unmark() {
    input.disabled = false;
    unexplained(around);
  }

  return {
    element: around,
    read: () => (input.value.trim() === "" ? [] : [input.value]),
    write([typed = ""]) {
      // Writing the same again would move the caret; a first space is no answer yet, and stays.
      if (input.value !== typed && (typed !== "" || input.value.trim() !== "")) input.value = typed;
    },
    focus: () => input.focus(),
    mark() {
      unmark();
      input.disabled = true;
      around.append(...explained(rows(item, input.value)));
    },
    unmark,
  };
}

/**
 * The key, every wrong answer that deserves a word, and what was typed where it is none of them.
 * @param {ShortAnswerItem} item
 * @param {string} typed
 * @returns {import("../question.js").Reason[]}
 */
function rows(item, typed) {
  const { accepted, rationale, also } = item;
  const { right, wrong } = judged(item, typed);
  /** @type {import("../question.js").Reason[]} */
  const list = [{ text: accepted[0], name: "right", word: say(right ? "your_right" : "right_option"), why: rationale }];
  if (!right && wrong === null && typed.trim() !== "")
    list.push({ text: typed.trim(), name: "wrong", word: say("your_wrong"), why: null });
  for (const { id, answers, rationale: why } of also) {
    if (id === wrong) list.push({ text: typed.trim(), name: "wrong", word: say("your_wrong"), why });
    else list.push({ text: answers[0], name: "neutral", word: "", why });
  }
  return list;
}
