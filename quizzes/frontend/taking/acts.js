// @ts-check
/** What a reader does with the questions of a chapter as a whole: an exam, some of them again, all from the start. */

import { say } from "../strings.js";
import { startExam } from "./exam.js";
import { questions } from "./head.js";
import { scoreLine } from "./panel.js";
import { again } from "./results.js";

/** @typedef {import("../types.js").Item} Item */
/** @typedef {import("./view.js").View} View */
/** @typedef {import("./cards.js").Standing} Standing */

/**
 * The quiz, as far as what is done with it needs to know.
 * @typedef {object} Quiz
 * @property {string} chapter
 * @property {readonly Item[]} items
 * @property {import("../types.js").Answers} answers
 * @property {() => View} view
 * @property {(items: readonly Item[]) => Standing[]} standings
 * @property {(item: Item) => import("../card/item.js").Card} card
 * @property {(some: { part?: import("./view.js").Part | null, current?: number }) => void} show
 * @property {(change: () => void) => void} together make many changes, which are drawn once
 * @property {() => void} focusResults
 * @property {(text: string) => void} announce
 */

/** Put away the answers to some questions; their flags stay. @param {Quiz} quiz @param {readonly Item[]} some */
function reopen({ answers }, some) {
  const flagged = some.filter((item) => answers.get(item).flagged);
  answers.clear(some);
  flagged.forEach((item) => answers.note(item, { flagged: true }));
}

/** @param {Quiz} quiz @param {number} minutes the time limit, 0 for none */
export function start(quiz, minutes) {
  const { answers, items, chapter, view } = quiz;
  const { order: some, exam } = view();
  if (exam !== null) return;
  quiz.together(() => {
    reopen(quiz, some);
    const ids = some.map((item) => item.id);
    const all = some.length === items.length;
    answers.setExam(chapter, startExam({ ids, all, minutes, seed: answers.seed(), now: Date.now() }));
    quiz.show({ part: null, current: 0 });
  });
  quiz.card(view().order[0]).focus();
  quiz.announce(say("exam_started", { total: some.length }));
}

/** What is asked before an exam is submitted. @param {Quiz} quiz */
export function beforeSubmitting({ answers, standings, view }) {
  const rows = standings(view().order);
  const [open, total] = [rows.filter((row) => !row.answered).length, rows.length];
  const count = rows.filter((row) => row.answered && row.certainty === 0).length;
  const unsure = answers.settings().certainty && count > 0;
  const ask = open > 0 ? say("exam_ask_open", { open, total }) : say("exam_ask", { total });
  return unsure ? `${ask} ${say("exam_ask_unsure", { count })}` : ask;
}

/** @param {Quiz} quiz */
export function submit(quiz) {
  const { exam, order } = quiz.view();
  if (exam === null || exam.submitted !== null) return;
  quiz.together(() => {
    order.forEach((item) => quiz.card(item).settle());
    quiz.answers.setExam(quiz.chapter, { ...exam, submitted: Date.now() });
  });
  quiz.focusResults();
  quiz.announce(scoreLine(quiz.standings(order)));
}

/** Leave an exam, or its review. @param {Quiz} quiz */
export function close({ answers, chapter, card, items, announce }) {
  answers.setExam(chapter, null);
  card(items[0]).focus();
  announce(say("exam_left_said"));
}

/** @param {Quiz} quiz @param {import("./foot.js").Part} which */
export function askAgain(quiz, which) {
  const rows = again(quiz.standings(quiz.view().order))[which];
  const some = rows.map((row) => row.item);
  const words = say(`only_${which}`, { questions: questions(some.length) });
  quiz.together(() => {
    reopen(
      quiz,
      rows.filter((row) => row.settled).map((row) => row.item),
    );
    if (quiz.view().exam) quiz.answers.setExam(quiz.chapter, null);
    quiz.show({ part: { words, ids: new Set(some.map((item) => item.id)) } });
  });
  quiz.card(some[0]).focus();
  quiz.announce(words);
}

/** @param {Quiz} quiz */
export function showAll({ show, card, items, announce }) {
  show({ part: null });
  card(items[0]).focus();
  announce(say("only_ended", { questions: questions(items.length) }));
}

/** @param {Quiz} quiz */
export function reset({ answers, items, view, card, announce }) {
  answers.clear(items);
  card(view().order[0]).focus();
  announce(say("reset_done"));
}

/** To a question of a running exam. @param {Quiz} quiz @param {number} at */
export function goTo({ show, card, view }, at) {
  show({ current: at });
  card(view().order[at]).focus();
}

/** To the question that the address names, shown if it is not, unless an exam leaves it out. @param {Quiz} quiz */
export function follow(quiz) {
  const { items, view } = quiz;
  const item = items.find(({ id }) => `#${id}` === location.hash);
  if (item === undefined) return;
  const at = view().places.get(item);
  if (view().mode === "exam" && at !== undefined) goTo(quiz, at);
  if (view().mode !== "tutor" || at !== undefined) return;
  quiz.show({ part: null });
  quiz.card(item).focus();
}
