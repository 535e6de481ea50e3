// @ts-check
/** What a room picks among: by letter, marked by a key, by a tap on the row, or by the letter, which is a button. */

import { say } from "../strings.js";
import { button, element } from "../web/dom.js";

/**
 * @template {{ text: string }} T
 * @typedef {{ option: T, letter: string, row: HTMLElement, tell: HTMLElement, pick: HTMLButtonElement }} Lettered
 */

/**
 * @template {{ text: string }} T
 * @param {readonly T[]} options in the order in which they are shown
 * @param {{ several: boolean, picked: (said: string) => void }} hooks `several`: whether more than one may be picked;
 *   `picked` hears what a tap has picked
 */
export function lettered(options, { several, picked }) {
  /** @type {Lettered<T>[]} */
  const rows = options.map((option, at) => {
    const letter = String.fromCharCode(65 + at);
    const tell = element("div", {}, element("span", { class: "text", dir: "auto" }, option.text));
    const pick = button(letter);
    pick.className = "letter";
    pick.setAttribute("aria-pressed", "false");
    const row = element("li", {}, pick, tell);
    row.addEventListener("click", () => picked(choose(at)));
    return { option, letter, row, tell, pick };
  });
  let open = true;
  const isPicked = (/** @type {Lettered<T>} */ { row }) => row.classList.contains("picked");

  /** Pick one, or take it back; what to say of it. @param {number} at counted from 0 */
  function choose(at) {
    const row = rows[at];
    if (!open || row === undefined) return "";
    const on = !isPicked(row);
    for (const one of several ? [row] : rows) {
      const here = one === row && on;
      one.row.classList.toggle("picked", here);
      one.pick.setAttribute("aria-pressed", String(here));
    }
    return say(on ? "present_picked" : "present_unpicked", { letter: row.letter, text: row.option.text });
  }

  return {
    list: element("ol", { class: "letters" }, ...rows.map(({ row }) => row)),
    rows,
    choose,
    picked: () => rows.filter(isPicked),
    /** From now on nothing is picked. */
    close() {
      open = false;
      for (const { pick } of rows) pick.disabled = true;
    },
  };
}

/** @param {Lettered<{ text: string }>} row @param {string} why */
export const explain = ({ tell }, why) => tell.append(element("span", { class: "why", dir: "auto" }, why));

/** @param {Lettered<{ text: string }>} row @param {string} word */
export function markRight({ row, tell }, word) {
  row.classList.add("right");
  tell.append(element("span", { class: "mark" }, `✓ ${word}`));
}
