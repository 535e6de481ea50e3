// @ts-check
/** The questions of a chapter together: how they are taken, the running total, results, and what is said aloud. */

import { createCard } from "../card/item.js";
import { createSleepingCard } from "../card/sleeping.js";
import { say } from "../strings.js";
import { afterPaint, element } from "../web/dom.js";
import { inExam, startExam } from "./exam.js";
import { quizFoot } from "./foot.js";
import { questions, quizHead } from "./head.js";
import { resultsPanel, scoreLine } from "./panel.js";
import { sayProgress } from "./progress.js";
import { again } from "./results.js";
import { examStrip } from "./strip.js";

/** @typedef {import("../types.js").Item} Item */
/** @typedef {import("../card/item.js").Card} Card */
/** @typedef {ReturnType<Card["standing"]>} Standing */

/** Up to so many cards are live at once; of more, each wakes as it comes near. */
const LIVE_AT_ONCE = 40;

/**
 * What is asked now, and in which order; looked up once for every change.
 * @typedef {object} View
 * @property {import("../types.js").Exam | null} exam
 * @property {import("../card/item.js").Mode} mode
 * @property {Item[]} order
 * @property {Map<Item, number>} places counted from 0
 * @property {boolean} done whether all that is asked is settled
 */

/**
 * @param {object} places what the quiz is made in; the live regions must be in the page already
 * @param {HTMLElement} places.root its `data-quiz` names the chapter
 * @param {HTMLElement} places.notice live region for what is lost
 * @param {HTMLElement} places.said live region for results
 * @param {HTMLElement} places.head above the questions
 * @param {HTMLElement} places.foot below them
 * @param {{ root: HTMLElement, item: Item }[]} entries
 * @param {import("../types.js").Answers} answers
 * @returns {() => void} how to let go of the answers
 */
