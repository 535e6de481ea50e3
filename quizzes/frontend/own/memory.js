// @ts-check
/** The page "My progress": how far one is, what to look at first, and the results as a file. */

import { standing } from "../record/standing.js";
import { say } from "../strings.js";
import { element } from "../web/dom.js";
import { standingBar } from "./bar.js";
import { chapterLinks, onOwnPage, sayDay, sayQuestions } from "./own-page.js";
import { transferPanel } from "./transfer-panel.js";

/** @typedef {import("../record/standing.js").Chapter} Chapter */
/** @typedef {import("./own-page.js").Place<Chapter[]>} Place */
/** @typedef {import("../record/standing.js").Count} Count */

onOwnPage("progress", (/** @type {Place} */ { data: chapters, store, place, announce }) => {
  const parts = element("div");
  /** The chapters whose objectives are unfolded, by address: a new answer must not fold them. @type {Set<string>} */
  const open = new Set();
  const transfer = transferPanel(store, announce);
  place.replaceChildren(parts, transfer.element);
  let shown = "";

  return () => {
    const now = standing(chapters, store.all(), Date.now());
    transfer.refresh();
    const state = JSON.stringify(now);
    if (state === shown) return;
    shown = state;
    if (now.count.answered === 0 && now.next === null) {
      parts.replaceChildren(element("p", {}, say("memory_empty")), chapterLinks(chapters));
      return;
    }
    parts.replaceChildren(...summary(now), ...confident(now), ...byChapter(now, open));
  };
});

/** @typedef {ReturnType<typeof standing>} Standing */

/** @param {Standing} now @returns {HTMLElement[]} */
function summary({ count, next }) {
  const due = count.due > 0 ? say("memory_due", { count: sayQuestions(count.due) }) : say("memory_due_none");
  const later = next ? ` ${say("memory_next", { date: sayDay(next.due), count: sayQuestions(next.count) })}` : "";
  const way = element("a", { href: "review.html" }, say("memory_review"));
  const line = element("p", { class: "memory-due" }, count.due > 0 ? due : `${due}${later}`);
  if (count.due > 0) line.append(" ", way);
  return [element("p", { class: "memory-done" }, say("memory_done", { ...count })), line];
}

/** @param {Standing} now @returns {HTMLElement[]} */
function confident({ confident }) {
  if (confident.length === 0) return [];
  const rows = confident.map(({ chapter, id, i, objective }) => {
    const name = `${chapter.title}: ${say("question", { i, n: chapter.items.length })}`;
    const link = element(
      "a",
      { class: "way", href: `${chapter.href}#${id}` },
      element("span", { class: "name" }, name),
    );
    link.append(element("span", { class: "by" }, objective));
    return element("li", {}, link);
  });
  return [
    element("h2", { id: "confident" }, say("memory_confident")),
    element("p", {}, say("memory_confident_what")),
    element("ul", { class: "ways" }, ...rows),
  ];
}

/** @param {Standing} now @param {Set<string>} open @returns {Element[]} */
function byChapter({ rows }, open) {
  return [
    element("h2", { id: "chapters" }, say("memory_chapters")),
    ...rows.flatMap(({ chapter, count, objectives }) => [
      element("h3", {}, element("a", { href: chapter.href }, chapter.title)),
      element("p", {}, say("memory_chapter", { ...count })),
      standingBar({ right: count.right, wrong: count.answered - count.right, open: count.total - count.answered }),
      folded(chapter, open, table(chapter, objectives)),
    ]),
  ];
}

/** @param {Chapter} chapter @param {Set<string>} open @param {HTMLElement} content */
function folded({ href, title }, open, content) {
  const summary = element(
    "summary",
    { "aria-label": say("memory_objectives_of", { title }) },
    say("memory_objectives"),
  );
  const details = element("details", {}, summary, content);
  details.open = open.has(href);
  details.addEventListener("toggle", () => (details.open ? open.add(href) : open.delete(href)));
  return details;
}

/** @param {Chapter} chapter @param {{ text: string, first: string, count: Count }[]} objectives */
function table(chapter, objectives) {
  const names = [say("memory_objective"), say("memory_answered"), say("memory_right"), say("memory_due_column")];
  const head = element("tr", {}, ...names.map((name) => element("th", { scope: "col" }, name)));
  const body = objectives.map(({ text, first, count }) => {
    const link = element("a", { href: `${chapter.href}#${first}`, dir: "auto" }, text);
    const numbers = [say("memory_of", { count: count.answered, total: count.total }), count.right, count.due];
    const cells = numbers.map((number, at) => element("td", { "data-column": names[at + 1] }, String(number)));
    return element("tr", {}, element("td", {}, link), ...cells);
  });
  return element("table", { class: "stack" }, element("thead", {}, head), element("tbody", {}, ...body));
}
