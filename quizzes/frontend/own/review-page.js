// @ts-check
/** The page "Review": what is due today, over all chapters, one question at a time. */

import { createCard } from "../card/item.js";
import { agenda, ratingOf } from "../record/due.js";
import { nextReview } from "../record/schedule.js";
import { say } from "../strings.js";
import { element, quietButton } from "../web/dom.js";
import { askToKeep } from "./keeping.js";
import { chapterLinks, onOwnPage, sayDue, sayQuestions } from "./own-page.js";
import { exportLine } from "./results-file/lines.js";
import { answersToOne } from "./review/answers.js";
import { loadItems } from "./review/items.js";
import { dailyLimit } from "./review/limit.js";

/** @typedef {import("../record/record.js").Review} Review */

/**
 * A question on the screen; `came` is the card of FSRS after its answer, `draw` shows what has changed.
 * @typedef {{ id: string, came: Review | null, draw?: () => void }} Current
 */

onOwnPage("review", ({ outlines, store, place, announce }) => {
  /** What could not be loaded, by id: the rest of the review goes on without it. @type {Set<string>} */
  const lost = new Set();
  /** What was answered here, to be undone. @type {{ id: string, before: Review, after: Review }[]} */
  const past = [];
  /** @type {Current | null} */
  let current = null;

  const state = element("p", { class: "review-state", tabindex: "-1" });
  const more = element("div");
  const unloaded = element("div");
  const stage = element("div", { class: "review-stage" });
  const back = element("p", { class: "review-back" });
  const undo = quietButton(say("review_undo"));
  const limit = dailyLimit(store);
  const row = element("div", { class: "row" }, undo, limit.element);
  place.replaceChildren(state, unloaded, more, stage, back, row);

  /** The questions that may come, each with its digest and its chapter. */
  const asked = () =>
    outlines
      .chapters()
      .flatMap((chapter) => (chapter.items ?? []).map(([id, digest]) => ({ id, digest, chapter })))
      .filter(({ id }) => !lost.has(id));
  function plan() {
    const known = new Map(asked().map(({ id, digest }) => [id, digest]));
    return agenda(store.all().reviews, known, store.settings().daily, Date.now());
  }
  const sayLeft = (/** @type {number} */ left) => (left === 1 ? say("review_left_one") : say("review_left", { left }));

  /** Put a question on the screen. @param {string} id @param {boolean} go whether the reader goes there */
  async function show(id, go) {
    /** @type {Current} */
    const mine = { id, came: null };
    current = mine;
    const { chapter } = /** @type {ReturnType<typeof asked>[0]} */ (asked().find((one) => one.id === id));
    const items = await loadItems(chapter);
    if (current !== mine) return;
    const item = items?.get(id);
    if (item === undefined) {
      lost.add(id);
      if (items === null) {
        chapter.items?.forEach(([other]) => lost.add(other));
        unloaded.append(element("p", {}, say("review_unloaded", { chapter: chapter.title })));
      }
      return finish(go);
    }
    const { today, done } = plan();
    const numbered = { ...item, i: done + 1, n: done + Math.max(1, today.length) };
    const answers = answersToOne(store, item, (answer) => answered(mine, answer));
    const root = element("section", { class: "item" });
    stage.replaceChildren(element("p", { class: "review-from" }, say("review_from", { chapter: chapter.title })), root);
    const steps = () => {
      const label = say(plan().today.length > 0 ? "review_next" : "review_finish");
      return { previous: null, next: { label, go: () => finish(true) } };
    };
    const progress = () => (mine.came ? say("review_back_on", { date: sayDue(mine.came.due) }) : "");
    const card = createCard(root, numbered, { answers, announce, progress, steps });
    mine.draw = card.refresh;
    answers.subscribe(card.refresh);
    row.hidden = false;
    if (go) card.focus();
  }

  /** @param {Current} mine @param {{ score: number | null, certainty: import("../types.js").Certainty }} answer */
  function answered(mine, answer) {
    const before = store.review(mine.id);
    // Tried again after its reasons were read, it counts no more; nor where another tab took it out of review.
    if (mine.came !== null || before === null) return;
    // Who reviews wants to be asked again in weeks.
    askToKeep(store);
    mine.came = nextReview(before, ratingOf(answer), Date.now());
    past.push({ id: mine.id, before, after: mine.came });
    store.setReview(mine.id, mine.came);
  }

  /** Leave the question, for the next one or for the end. @param {boolean} go */
  function finish(go) {
    current = null;
    refresh(go);
    if (current === null && go) {
      state.focus();
      announce(state.textContent ?? "");
    }
  }

  undo.addEventListener("click", () => {
    const last = past.pop();
    if (last === undefined) return;
    const { id, before, after } = last;
    // What another tab has made of it since is not undone from here.
    if (JSON.stringify(store.review(id)) !== JSON.stringify(after)) return refresh(false);
    current = { id, came: null };
    store.setReview(id, before);
    show(id, true);
    announce(say("review_undone"));
  });

  /** @param {boolean} go */
  function refresh(go) {
    const { today, done, next } = plan();
    const here = current !== null && (current.came !== null || today.includes(current.id));
    if (here) current?.draw?.();
    else {
      current = null;
      if (today.length > 0) show(today[0], go);
      else stage.replaceChildren();
    }
    const counted = done > 0 ? ` ${say("review_done", { done })}` : "";
    const over = say(done > 0 ? "review_over" : "review_none") + counted;
    state.textContent = today.length > 0 ? `${sayLeft(today.length)}.${counted}` : over;
    const empty = today.length === 0 && done === 0 && next === null;
    if (empty) more.replaceChildren(element("p", {}, say("review_empty")), chapterLinks(outlines.chapters()));
    else if (today.length === 0 && next !== null)
      more.replaceChildren(
        element("p", {}, say("review_later", { date: sayDue(next.due), count: sayQuestions(next.count) })),
      );
    else more.replaceChildren();
    const due = today.length === 0 ? exportLine(store.all(), Date.now()) : "";
    if (due)
      more.append(element("p", {}, `${due} `, element("a", { href: "progress.html#transfer" }, say("review_export"))));
    back.textContent = current?.came ? say("review_back_on", { date: sayDue(current.came.due) }) : "";
    // What stands below a question comes with it, so that it is not pushed away.
    row.hidden = current !== null && current.draw === undefined;
    undo.hidden = past.length === 0;
    limit.refresh();
  }
  return () => refresh(false);
});
