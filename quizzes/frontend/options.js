// @ts-check
/** Options as whole rows with native inputs: what single best answer and multiple response share. */

import { element, icon } from "./dom.js";
import { shuffled } from "./shuffle.js";
import { say } from "./strings.js";

/** @typedef {import("./types.js").Item} Item */
/** @typedef {import("./types.js").Option} Option */

/**
 * Whether all of them are options of the question, each named once.
 * @param {Item} item
 * @param {readonly string[]} chosen
 */
export function arePicks(item, chosen) {
  const known = new Set(item.options.map((option) => option.id));
  return new Set(chosen).size === chosen.length && chosen.every((id) => known.has(id));
}

/**
 * @param {Item} item
 * @param {number} seed
 * @param {() => void} changed called after every pick
 * @param {{ type: "radio" | "checkbox", hint?: string }} form
 * @returns {import("./types.js").Control}
 */
export function optionList(item, seed, changed, { type, hint }) {
  const order = item.shuffle ? shuffled(item.options, seed, item.id) : item.options;
  const rows = order.map((option) => {
    const input = element("input", { type, name: item.id, autocomplete: "off" });
    const text = element("span", { class: "text", dir: "auto" }, option.text);
    return { option, input, row: element("label", { class: "option" }, input, text) };
  });
  const legend = element("legend", { class: "lead", dir: "auto" }, item.lead_in);
  const stated = hint === undefined ? null : element("p", { class: "hint" }, hint);
  const list = element("fieldset", {}, legend, stated, ...rows.map(({ row }) => row));
  if (stated) {
    stated.id = `${item.id}-hint-${(hints += 1)}`;
    list.setAttribute("aria-describedby", stated.id);
  }
  list.addEventListener("change", changed);

  function unmark() {
    for (const { input, row } of rows) {
      input.disabled = false;
      row.classList.remove("right", "wrong");
      row.querySelectorAll(".mark, .why").forEach((node) => node.remove());
    }
  }

  return {
    element: list,
    read: () => {
      const picked = new Set(rows.filter(({ input }) => input.checked).map(({ option }) => option.id));
      return item.options.map((option) => option.id).filter((id) => picked.has(id));
    },
    write: (chosen) => rows.forEach(({ option, input }) => (input.checked = chosen.includes(option.id))),
    focus: () => (rows.find(({ input }) => input.checked) ?? rows[0]).input.focus(),
    mark: () => {
      unmark();
      for (const { option, input, row } of rows) {
        input.disabled = true;
        const mark = markOf(option, input.checked);
        if (mark) {
          row.classList.add(mark.name);
          row.append(element("span", { class: "mark" }, icon(mark.sign), ` ${mark.word}`));
        }
        row.append(element("span", { class: "why", dir: "auto" }, option.rationale));
      }
    },
    unmark,
  };
}

/** Makes ids of hints unique where a quiz is shown twice in one document. */
let hints = 0;

/**
 * An option that is wrong and was not picked stays as it is.
 * @param {Option} option
 * @param {boolean} picked
 */
function markOf(option, picked) {
  if (option.correct) return { name: "right", sign: "✓", word: say(picked ? "your_right" : "right_option") };
  return picked ? { name: "wrong", sign: "✗", word: say("your_wrong") } : null;
}
