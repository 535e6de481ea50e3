// @ts-check
/** The questions of a chapter together: how they are taken, the running total, results, and what is said aloud. */

import { kindOf } from "../../kinds/register.js";
import { standingOf } from "../card/answer.js";
import { say } from "../strings.js";
import { afterPaint, element } from "../web/dom.js";
import { SHARED } from "../web/shuffle.js";
import {
  askAgain,
  askable,
  beforeSubmitting,
  close,
  examined,
  follow,
  goTo,
  nextOf,
  reset,
  start,
  submit,
  takeAll,
  takeBlock,
  takeThese,
  takeWeakest,
} from "./acts.js";
import { cardsOf } from "./cards.js";
import { quizFoot } from "./foot.js";
import { quizHead } from "./head.js";
import { resultsPanel } from "./panel.js";
import { sayProgress } from "./progress.js";
import { questionStrip } from "./strip.js";
import { placeIn, viewOf } from "./view.js";

/** @typedef {import("../types.js").Item} Item */
/** @typedef {import("./acts.js").Quiz} Quiz */

/** Up to so many cards that stand one under the other are live at once; of more, each wakes as it comes near. */
const LIVE_AT_ONCE = 40;

/**
 * Where a quiz is made; the live regions must be in the page already.
 * @typedef {object} Places
 * @property {HTMLElement} root its `data-quiz` names the chapter, and `data-whole` says that there are no blocks of it
 * @property {HTMLElement} notice live region for what is lost
 * @property {HTMLElement} said live region for results
 * @property {HTMLElement} head above the questions
 * @property {HTMLElement} foot below them
 */

/**
 * @typedef {object} Making
 * @property {() => void} release let go of the answers
 * @property {(ids: readonly string[], again?: boolean) => boolean} take ask these, one at a time, `again` without the
 *   wrong answers to them; whether any of them is known here
 */

/**
 * @param {Places} places
 * @param {readonly import("./cards.js").Entry[]} entries
 * @param {import("../types.js").Answers} answers
 * @param {boolean} [stacked] whether the questions stand one under the other at first
 * @param {() => HTMLElement} [saving] makes what offers the answers as a file, before some are erased
 * @returns {Making}
 */
