// @ts-check
/** What a reader is told after checking: the verdict, the one thing to keep, the studies, the way back. */

import { kindOf } from "../../kinds/register.js";
import { mark } from "../record/certainty.js";
import { say } from "../strings.js";
import { element, icon } from "../web/dom.js";
import { signed } from "../web/numbers.js";

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
 * @param {Grade} grade
 * @param {readonly string[]} chosen
 * @param {string} progress
 */
export function announcement(item, grade, chosen, progress) {
  return say("announce", {
    i: item.i,
    verdict: verdictOf(item, grade, chosen),
    keys: grade.correct ? "" : kindOf(item).key(item),
    progress,
  });
}

/** @param {boolean} correct @param {import("../types.js").Certainty} certainty */
export const brought = (correct, certainty) =>
  say("certainty_mark", { certainty, mark: signed(mark(correct, certainty)) });

/**
 * The verdict, beside it what the certainty brought.
 * @param {Item} item
 * @param {import("../types.js").Given} given
 */
export function told(item, { chosen, checked, certainty }) {
  const grade = kindOf(item).grade(item, chosen);
  const made = verdict(item, grade, chosen);
  const words = made.querySelector("b");
  if (!checked) words?.replaceChildren(icon("✗"), ` ${say("verdict_open")}`);
  else if (certainty > 0) words?.after(" ", element("span", { class: "brought" }, brought(grade.correct, certainty)));
  return made;
}

/**
 * @param {Item} item
 * @param {Grade} grade
 * @param {readonly string[]} chosen
 */
function verdict(item, grade, chosen) {
  const ways = item.evidence.map((study) =>
    way(study.title, [study.detail, study.source].filter(Boolean).join(" "), study.href),
  );
  if (item.back) {
    const text = item.back.text ? say("back", { text: item.back.text }) : say("back_unnamed");
    ways.push(way(text, "", item.back.href));
  }
  return element(
    "div",
    { class: `verdict ${grade.correct ? "right" : "wrong"}` },
    element(
      "p",
      { class: "point", dir: "auto" },
      element("b", {}, icon(grade.correct ? "✓" : grade.score > 0 ? "½" : "✗"), ` ${verdictOf(item, grade, chosen)}`),
      ` ${item.learning_point}`,
    ),
    ways.length > 0 ? element("ul", { class: "ways" }, ...ways) : null,
  );
}

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
