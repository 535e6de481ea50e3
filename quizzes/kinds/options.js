// @ts-check
/** Options as whole rows with native inputs: what the kinds that pick among them share. */

import { say } from "../frontend/strings.js";
import { element } from "../frontend/web/dom.js";
import { shuffled } from "../frontend/web/shuffle.js";
import { cleared, inSentence, keySentence, markOf, others, question, unexplained, why } from "./question.js";

/**
 * @typedef {{ id: string, text: string, correct: boolean, harmful?: boolean, rationale: string }} Option
 * @typedef {import("../frontend/types.js").Item & { pick: number, shuffle: boolean, options: Option[] }} ChoiceItem
 */

/**
 * Whether all of them are options of the question, each named once.
 * @param {ChoiceItem} item
 * @param {readonly string[]} chosen
 */
export function arePicks(item, chosen) {
  const known = new Set(item.options.map((option) => option.id));
  return new Set(chosen).size === chosen.length && chosen.every((id) => known.has(id));
}

/** The key as a sentence. @param {ChoiceItem} item */
export const optionKey = (item) =>
  keySentence(item.options.filter((option) => option.correct).map((option) => option.text));

/**
 * @param {ChoiceItem} item
 * @param {number} seed
 * @param {() => void} changed called after every pick
 * @param {"radio" | "checkbox"} type
 * @param {import("../frontend/types.js").Credit} credit
 * @returns {import("../frontend/types.js").Control}
 */
export function optionList(item, seed, changed, type, credit) {
  const order = item.shuffle ? shuffled(item.options, seed, item.id) : item.options;
  const rows = order.map((option) => {
    const input = element("input", { type, name: item.id });
    const text = element("span", { class: "text", dir: "auto" }, option.text);
    const row = element("label", { class: "option" }, input, text);
    const strike = strikeOf(option, () => struck(row, strike, strike.getAttribute("aria-pressed") !== "true"));
    return { option, input, row, strike };
  });
  const list = question(
    item,
    credit,
    ...rows.map(({ row, strike }) => element("div", { class: "ruled" }, row, strike)),
  );
  list.addEventListener("change", () => {
    // What is picked is not ruled out.
    rows.filter(({ input }) => input.checked).forEach(({ row, strike }) => struck(row, strike, false));
    changed();
  });

  function unmark() {
    for (const { input, row, strike } of rows) {
      input.disabled = false;
      strike.hidden = false;
      cleared(row);
    }
    unexplained(list);
  }

  return {
    element: list,
    read: () => {
      const picked = new Set(rows.filter(({ input }) => input.checked).map(({ option }) => option.id));
      return item.options.map((option) => option.id).filter((id) => picked.has(id));
    },
    write: (chosen) => rows.forEach(({ option, input }) => (input.checked = chosen.includes(option.id))),
    choose(at) {
      rows[at]?.input.click();
      rows[at]?.input.focus();
    },
    focus: () => (rows.find(({ input }) => input.checked) ?? rows[0]).input.focus(),
    mark: () => {
      unmark();
      for (const { option, input, row, strike } of rows) {
        input.disabled = true;
        strike.hidden = true;
        struck(row, strike, false);
        const mark = marked(option, input.checked);
        if (mark.name) row.classList.add(mark.name);
        if (mark.word) row.append(markOf(mark.word, option.correct ? "✓" : "✗"));
        if (mark.name) row.append(why(option.rationale));
      }
      const left = rows.filter(({ option, input }) => !option.correct && !input.checked);
      const aside = others(
        left.map(({ option: { text, rationale } }) => ({ text, name: "neutral", word: "", why: rationale })),
      );
      if (aside) list.append(aside);
    },
    unmark,
  };
}

/** The button that rules an option out, for as long as the page is open. @param {Option} option @param {() => void} act */
function strikeOf({ text }, act) {
  const words = { class: "strike", "aria-pressed": "false", "aria-label": say("strike", { text: inSentence(text) }) };
  const made = element("button", { type: "button", ...words });
  made.addEventListener("click", act);
  return made;
}

/** @param {HTMLElement} row @param {HTMLElement} button @param {boolean} on */
function struck(row, button, on) {
  row.classList.toggle("struck", on);
  button.setAttribute("aria-pressed", String(on));
}

/**
 * An option that is wrong and was not picked stays as it is, but harm is named.
 * @param {Option} option
 * @param {boolean} picked
 */
function marked(option, picked) {
  if (option.correct) return { name: "right", word: say(picked ? "your_right" : "right_option") };
  if (option.harmful) return { name: picked ? "wrong" : "", word: say(picked ? "your_harmful" : "harmful") };
  return picked ? { name: "wrong", word: say("your_wrong") } : { name: "", word: "" };
}
