// @ts-check
/** A case for a room: one scene at a time; the room votes, then sees what follows, the reasons, and the next scene. */

import { say } from "../strings.js";
import { element } from "../web/dom.js";
import { shuffled } from "../web/shuffle.js";
import { lettered } from "./letters.js";
import { opening, point, SEED } from "./question.js";

/**
 * @typedef {{ id: string, text: string, consequence: string, next: string }} Choice
 * @typedef {{ id: string, text: string, lead_in: string | null, choices: Choice[], end: boolean }} Step
 * @typedef {import("./question.js").Asked & { shuffle: boolean, start: string, steps: Step[], debrief: string }} Case
 */

/**
 * @param {Case} item
 * @param {HTMLElement} plain the card as it is without scripts: it says what each choice is worth, and why
 * @param {{ at: number, total: number } | null} place
 * @returns {import("./present.js").Presented}
 */
export function presentedCase(item, plain, place) {
  const { name, stem } = opening(item, place);
  const lead = element("h2", { class: "lead", dir: "auto" }, item.lead_in);
  const scene = element("div", { class: "scene" });
  const body = element("div", {}, stem, lead, scene);
  const lists = plain.querySelectorAll(".body > .answer > .reasons");
  const asking = item.steps.filter(({ choices }) => choices.length > 0);
  /** @type {import("./present.js").Presented} */
  const shown = { name, body, reveals: [] };
  let number = 0;

  /** @param {string} id */
  function go(id) {
    const step = item.steps.find((one) => one.id === id);
    if (step === undefined) return "";
    number += 1;
    const text = element("p", { class: "stem", dir: "auto", tabindex: "-1" }, step.text);
    if (step.end) {
      delete shown.choose;
      scene.replaceChildren(text, element("p", { class: "step-name" }, say("present_end")));
      shown.reveals.push({ label: say("present_debrief"), show: debrief });
    } else {
      if (number > 1) body.replaceChildren(scene);
      scene.replaceChildren(element("p", { class: "step-name" }, say("present_step", { step: number })), text);
      ask(step);
    }
    return step.text;
  }

  /** @param {Step} step */
  function ask(step) {
    const order = item.shuffle ? shuffled(step.choices, SEED, `${item.id}--${step.id}`) : step.choices;
    const letters = lettered(order, { several: false, picked: (said) => shown.redraw?.(voted(said)) });
    scene.append(element("h2", { class: "lead", dir: "auto" }, step.lead_in ?? ""), letters.list);
    const waiting = shown.reveals.length;
    shown.choose = (at) => voted(letters.choose(at));

    /** @param {string} said */
    function voted(said) {
      shown.reveals.length = waiting;
      if (letters.picked().length > 0) shown.reveals.push({ label: say("present_follows"), show: follows });
      return said;
    }
    function follows() {
      const [{ option, tell }] = letters.picked();
      letters.close();
      delete shown.choose;
      tell.append(element("span", { class: "consequence", dir: "auto" }, option.consequence));
      shown.reveals.push(
        { label: say("present_reasons"), show: reasons },
        { label: say("present_scene"), show: () => go(option.next) },
      );
      return option.consequence;
    }
    function reasons() {
      const said = lists[asking.indexOf(step)]?.children ?? [];
      for (const { option, row, tell } of letters.rows) {
        const reason = said[step.choices.indexOf(option)];
        row.classList.toggle("right", reason.classList.contains("right"));
        for (const part of reason.querySelectorAll(".mark, .why")) tell.append(part.cloneNode(true));
      }
      return say("present_reasons_shown");
    }
  }

  function debrief() {
    body.append(element("p", { class: "debrief", dir: "auto" }, item.debrief), point(item));
    return item.debrief;
  }

  go(item.start);
  return shown;
}
