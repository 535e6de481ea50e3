// @ts-check
/** A branching case: one step at a time, each choice made for good, and a debrief at the end. */

import { say } from "../../frontend/strings.js";
import { button, element } from "../../frontend/web/dom.js";
import { signed } from "../../frontend/web/numbers.js";
import { shuffled } from "../../frontend/web/shuffle.js";
import { question } from "../question.js";
import { debrief } from "./debrief.js";
import { gradeCase, namedPart, reaches, walk } from "./graph.js";
import { words } from "./words.js";

/** @typedef {import("./graph.js").CaseItem} CaseItem */
/** @typedef {import("./graph.js").Move} Move */
/** @typedef {import("./graph.js").Step} Step */
/** @typedef {import("./graph.js").Taken} Taken */

/** What the best path is worth. @param {CaseItem} item */
const best = (item) => reaches(item).get(item.start)?.best ?? 0;

/** @type {import("../../frontend/types.js").Kind<CaseItem>} */
export const branchingCase = {
  kind: "case",
  grade: gradeCase,
  alone: true,
  finish: () => words("case_finish"),
  points: (item) => best(item) || 1,
  key: (item) => words("case_most", { best: signed(best(item)) }),
  missed: () => say("verdict_missed"),
  accepts: (item, chosen) => walk(item, chosen).ok,
  ready(item, chosen) {
    const { here, ok } = walk(item, chosen);
    return ok && here?.end === true;
  },
  status(item, chosen) {
    if (walk(item, chosen).here?.end === true) return words("case_over");
    return chosen.length === 1 ? words("case_steps_one") : words("case_steps", { count: chosen.length });
  },
  control,
};

/**
 * @param {CaseItem} item
 * @param {number} seed
 * @param {() => void} changed
 * @returns {import("../../frontend/types.js").Control}
 */
function control(item, seed, changed) {
  const path = element("ol", { class: "path" });
  const now = element("div", { class: "scene" });
  const around = question(item, { how: words("how_case"), counts: words("counts_case") }, path, now);
  /** @type {string[]} */
  let chosen = [];
  draw();

  /** Show the choices made, and the step they lead to. */
  function draw() {
    const { taken, here } = walk(item, chosen);
    path.replaceChildren(...taken.map(takenRow));
    now.replaceChildren(...(here ? stepNow(here) : []));
  }

  /** Where one is; how many steps there are in all depends on the choices, hence about how many. @param {Step} step */
  function where({ id }) {
    const left = reaches(item).get(id)?.steps ?? 1;
    return words("case_at", { step: chosen.length + 1, steps: chosen.length + left });
  }

  /** @param {Step} step */
  function stepNow(step) {
    const text = element("p", { class: "stem", dir: "auto" }, step.text);
    if (step.end === true) return [text, element("p", { class: "step-end" }, words("case_end"))];
    const name = `${item.id}--${step.id}`;
    const moves = item.shuffle ? shuffled(step.choices, seed, name) : step.choices;
    const rows = moves.map((choice) => {
      const input = element("input", { type: "radio", name });
      const row = element(
        "label",
        { class: "option" },
        input,
        element("span", { class: "text", dir: "auto" }, choice.text),
      );
      return { choice, input, row };
    });
    const go = button(words("case_choose"));
    go.disabled = true;
    const asked = element("legend", { class: "lead", dir: "auto" }, step.lead_in ?? "");
    const list = element("fieldset", {}, asked, ...rows.map(({ row }) => row));
    list.addEventListener("change", () => (go.disabled = false));
    go.addEventListener("click", () => {
      const picked = rows.find(({ input }) => input.checked);
      if (picked) take(step, picked.choice);
    });
    return [element("p", { class: "step-name" }, where(step)), text, list, element("div", { class: "act go" }, go)];
  }

  /** @param {Step} step @param {Move} choice */
  function take(step, choice) {
    chosen = [...chosen, /** @type {string} */ (namedPart(step.id, choice.id))];
    draw();
    changed();
    // Read on from what came of it.
    const consequence = path.lastElementChild?.querySelector(".consequence");
    if (consequence instanceof HTMLElement) consequence.focus();
  }

  return {
    element: around,
    read: () => [...chosen],
    write(kept) {
      if (kept.join() === chosen.join()) return;
      chosen = [...kept];
      draw();
    },
    focus: () => (now.querySelector("input") ?? path.querySelector("p"))?.focus(),
    mark() {
      unmark();
      const { taken, here } = walk(item, chosen);
      now.querySelectorAll("input, button").forEach((node) => node.setAttribute("disabled", ""));
      path.replaceWith(debrief(item, taken, here?.end === true));
    },
    unmark,
  };

  function unmark() {
    around.querySelector(".debrief")?.replaceWith(path);
    now.querySelectorAll("input").forEach((input) => (input.disabled = false));
    now.querySelectorAll("button").forEach((button) => (button.disabled = !now.querySelector(":checked")));
  }
}

/** A step that was taken: the scene, the choice, and what came of it. @param {Taken} taken @param {number} at */
const takenRow = ({ step, choice }, at) =>
  element(
    "li",
    { class: "taken" },
    element("p", { class: "stem", dir: "auto" }, step.text),
    element("p", { class: "step-name" }, words("case_choice", { step: at + 1 })),
    element("p", { class: "choice", dir: "auto" }, choice.text),
    element("p", { class: "consequence", dir: "auto", tabindex: "-1" }, choice.consequence),
  );