export function createQuiz({ root, notice, said, head, foot }, entries, answers) {
  const chapter = root.dataset.quiz ?? "quiz";
  const items = entries.map((entry) => entry.item);
  /** @type {Map<Item, Card>} */
  const cards = new Map();
  /** The part of the questions that is asked again; null for all. @type {{ words: string, ids: Set<string> } | null} */
  let only = null;
  /** The place in a running exam. */
  let current = 0;
  /** Whether many changes are being made, which are drawn once. */
  let busy = false;
  let view = look();

  /** @returns {View} */
  function look() {
    const exam = answers.exam(chapter);
    const part = only;
    const free = part === null ? items : items.filter((item) => part.ids.has(item.id));
    const order = exam ? inExam(exam, items) : free;
    const mode = exam === null ? "tutor" : exam.submitted === null ? "exam" : "review";
    return { exam, mode, order, places: new Map(order.map((item, at) => [item, at])), done: false };
  }

  const announce = (/** @type {string} */ text) => (said.textContent = text);
  const cardOf = (/** @type {Item} */ item) => /** @type {Card} */ (cards.get(item));
  /** How each question stands, reckoned once for every change. @type {Map<Item, Standing>} */
  let known = new Map();
  const standings = (/** @type {readonly Item[]} */ some) =>
    some.map((item) => known.get(item) ?? cardOf(item).standing());
  const progress = () => {
    const settled = standings(items).filter((row) => row.settled && row.answered);
    return {
      answered: settled.length,
      right: settled.filter((row) => row.correct).length,
      total: items.length,
    };
  };

  /** @param {() => void} change */
  function together(change) {
    busy = true;
    change();
    busy = false;
    refresh();
  }

  /** Put away the answers to some questions; their flags stay. @param {readonly Item[]} some */
  function reopen(some) {
    const flagged = some.filter((item) => answers.get(item).flagged);
    answers.clear(some);
    flagged.forEach((item) => answers.note(item, { flagged: true }));
  }

  const above = quizHead({
    certainty: (on) => answers.set({ certainty: on }),
    start(minutes) {
      const some = view.order;
      if (view.exam !== null) return;
      together(() => {
        reopen(some);
        const ids = some.map((item) => item.id);
        const all = some.length === items.length;
        answers.setExam(chapter, startExam({ ids, all, minutes, seed: answers.seed(), now: Date.now() }));
        only = null;
        current = 0;
      });
      cardOf(view.order[0]).focus();
      announce(say("exam_started", { total: some.length }));
    },
    showAll() {
      only = null;
      refresh();
      cardOf(items[0]).focus();
      announce(say("only_ended", { questions: questions(items.length) }));
    },
  });
  const strip = examStrip(goTo, () => announce(say("exam_over_said")));
  head.replaceChildren(...above.elements, strip.element);

  const panel = resultsPanel({
    go: (row) => cardOf(row.item).focus(),
    number: (row) => placeOf(row.item).i,
  });
  foot.before(panel.element);

  const below = quizFoot({
    total: items.length,
    question() {
      const rows = standings(view.order);
      const [open, total] = [rows.filter((row) => !row.answered).length, rows.length];
      const count = rows.filter((row) => row.answered && row.certainty === 0).length;
      const unsure = answers.settings().certainty && count > 0;
      const ask = open > 0 ? say("exam_ask_open", { open, total }) : say("exam_ask", { total });
      return unsure ? `${ask} ${say("exam_ask_unsure", { count })}` : ask;
    },
    submit() {
      const { exam, order } = view;
      if (exam === null || exam.submitted !== null) return;
      together(() => {
        order.forEach((item) => cardOf(item).settle());
        answers.setExam(chapter, { ...exam, submitted: Date.now() });
      });
      panel.focus();
      announce(scoreLine(standings(order)));
    },
    close() {
      answers.setExam(chapter, null);
      cardOf(items[0]).focus();
      announce(say("exam_left_said"));
    },
    again(part) {
      const rows = again(standings(view.order))[part];
      const some = rows.map((row) => row.item);
      const words = say(`only_${part}`, { questions: questions(some.length) });
      together(() => {
        reopen(rows.filter((row) => row.settled).map((row) => row.item));
        if (view.exam) answers.setExam(chapter, null);
        only = { words, ids: new Set(some.map((item) => item.id)) };
      });
      cardOf(some[0]).focus();
      announce(words);
    },
    reset() {
      answers.clear(items);
      cardOf(view.order[0]).focus();
      announce(say("reset_done"));
    },
  });
  foot.replaceChildren(...below.elements);

  /** To a question of a running exam. @param {number} at */
  function goTo(at) {
    current = at;
    refresh();
    cardOf(view.order[at]).focus();
  }

  /** Its number: in the exam while there is one, else in the bank. @param {Item} item */
  function placeOf(item) {
    const at = view.places.get(item);
    return view.exam === null || at === undefined ? item : { i: at + 1, n: view.order.length };
  }

  /** @param {Item} item @returns {import("../card/item.js").Steps} */
  function steps(item) {
    const at = view.places.get(item) ?? view.order.length;
    const following = at + 1 < view.order.length;
    const [label, inExamNow] = [say("next"), view.mode === "exam"];
    const go = () => (inExamNow ? goTo(at + 1) : cardOf(view.order[at + 1]).focus());
    const results = { label: say("results_go"), go: panel.focus };
    return {
      previous: inExamNow && at > 0 ? () => goTo(at - 1) : null,
      next: view.mode === "tutor" && view.done ? results : following ? { label, go } : null,
    };
  }

  const create = entries.length > LIVE_AT_ONCE ? createSleepingCard : createCard;
  for (const { root: place, item } of entries) {
    const around = {
      answers,
      announce,
      next: null,
      mode: () => view.mode,
      place: () => placeOf(item),
      steps: () => steps(item),
      progress: () => say("progress", progress()) + (view.done ? `. ${say("results_said")}` : ""),
    };
    cards.set(item, create(place, item, around));
  }

  /** The order in which the cards stand. */
  let laidOut = items;
  function layOut() {
    const { exam, mode, order, places: at } = view;
    current = Math.max(0, Math.min(current, order.length - 1));
    const sequence = exam ? [...order, ...items.filter((item) => !at.has(item))] : items;
    const roots = new Map(entries.map((entry) => [entry.item, entry.root]));
    if (sequence.some((item, place) => item !== laidOut[place])) {
      laidOut = sequence;
      sequence.forEach((item) => panel.element.before(/** @type {HTMLElement} */ (roots.get(item))));
    }
    roots.forEach((place, item) => {
      place.hidden = mode === "exam" ? order[current] !== item : !at.has(item);
    });
    root.dataset.mode = mode;
  }

  let told = "";
  function refresh() {
    if (busy) return;
    drawQuestions();
    drawAround();
  }

  /** Whether what stands around the questions is still to be drawn. */
  let late = false;
  /** What a reader acted on is drawn first; what sums it up follows when that is on the screen. */
  function changed() {
    if (busy) return;
    drawQuestions();
    if (late) return;
    late = true;
    afterPaint(() => late && drawAround());
  }

  function drawQuestions() {
    view = look();
    known = new Map(items.map((item) => [item, cardOf(item).standing()]));
    layOut();
    const rows = standings(view.order);
    view.done = rows.length > 0 && rows.every((row) => row.settled);
    cards.forEach((card) => card.refresh());
  }

  function drawAround() {
    late = false;
    const { exam, mode, order } = view;
    const rows = standings(order);
    strip.write(exam, exam ? rows : [], current);
    above.write({
      certainty: answers.settings().certainty,
      free: mode === "tutor",
      total: order.length,
      given: rows.filter((row) => row.given).length,
      only: mode === "tutor" ? (only?.words ?? "") : "",
    });
    panel.write(view.done ? rows : [], exam);
    const now = progress();
    const answered = rows.filter((row) => row.answered).length;
    const far = mode === "exam" ? say("exam_state", { answered, total: rows.length }) : say("progress", now);
    below.write({ mode, text: far, rows, some: standings(items).some((row) => row.given) });
    const text = say("progress", now);
    if (text !== told) {
      told = text;
      sayProgress(root, now);
    }
    const lines = answers.notices().map(({ key, values }) => say(key, values));
    // Writing the same words again would have them read aloud again.
    if (lines.join("\n") !== [...notice.children].map((line) => line.textContent).join("\n")) {
      notice.replaceChildren(...lines.map((line) => element("p", {}, line)));
    }
  }

  /** A link to a question that is not shown now: show it, unless an exam leaves it out. */
  function follow() {
    const item = items.find(({ id }) => `#${id}` === location.hash);
    if (item === undefined) return;
    const at = view.places.get(item);
    if (view.mode === "exam" && at !== undefined) goTo(at);
    if (view.mode !== "tutor" || at !== undefined) return;
    only = null;
    refresh();
    cardOf(item).focus();
  }

  // A reader who comes back to an exam goes on where it is still open.
  if (view.mode === "exam") current = standings(view.order).findIndex((row) => !row.answered);
  refresh();
  follow();
  window.addEventListener("hashchange", follow);
  const release = answers.subscribe(changed);
  return () => {
    late = false;
    release();
    strip.release();
    window.removeEventListener("hashchange", follow);
  };
}
