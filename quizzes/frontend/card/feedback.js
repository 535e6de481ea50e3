// @ts-check
/** What a reader is told after checking: the verdict and the one thing to keep, then the numbers behind it and the way back. */

import { kindOf } from "../../kinds/register.js";
import { mark } from "../record/certainty.js";
import { say } from "../strings.js";
import { element, icon } from "../web/dom.js";
import { signed } from "../web/numbers.js";
import { saySure } from "./sure.js";

/** @typedef {import("../types.js").Item} Item */
/** @typedef {import("../types.js").Grade} Grade */

/**
 * The result in a few words.
 * @param {Item} item
 * @param {Grade} grade
 * @param {readonly string[]} chosen
 */
function verdictOf(item, { score, correct }, chosen) {
  if (correct) return say("verdict_right");
  if (score > 0) {
    const total = kindOf(item).points(item, chosen);
    return say("verdict_partly", { points: Math.round(score * total * 100) / 100, total });
  }
  return kindOf(item).missed(item);
}

/**
 * The result as one announcement; the reasons stand on the page.
 * @param {Item} item
 * @param {number} i its number on the screen
 * @param {Grade} grade
 * @param {readonly string[]} chosen
 * @param {string} progress
 */
export function announcement(item, i, grade, chosen, progress) {
  return say("announce", {
    i,
    verdict: verdictOf(item, grade, chosen),
    keys: grade.correct ? "" : kindOf(item).key(item),
    progress,
  });
}

/** @param {boolean} correct @param {import("../types.js").Certainty} certainty */
export const brought = (correct, certainty) =>
  say("certainty_mark", { sure: saySure(certainty), mark: signed(mark(correct, certainty)) });

/**
 * What is told of an answer: `verdict` stands under the question, `ways` below its reasons.
 * @typedef {{ verdict: HTMLElement, ways: HTMLElement }} Told
 */

/**
 * @param {Item} item
 * @param {import("../types.js").Given} given
 * @returns {Told}
 */
export const told = (item, given) => ({ verdict: verdict(item, given), ways: waysFrom(item) });

/**
 * The verdict, beside it what the certainty brought, and the one thing to keep.
 * @param {Item} item
 * @param {import("../types.js").Given} given
 */
function verdict(item, { chosen, checked, certainty }) {
  const grade = kindOf(item).grade(item, chosen);
  const sign = grade.correct ? "✓" : checked && grade.score > 0 ? "½" : "✗";
  const words = checked ? verdictOf(item, grade, chosen) : say("verdict_open");
  const outcome = element("p", { class: "outcome" }, element("b", {}, icon(sign), ` ${words}`));
  if (checked && certainty > 0)
    outcome.append(" ", element("span", { class: "brought" }, brought(grade.correct, certainty)));
  return element(
    "div",
    { class: `verdict ${grade.correct ? "right" : "wrong"}`, tabindex: "-1" },
    outcome,
    element("p", { class: "point", dir: "auto" }, item.learning_point),
  );
}

/** The numbers behind an answer, folded away, and the way back to the text. @param {Item} item */
function waysFrom({ evidence, back }) {
  const studies = evidence.map((study) =>
    way(study.title, [study.detail, study.source].filter(Boolean).join(" "), study.href),
  );
  const count = studies.length;
  const behind = count === 1 ? say("behind_one") : say("behind", { count });
  const text = back?.text ? say("back", { text: back.text }) : say("back_unnamed");
  return element(
    "div",
    { class: "grounds" },
    count > 0 ? element("details", { class: "behind" }, element("summary", {}, behind), list(studies)) : null,
    back ? list([way(text, "", back.href)]) : null,
  );
}

/** @param {readonly HTMLElement[]} ways */
const list = (ways) => element("ul", { class: "ways" }, ...ways);

/**
 * A row that leads somewhere, where there is somewhere to lead.
 * @param {string} name
 * @param {string} by
 * @param {string | null} href
 */
function way(name, by, href) {
  const inside = [
    element("span", { class: "name", dir: "auto" }, name),
    by ? element("span", { class: "by" }, by) : null,
  ];
  const row = href === null ? element("span", { class: "way" }) : element("a", { class: "way", href });
  row.append(...inside.filter((part) => part !== null));
  return element("li", {}, row);
}
