// @ts-check
/** The page "My progress": how far one is, what to look at first, and the results as a file. */

import { standing } from "../record/standing.js";
import { say } from "../strings.js";
import { element } from "../web/dom.js";
import { standingBar } from "./bar.js";
import { blockOf, nextStep, weakestFirst } from "./next-step.js";
import { chapterLinks, onOwnPage, sayDue, sayQuestions } from "./own-page.js";
import { transferPanel } from "./results-file/panel.js";

/** @typedef {import("../record/standing.js").Chapter} Chapter */

onOwnPage("progress", ({ outlines, store, place, announce }) => {
  const parts = element("div");
  const standings = () => standing(outlines.chapters(), store.all(), Date.now());
  /** The chapters whose objectives are unfolded, by address: a new answer must not fold them. @type {Set<string>} */
  const open = new Set();
  const transfer = transferPanel(store, announce);
  place.replaceChildren(parts, transfer.element);
  let shown = "";
  /** @param {Chapter} chapter of which only the name is known yet */
  const objectivesOf = async ({ name }) => {
    await outlines.fetch(name);
    return standings().rows.find(({ chapter }) => chapter.name === name)?.objectives ?? [];
  };

  return () => {
    const now = standings();
    transfer.refresh();
    const state = JSON.stringify(now);
    if (state === shown) return;
    shown = state;
    if (now.count.answered === 0 && now.next === null) {
      parts.replaceChildren(element("p", {}, say("my_progress_empty")), chapterLinks(outlines.chapters()));
      return;
    }
    parts.replaceChildren(...summary(now), ...confident(now), ...byChapter(now, open, objectivesOf));
  };
});

/** @typedef {ReturnType<typeof standing>} Standing */

/** @param {Standing} now @returns {HTMLElement[]} */
function summary({ count, next, rows }) {
  const later = next ? ` ${say("my_progress_next", { date: sayDue(next.due), count: sayQuestions(next.count) })}` : "";
  const due =
    count.due > 0 ? say("my_progress_due", { count: sayQuestions(count.due) }) : say("my_progress_due_none") + later;
  return [
    element("p", { class: "memory-done" }, say("my_progress_done", { ...count })),
    element("p", { class: "memory-due" }, due),
    todo(nextStep(rows, count.due)),
  ];
}

/** The one thing to do next. @param {import("./next-step.js").Step} step */
function todo(step) {
  const box = element("section", { class: "next-step", "aria-labelledby": "next-step" });
  box.append(element("h2", { id: "next-step" }, say("my_progress_step")));
  const tell = (/** @type {string} */ text) => box.append(element("p", { dir: "auto" }, text));
  const lead = (/** @type {string} */ href, /** @type {string} */ text) =>
    box.append(element("a", { class: "go", href, dir: "auto" }, text));
  if (step.do === "review") {
    tell(say("my_progress_step_due"));
    lead("review.html", say("my_progress_step_review", { count: sayQuestions(step.count) }));
  } else if (step.do === "weakest") {
    const { chapter, text, count } = step.objective;
    tell(say("my_progress_step_weakest", { title: chapter.title, text, right: count.right, answered: count.answered }));
    lead(step.block.href, say("my_progress_step_again", { count: sayQuestions(step.block.count) }));
  } else if (step.do === "chapter") {
    tell(say("my_progress_step_new"));
    lead(step.chapter.href, step.chapter.title);
  } else if (step.do === "open") {
    tell(say("my_progress_step_open", { title: step.chapter.title }));
    lead(step.block.href, say("my_progress_do", { count: step.block.count }));
  } else tell(say("my_progress_step_none"));
  return box;
}

/** @param {Standing} now @returns {HTMLElement[]} */
function confident({ confident }) {
  if (confident.length === 0) return [];
  const rows = confident.map(({ chapter, id, text, objective }) => {
    const name = element("span", { class: "name", dir: "auto" }, text);
    const by = element("span", { class: "by", dir: "auto" }, `${chapter.title}: ${objective}`);
    return element("li", {}, element("a", { class: "way", href: `${chapter.href}#${id}` }, name, by));
  });
  return [
    element("h2", { id: "confident" }, say("my_progress_confident")),
    element("p", {}, say("my_progress_confident_what")),
    element("ul", { class: "ways" }, ...rows),
  ];
}

/** @typedef {import("../record/standing.js").Row["objectives"]} Objectives */
/** The objectives of a chapter that is not begun, once they have come. @typedef {(chapter: Chapter) => Promise<Objectives>} Coming */

/** @param {Standing} now @param {Set<string>} open @param {Coming} coming @returns {HTMLElement[]} */
function byChapter({ rows }, open, coming) {
  return [
    element("h2", { id: "chapters" }, say("my_progress_chapters")),
    element("p", { class: "rule" }, say("my_progress_rule")),
    element("ul", { class: "standings" }, ...weakestFirst(rows).map((row) => line(row, open, coming))),
  ];
}

/** A chapter: its bar, the same in words, and a way to more of it. @param {import("../record/standing.js").Row} row @param {Set<string>} open @param {Coming} coming */
function line(row, open, coming) {
  const { chapter, count } = row;
  const counts = { right: count.right, wrong: count.answered - count.right, open: count.total - count.answered };
  const words = say("my_progress_standing", counts);
  const due = count.due > 0 ? ` · ${say("my_progress_standing_due", { due: count.due })}` : "";
  const block = blockOf(row);
  const more = block && say("my_progress_do", { count: block.count });
  return element(
    "li",
    {},
    element("a", { class: "title", href: chapter.href, dir: "auto" }, chapter.title),
    block && more
      ? element("a", { class: "do", href: block.href, "aria-label": `${more}: ${chapter.title}` }, more)
      : null,
    standingBar(counts),
    folded(row, open, coming, words + due),
  );
}

/** @param {import("../record/standing.js").Row} row @param {Set<string>} open @param {Coming} coming @param {string} words */
function folded({ chapter, objectives }, open, coming, words) {
  const { href, title } = chapter;
  const label = `${words}. ${say("my_progress_objectives_of", { title })}`;
  const details = element("details", {}, element("summary", { "aria-label": label }, words));
  const show = (/** @type {Objectives} */ some) => {
    if (some.length > 0 && !details.querySelector("table")) details.append(table(chapter, some));
  };
  show(objectives);
  details.open = open.has(href);
  details.addEventListener("toggle", async () => {
    if (details.open) open.add(href);
    else open.delete(href);
    if (details.open) show(await coming(chapter));
  });
  return details;
}

/** @param {Chapter} chapter @param {Objectives} objectives */
function table(chapter, objectives) {
  const names = [
    say("my_progress_objective"),
    say("my_progress_answered"),
    say("my_progress_right"),
    say("my_progress_due_column"),
  ];
  const head = element("tr", {}, ...names.map((name) => element("th", { scope: "col" }, name)));
  const body = objectives.map(({ text, first, count }) => {
    const link = element("a", { href: `${chapter.href}#${first}`, dir: "auto" }, text);
    const numbers = [say("my_progress_of", { count: count.answered, total: count.total }), count.right, count.due];
    const cells = numbers.map((number, at) => element("td", { "data-column": names[at + 1] }, String(number)));
    return element("tr", {}, element("td", {}, link), ...cells);
  });
  return element("table", { class: "stack" }, element("thead", {}, head), element("tbody", {}, ...body));
}