export function createQuiz({ root, notice, said, head, foot }, entries, answers, stacked = false, saving = undefined) {
  const chapter = root.dataset.quiz ?? "quiz";
  const items = entries.map((entry) => entry.item);
  const whole = root.dataset.whole !== undefined;
  /** @type {import("./view.js").Asked} */
  let asked = { part: null, stacked, current: 0 };
  let view = viewOf(items, answers.exam(chapter), asked);
  /** Whether all that is asked is settled. */
  let done = false;

  /** @type {Quiz} */
  const quiz = {
    chapter,
    items,
    whole,
    answers,
    view: () => view,
    standings: (some) => some.map((item) => standingOf(item, answers, view.mode)),
    card: (item) => cards.of(item),
    show(some) {
      asked = { ...asked, ...some };
      view = viewOf(items, answers.exam(chapter), asked);
      draw(null);
    },
    step(current) {
      asked = { ...asked, current };
      changed(null);
    },
    together(change) {
      held += 1;
      change();
      held -= 1;
      draw(null);
    },
    focusResults: () => panel.focus(),
    announce: (text) => (said.textContent = text),
  };
  const above = quizHead({
    total: items.length,
    whole,
    alone: items.every((item) => kindOf(item).alone),
    block: () => takeBlock(quiz),
    all: (stacked) => takeAll(quiz, stacked),
    certainty: (on) => answers.set({ certainty: on }),
    start: (minutes) => start(quiz, minutes),
    first: saving?.(),
  });
  const strip = questionStrip({
    go: (at) => goTo(quiz, view.order[at]),
    over: () => quiz.announce(say("exam_over_said")),
    question: () => beforeSubmitting(quiz),
    submit: () => submit(quiz),
    close: () => close(quiz),
  });
  const panel = resultsPanel({
    go: (row) => goTo(quiz, row.item),
    number: (row) => placeIn(view, row.item).i,
    block: () => takeBlock(quiz),
    weakest: () => takeWeakest(quiz),
  });
  const below = quizFoot({
    total: items.length,
    close: () => close(quiz),
    again: (part) => askAgain(quiz, part),
    reset: () => reset(quiz),
    first: saving?.(),
  });
  head.replaceChildren(...above.elements);
  head.after(strip.element);
  foot.before(panel.element);
  foot.replaceChildren(...below.elements);

  /** @param {Item} item @returns {import("../card/item.js").Steps} */
  function steps(item) {
    const { mode, order, places, single } = view;
    const at = places.get(item) ?? order.length;
    const taking = mode === "exam";
    return {
      previous: taking && at > 0 ? () => goTo(quiz, order[at - 1]) : null,
      next: onward(
        order[at + 1] ?? (single && !taking ? quiz.standings(order).find((row) => !row.settled)?.item : undefined),
      ),
    };
  }

  /** @param {Item | undefined} following */
  function onward(following) {
    if (view.mode === "tutor" && done) return { label: say("results_go"), go: panel.focus };
    if (following) return { label: say("next"), go: () => goTo(quiz, following) };
    return view.mode === "exam" ? { label: say("exam_finish"), go: strip.ask } : null;
  }

  const cards = cardsOf(
    entries,
    (item) => ({
      answers,
      announce: quiz.announce,
      mode: () => view.mode,
      live: () => view.single || items.length <= LIVE_AT_ONCE,
      place: () => placeIn(view, item),
      seed: SHARED,
      steps: () => steps(item),
      progress: () => say("progress", progressOf(quiz)) + (done ? `. ${say("results_said")}` : ""),
    }),
    (card) => panel.element.before(card),
  );

  /** How many changes are being made together. */
  let held = 0;
  /** @param {readonly Item[] | null} which the questions that have changed, null for all */
  function draw(which) {
    if (held > 0) return;
    drawQuestions(which);
    drawAround();
  }

  /** Whether what stands around the questions is still to be drawn. */
  let late = false;
  /** What a reader acted on is drawn first; what sums it up follows when that is on the screen. @type {import("../types.js").Listener} */
  function changed(which) {
    if (held > 0) return;
    drawQuestions(which);
    if (late) return;
    late = true;
    afterPaint(() => late && drawAround());
  }

  /** @param {readonly Item[] | null} which */
  function drawQuestions(which) {
    if (which === null) {
      view = viewOf(items, answers.exam(chapter), asked);
      cards.layOut(view);
      root.dataset.mode = view.mode;
      root.dataset.view = view.single ? "one" : "all";
    }
    const rows = quiz.standings(view.order);
    const before = done;
    done = rows.length > 0 && rows.every((row) => row.settled);
    // Once all are settled, every card leads to the results.
    cards.refresh(done === before ? which : null);
  }

  let told = "";
  function drawAround() {
    late = false;
    const { mode, order, part } = view;
    const rows = quiz.standings(order);
    const all = quiz.standings(items);
    strip.write(view, rows);
    const toExamine = quiz.standings(examined(quiz));
    above.write({
      certainty: answers.settings().certainty,
      view,
      total: toExamine.length,
      given: toExamine.filter((row) => row.given).length,
    });
    const next = mode === "tutor" && view.single && part?.words === "";
    panel.write(done ? rows : [], view.exam, next ? all : null);
    const progress = progressOf(quiz);
    const text = say("progress", progress);
    const answered = rows.filter((row) => row.answered).length;
    const far = mode === "exam" ? say("exam_state", { answered, total: rows.length }) : text;
    below.write({ mode, text: far, rows: quiz.standings(askable(quiz)), some: all.some((row) => row.given) });
    if (text !== told) {
      told = text;
      sayProgress(root, progress);
    }
    showNotices(notice, answers.notices());
    // What comes next is made while the reader reads why.
    if (view.single && rows[view.current]?.settled) cards.wake(order[view.current + 1]);
  }

  if (view.mode === "tutor" && !stacked) asked.part = nextOf(quiz);
  // A reader who comes back to an exam goes on where it is still open.
  if (view.mode === "exam") asked.current = quiz.standings(view.order).findIndex((row) => !row.answered);
  draw(null);
  follow(quiz);
  const followed = () => follow(quiz);
  window.addEventListener("hashchange", followed);
  const unsubscribe = answers.subscribe(changed);
  return {
    take: (ids, again) => takeThese(quiz, ids, again),
    release() {
      late = false;
      unsubscribe();
      strip.release();
      window.removeEventListener("hashchange", followed);
    },
  };
}

/** How many questions of the chapter are answered, and right. @param {Quiz} quiz */
function progressOf({ standings, items }) {
  const settled = standings(items).filter((row) => row.settled && row.answered);
  return { answered: settled.length, right: settled.filter((row) => row.correct).length, total: items.length };
}

/** @param {HTMLElement} notice @param {import("../types.js").Notice[]} notices */
function showNotices(notice, notices) {
  const lines = notices.map(({ key, values }) => say(key, values));
  // Writing the same words again would have them read aloud again.
  if (lines.join("\n") === [...notice.children].map((line) => line.textContent).join("\n")) return;
  notice.replaceChildren(...lines.map((line) => element("p", {}, line)));
}
