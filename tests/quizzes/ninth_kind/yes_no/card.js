/** A question that yes or no answers: `["yes"]` or `["no"]`. */

import { say, speaking } from "../../frontend/strings.js";
import { element } from "../../frontend/web/dom.js";
import { nothing, texts } from "../grade.js";
import { cleared, keySentence, markOf, question, why } from "../question.js";
import catalog from "./words.json" with { type: "json" };

const words = speaking(catalog);
const ANSWERS = ["yes", "no"];
const key = ({ holds }) => (holds ? "yes" : "no");

export const yesNo = {
  kind: "yes-no",
  grade: (item, chosen) =>
    typeof item?.holds === "boolean" && texts(chosen).join() === key(item) ? { score: 1, correct: true } : nothing(),
  points: () => 1,
  key: (item) => keySentence([words(key(item))]),
  missed: () => say("verdict_wrong"),
  accepts: (_, chosen) => chosen.length === 0 || (chosen.length === 1 && ANSWERS.includes(chosen[0])),
  ready: (_, chosen) => chosen.length === 1 && ANSWERS.includes(chosen[0]),
  status: () => "",
  control,
};

function control(item, _, changed) {
  const rows = ANSWERS.map((id) => {
    const input = element("input", { type: "radio", name: item.id, value: id, autocomplete: "off" });
    return {
      id,
      input,
      row: element("label", { class: "option" }, input, element("span", { class: "text" }, words(id))),
    };
  });
  const around = question(item, { how: "", counts: words("counts_yes_no") }, ...rows.map(({ row }) => row));
  around.addEventListener("change", changed);
  const unmark = () => {
    for (const { input, row } of rows) {
      input.disabled = false;
      cleared(row);
    }
  };
  return {
    element: around,
    read: () => rows.filter(({ input }) => input.checked).map(({ id }) => id),
    write: (chosen) => rows.forEach(({ id, input }) => (input.checked = chosen.includes(id))),
    focus: () => rows[0].input.focus(),
    mark() {
      unmark();
      for (const { id, input, row } of rows) {
        input.disabled = true;
        if (id !== key(item)) continue;
        row.classList.add("right");
        row.append(markOf(say(input.checked ? "your_right" : "right_option"), "✓"), why(item.rationale));
      }
    },
    unmark,
  };
}
