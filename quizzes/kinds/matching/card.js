// @ts-check
/** Prompts and a menu of answers, `"<prompt id>=<answer id>"` each. */

import { say, speaking } from "../../frontend/strings.js";
import { element } from "../../frontend/web/dom.js";
import { shuffled } from "../../frontend/web/shuffle.js";
import { nothing, records, share, texts } from "../grade.js";
import { cleared, inSentence, keySentence, markOf, menu, offered, question, why } from "../question.js";
import catalog from "./words.json" with { type: "json" };

const words = speaking(catalog);

/**
 * @typedef {import("../../frontend/types.js").Item & { shuffle: boolean, answers: { id: string, text: string }[],
 *   prompts: { id: string, text: string, answer: string, rationale: string }[] }} MatchingItem
 */

/**
 * Right matches out of all prompts. What is no match of the question takes from full marks.
 * @param {import("../../frontend/types.js").Unsure<MatchingItem>} item
 * @param {unknown} chosen
 * @returns {import("../../frontend/types.js").Grade}
 */
function gradeMatching(item, chosen) {
  const given = new Set(texts(chosen));
  const wanted = records(item?.prompts)
    .filter(({ id, answer }) => typeof id === "string" && typeof answer === "string")
    .map(({ id, answer }) => `${id}=${answer}`);
  const right = new Set(wanted.filter((match) => given.has(match))).size;
  return wanted.length > 0 ? share(right, Math.max(wanted.length, given.size)) : nothing();
}

/** @param {MatchingItem} item */
const credit = ({ prompts }) => ({
  how: words("how_matching"),
  counts: words("counts_matching", { total: prompts.length }),
});

/** @param {MatchingItem} item @param {string} answer */
const textOf = ({ answers }, answer) => answers.find(({ id }) => id === answer)?.text ?? "";

/** @param {MatchingItem} item @param {readonly string[]} chosen */
function accepts({ prompts, answers }, chosen) {
  const pairs = chosen.map((match) => match.split("="));
  const matched = new Set(pairs.map(([prompt]) => prompt));
  return (
    matched.size === chosen.length &&
    pairs.every(
      ([prompt, answer, more]) =>
        more === undefined && prompts.some(({ id }) => id === prompt) && answers.some(({ id }) => id === answer),
    )
  );
}

/** @type {import("../../frontend/types.js").Kind<MatchingItem>} */
export const matching = {
  kind: "matching",
  grade: gradeMatching,
  points: ({ prompts }) => prompts.length,
  key: (item) =>
    keySentence(
      item.prompts.map(({ text, answer }) => words("pair", { prompt: inSentence(text), answer: textOf(item, answer) })),
    ),
  missed: () => say("verdict_missed"),
  accepts,
  ready: (item, chosen) => chosen.length === item.prompts.length && accepts(item, chosen),
  status: ({ prompts }, { length: count }) => words("matched", { count, total: prompts.length }),
  control,
};

/**
 * @param {MatchingItem} item
 * @param {number} seed
 * @param {() => void} changed
 * @returns {import("../../frontend/types.js").Control}
 */
function control(item, seed, changed) {
  const lines = item.shuffle ? shuffled(item.answers, seed, item.id) : item.answers;
  const rows = item.prompts.map((prompt) => {
    const select = menu(lines);
    const text = element("span", { class: "text", dir: "auto" }, prompt.text);
    return { prompt, select, row: element("label", { class: "match" }, text, select) };
  });
  const list = offered(words("answers", { answers: lines.map(({ text }) => text).join("; ") }));
  const around = question(item, credit(item), ...rows.map(({ row }) => row), list);
  around.addEventListener("input", changed);

  function unmark() {
    for (const { select, row } of rows) {
      select.disabled = false;
      cleared(row);
    }
  }

  return {
    element: around,
    read: () =>
      rows.filter(({ select }) => select.value !== "").map(({ prompt, select }) => `${prompt.id}=${select.value}`),
    write(chosen) {
      const given = new Map(chosen.map((match) => /** @type {[string, string]} */ (match.split("="))));
      for (const { prompt, select } of rows) {
        const wanted = given.get(prompt.id) ?? "";
        if (select.value !== wanted) select.value = wanted;
      }
    },
    focus: () => rows[0].select.focus(),
    mark() {
      unmark();
      for (const { prompt, select, row } of rows) {
        select.disabled = true;
        const right = select.value === prompt.answer;
        row.classList.add(right ? "right" : "wrong");
        const wanted = textOf(item, prompt.answer);
        const yours = textOf(item, select.value);
        if (right) row.append(markOf(words("your_right_match"), "✓"));
        else {
          if (yours) row.append(markOf(words("your_match", { text: yours }), "✗"));
          row.append(markOf(words("right_match", { text: wanted }), "✓", "key"));
        }
        row.append(why(prompt.rationale));
      }
    },
    unmark,
  };
}
