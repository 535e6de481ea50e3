// @ts-check
/** The questions of a chapter together: how they are taken, the running total, results, and what is said aloud. */

import { say } from "../strings.js";
import { afterPaint, element } from "../web/dom.js";
import { askAgain, beforeSubmitting, close, follow, goTo, reset, showAll, start, submit } from "./acts.js";
import { cardsOf } from "./cards.js";
import { quizFoot } from "./foot.js";
import { quizHead } from "./head.js";
import { resultsPanel } from "./panel.js";
import { sayProgress } from "./progress.js";
import { examStrip } from "./strip.js";
import { placeIn, viewOf } from "./view.js";

/** @typedef {import("../types.js").Item} Item */
/** @typedef {import("./acts.js").Quiz} Quiz */

/**
 * Where a quiz is made; the live regions must be in the page already.
 * @typedef {object} Places
 * @property {HTMLElement} root its `data-quiz` names the chapter
 * @property {HTMLElement} notice live region for what is lost
 * @property {HTMLElement} said live region for results
 * @property {HTMLElement} head above the questions
 * @property {HTMLElement} foot below them
 */

/**
 * @param {Places} places
 * @param {readonly import("./cards.js").Entry[]} entries
 * @param {import("../types.js").Answers} answers
 * @returns {() => void} how to let go of the answers
 */
export function createQuiz({ root, notice, said, head, foot }, entries, answers) {
  const chapter = root.dataset.quiz ?? "quiz";
  const items = entries.map((entry) => entry.item);
  /** The place in a running exam. */
  let current = 0;
  let view = viewOf(items, answers.exam(chapter), null);
  /** Whether all that is asked is settled. */
  let done = false;

  /** @type {Quiz} */
  const quiz = {
    chapter,
    items,
    answers,
    view: () => view,
    standings: (some) => cards.standings(some),
    card: (item) => cards.of(item),
    show({ part = view.part, current: at = current }) {
      current = at;
      view = viewOf(items, answers.exam(chapter), part);
      draw(null);
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
    certainty: (on) => answers.set({ certainty: on }),
    start: (minutes) => start(quiz, minutes),
    showAll: () => showAll(quiz),
  });
  const strip = examStrip(
    (at) => goTo(quiz, at),
    () => quiz.announce(say("exam_over_said")),
  );
  const panel = resultsPanel({
    go: (row) => cards.of(row.item).focus(),
    number: (row) => placeIn(view, row.item).i,
  });
  const below = quizFoot({
    total: items.length,
    question: () => beforeSubmitting(quiz),
    submit: () => submit(quiz),
    close: () => close(quiz),
    again: (part) => askAgain(quiz, part),
    reset: () => reset(quiz),
  });
  head.replaceChildren(...above.elements, strip.element);
  foot.before(panel.element);
  foot.replaceChildren(...below.elements);

  /** @param {Item} item @returns {import("../card/item.js").Steps} */
  function steps(item) {
    const at = view.places.get(item) ?? view.order.length;
    const [taking, following] = [view.mode === "exam", view.order[at + 1]];
    const go = () => (taking ? goTo(quiz, at + 1) : cards.of(following).focus());
    const results = { label: say("results_go"), go: panel.focus };
    return {
      previous: taking && at > 0 ? () => goTo(quiz, at - 1) : null,
      next: view.mode === "tutor" && done ? results : following ? { label: say("next"), go } : null,
    };
  }

  const cards = cardsOf(
    entries,
    (item) => ({
      answers,
      announce: quiz.announce,
      mode: () => view.mode,
      place: () => placeIn(view, item),
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
      view = viewOf(items, answers.exam(chapter), view.part);
      current = Math.max(0, Math.min(current, view.order.length - 1));
      cards.layOut(view, current);
      root.dataset.mode = view.mode;
    }
    const rows = cards.standings(view.order);
    const before = done;
    done = rows.length > 0 && rows.every((row) => row.settled);
    // Once all are settled, every card leads to the results.
    cards.refresh(done === before ? which : null);
  }

  let told = "";
  function drawAround() {
    late = false;
    const { exam, mode, order, part } = view;
    const rows = cards.standings(order);
    strip.write(exam, exam ? rows : [], current);
    above.write({
      certainty: answers.settings().certainty,
      free: mode === "tutor",
      total: order.length,
      given: rows.filter((row) => row.given).length,
      only: mode === "tutor" ? (part?.words ?? "") : "",
    });
    panel.write(done ? rows : [], exam);
    const progress = progressOf(quiz);
    const text = say("progress", progress);
    const answered = rows.filter((row) => row.answered).length;
    const far = mode === "exam" ? say("exam_state", { answered, total: rows.length }) : text;
    below.write({ mode, text: far, rows, some: cards.standings(items).some((row) => row.given) });
    if (text !== told) {
      told = text;
      sayProgress(root, progress);
    }
    showNotices(notice, answers.notices());
  }

  // A reader who comes back to an exam goes on where it is still open.
  if (view.mode === "exam") current = cards.standings(view.order).findIndex((row) => !row.answered);
  draw(null);
  follow(quiz);
  const followed = () => follow(quiz);
  window.addEventListener("hashchange", followed);
  const release = answers.subscribe(changed);
  return () => {
    late = false;
    release();
    strip.release();
    window.removeEventListener("hashchange", followed);
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
