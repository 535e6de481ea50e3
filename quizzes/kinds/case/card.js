// @ts-check
/** A branching case: one step at a time, each choice made for good, and a debrief at the end. */

import { say, speaking } from "../../frontend/strings.js";
import { button, element } from "../../frontend/web/dom.js";
import { signed } from "../../frontend/web/numbers.js";
import { shuffled } from "../../frontend/web/shuffle.js";
import { inSentence, question, reasons } from "../question.js";
import { bestPath, gradeCase, namedPart, reaches, walk, worthOf } from "./graph.js";
import catalogue from "./words.json" with { type: "json" };

const words = speaking(catalogue);

/** @typedef {import("./graph.js").CaseItem} CaseItem */
/** @typedef {import("./graph.js").Move} Move */
/** @typedef {import("./graph.js").Step} Step */
/** @typedef {import("./graph.js").Taken} Taken */

/** @param {CaseItem} item */
const best = (item) =>
  words("case_path", {
    text: bestPath(item)
      .map(({ text }) => inSentence(text))
      .join("; "),
  });

/** @type {import("../../frontend/types.js").Kind<CaseItem>} */
export const branchingCase = {
  kind: "case",
  grade: gradeCase,
  points: (item) => reaches(item).get(item.start)?.best ?? 1,
  key: best,
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
    return [text, list, element("div", { class: "act go" }, go)];
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
      now.querySelectorAll("input, button").forEach((node) => node.setAttribute("disabled", ""));
      const { taken, here } = walk(item, chosen);
      const found = reaches(item);
      taken.forEach(({ step, choice }, at) => path.children[at].append(reasons(worths(step, choice, found))));
      around.append(debrief(item, taken, here));
    },
    unmark,
  };

  function unmark() {
    around.querySelectorAll(".reasons, .debrief").forEach((node) => node.remove());
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

/**
 * What each choice of a step was worth, and why. Best is what leads to the most in the end.
 * @param {Step} step
 * @param {Move} taken
 * @param {ReturnType<typeof reaches>} found
 * @returns {Parameters<typeof reasons>[0]}
 */
function worths(step, taken, found) {
  const most = found.get(step.id)?.best;
  return step.choices.map((choice) => {
    const right = choice.worth + (found.get(choice.next)?.best ?? 0) === most;
    const worth = words("case_worth", { worth: signed(choice.worth) });
    const yours = choice === taken || choice.id === taken.id;
    const key = right ? (yours ? "case_your_best" : "case_best") : "case_yours";
    return {
      text: choice.text,
      name: right ? "right" : yours ? "wrong" : "neutral",
      word: right || yours ? words(key, { worth }) : worth,
      why: choice.rationale,
    };
  });
}

/** @param {CaseItem} item @param {readonly Taken[]} taken @param {Step | undefined} here */
function debrief(item, taken, here) {
  const [total, most] = [worthOf(taken), reaches(item).get(item.start)?.best ?? 0].map(signed);
  return element(
    "div",
    { class: "debrief" },
    element("p", { class: "step-name" }, words("case_debrief")),
    here?.end === true ? element("p", {}, words("case_total", { total, best: most })) : null,
    element("p", { dir: "auto" }, best(item)),
    element("p", { dir: "auto" }, item.debrief),
  );
}
