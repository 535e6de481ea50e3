// @ts-check
/** A question for a room: large, its options by letter, first without the answer, then with the key, then the reasons. */

import { say } from "../strings.js";
import { element } from "../web/dom.js";
import { SHARED, shuffled } from "../web/shuffle.js";
import { explain, lettered, markRight } from "./letters.js";

/** @typedef {{ id: string, text: string, correct: boolean, rationale: string }} Option */
/** @typedef {{ id: string, stem: string, lead_in: string, learning_point: string, pick?: number, shuffle?: boolean, options?: Option[] }} Asked */

/** The order of every telephone, and of the next day: a letter means the same. */
export const SEED = SHARED;

/**
 * @param {Asked} item
 * @param {HTMLElement} plain the card as it is without scripts
 * @param {{ at: number, total: number } | null} place
 * @returns {import("./present.js").Presented}
 */
export function presentedQuestion(item, plain, place) {
  const { name, stem } = opening(item, place);
  return item.options ? withOptions(item, item.options, name, stem) : ofOtherKind(item, plain, name, stem);
}

/** What any question begins with. @param {{ stem: string }} item @param {{ at: number, total: number } | null} place */
export const opening = ({ stem }, place) => ({
  name: place ? say("present_question_of", place) : say("present_question"),
  stem: element("p", { class: "stem", dir: "auto" }, stem),
});

/**
 * @param {Asked} item
 * @param {Option[]} options
 * @param {string} name
 * @param {HTMLElement} stem
 * @returns {import("./present.js").Presented}
 */
function withOptions(item, options, name, stem) {
  const order = item.shuffle ? shuffled(options, SEED, item.id) : options;
  const letters = lettered(order, { several: item.pick !== 1, picked: (said) => shown.redraw?.(said) });
  const lead = element("h2", { class: "lead", dir: "auto" }, item.lead_in);
  const body = element("div", {}, stem, lead, letters.list);
  const key = () => {
    letters.close();
    const right = letters.rows.filter(({ option }) => option.correct);
    for (const row of right) markRight(row, say("right_option"));
    const text = right.map(({ letter, option }) => `${letter}, ${option.text}`).join("; ");
    return say(right.length === 1 ? "announce_key" : "announce_keys", { text });
  };
  const reasons = () => {
    for (const row of letters.rows) explain(row, row.option.rationale);
    body.append(point(item));
    return say("present_reasons_shown");
  };
  /** @type {import("./present.js").Presented} */
  const shown = {
    name,
    body,
    choose: letters.choose,
    reveals: [
      { label: say("present_key"), show: key },
      { label: say("present_reasons"), show: reasons },
    ],
  };
  return shown;
}

/** A question that is typed, matched or ordered: as it stands without scripts. @param {Asked} item @param {HTMLElement} plain @param {string} name @param {HTMLElement} stem */
function ofOtherKind(item, plain, name, stem) {
  const form = /** @type {HTMLElement} */ (plain.querySelector("form")?.cloneNode(true) ?? element("div"));
  for (const part of form.querySelectorAll(".whole, .scored")) part.remove();
  for (const part of form.querySelectorAll("[id]")) part.removeAttribute("id");
  form.inert = true;
  const body = element("div", { class: "present-form" }, stem, form);
  const show = () => {
    const answer = /** @type {HTMLElement | null} */ (
      plain.querySelector(".body > .answer > .reasons")?.cloneNode(true)
    );
    body.append(...(answer ? [answer] : []), point(item));
    return say("present_reasons_shown");
  };
  return { name, body, reveals: [{ label: say("present_key"), show }] };
}

/** @param {{ learning_point: string }} item */
export const point = ({ learning_point }) =>
  element("p", { class: "point", dir: "auto" }, element("b", {}, say("learning_point")), " ", learning_point);
