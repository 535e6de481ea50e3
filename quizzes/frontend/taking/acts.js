// @ts-check
/** What a reader does with the questions of a chapter as a whole: a block, an exam, some of them again. */

import { kindOf } from "../../kinds/register.js";
import { say } from "../strings.js";
import { mixed, nextBlock, weakest } from "./block.js";
import { startExam } from "./exam.js";
import { questions } from "./head.js";
import { scoreLine } from "./panel.js";
import { again } from "./results.js";

/** @typedef {import("../types.js").Item} Item */
/** @typedef {import("./view.js").View} View */
/** @typedef {import("./results.js").Row & { given: boolean }} Row */

/**
 * The quiz, as far as what is done with it needs to know.
 * @typedef {object} Quiz
 * @property {string} chapter
 * @property {readonly Item[]} items
 * @property {boolean} whole whether they are asked all together, and not in blocks
 * @property {import("../types.js").Answers} answers
 * @property {() => View} view
 * @property {(items: readonly Item[]) => Row[]} standings
 * @property {(item: Item) => import("../card/item.js").Card} card
 * @property {(some: Partial<import("./view.js").Asked>) => void} show
 * @property {(current: number) => void} step to another place among those that are asked
 * @property {(change: () => void) => void} together make many changes, which are drawn once
 * @property {() => void} focusResults
 * @property {(text: string) => void} announce
 */

/** A part without a name. @param {readonly Item[]} some @returns {import("./view.js").Part} */
const block = (some) => ({ words: "", ids: some.map(({ id }) => id) });

/** What comes next of the questions: a block of those still open; all, once there are none, and of a whole. @param {Quiz} quiz */
export function nextOf({ items, whole, standings }) {
  const some = whole ? [] : nextBlock(standings(mixed(items)));
  return some.length > 0 ? block(some) : null;
}

/** To a question that is asked now. @param {Quiz} quiz @param {Item} item */
export function goTo({ step, card, view }, item) {
  step(view().places.get(item) ?? 0);
  card(item).focus();
}

/** To the first of what is asked now. @param {Quiz} quiz */
const begin = (quiz) => goTo(quiz, quiz.view().order[0]);

/** @param {Quiz} quiz */
export function takeBlock(quiz) {
  quiz.show({ part: nextOf(quiz), stacked: false });
  begin(quiz);
}

/** One after the other, or one under the other. @param {Quiz} quiz @param {boolean} stacked */
export function takeAll(quiz, stacked) {
  quiz.show({ part: null, stacked });
  begin(quiz);
  quiz.announce(say("only_ended", { questions: questions(quiz.items.length) }));
}

/**
 * Those of some ids, one at a time.
 * @param {Quiz} quiz
 * @param {readonly string[]} ids
 * @param {boolean} [again] whether wrong answers to them are put away
 * @returns {boolean} whether any is known
 */
export function takeThese(quiz, ids, again = false) {
  const some = ids.flatMap((id) => quiz.items.find((item) => item.id === id) ?? []);
  const { exam } = quiz.view();
  // An exam that runs is not broken off; the review of one is left, for nothing in it can be answered.
  if (some.length === 0 || (exam !== null && exam.submitted === null)) return false;
  quiz.together(() => {
    if (exam) quiz.answers.setExam(quiz.chapter, null);
    const wrong = quiz.standings(some).filter((row) => row.settled && !row.correct);
    if (again && wrong.length > 0)
      reopen(
        quiz,
        wrong.map((row) => row.item),
      );
    quiz.show({ part: block(some), stacked: false });
  });
  begin(quiz);
  return true;
}

/** What is not right yet of the weakest objective. @param {Quiz} quiz */
export function takeWeakest(quiz) {
  const found = weakest(quiz.standings(quiz.items));
  if (found === null) return;
  quiz.together(() => {
    reopen(quiz, found.items);
    quiz.show({ part: block(found.items), stacked: false });
  });
  begin(quiz);
}

/** Put away the answers to some questions; their flags stay. @param {Quiz} quiz @param {readonly Item[]} some */
function reopen({ answers }, some) {
  const flagged = some.filter((item) => answers.get(item).flagged);
  answers.clear(some);
  flagged.forEach((item) => answers.note(item, { flagged: true }));
}

/** What an exam would ask: the part that was chosen by name, else all, whatever block is asked now. @param {Quiz} quiz */
export const examined = ({ items, view }) => (view().part?.words ? view().order : [...items]);

/** @param {Quiz} quiz @param {number} minutes the time limit, 0 for none */
export function start(quiz, minutes) {
  const { answers, items, chapter, view } = quiz;
  if (view().exam !== null) return;
  const some = examined(quiz);
  quiz.together(() => {
    reopen(quiz, some);
    const ids = some.map((item) => item.id);
    const all = some.length === items.length;
    answers.setExam(chapter, startExam({ ids, all, minutes, seed: answers.seed(), now: Date.now() }));
    quiz.show({ part: null });
  });
  begin(quiz);
  quiz.announce(say("exam_started", { total: some.length }));
}

/** What is asked before an exam is submitted. @param {Quiz} quiz */
export function beforeSubmitting({ answers, standings, view }) {
  const rows = standings(view().order);
  const [open, total] = [rows.filter((row) => !row.answered).length, rows.length];
  const count = rows.filter((row) => row.answered && row.certainty === 0 && !kindOf(row.item).alone).length;
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
    quiz.show({ current: 0 });
  });
  quiz.focusResults();
  quiz.announce(scoreLine(quiz.standings(order)));
}

/** Leave an exam, or its review. @param {Quiz} quiz */
export function close(quiz) {
  quiz.answers.setExam(quiz.chapter, null);
  quiz.show({ part: quiz.view().single ? nextOf(quiz) : null });
  begin(quiz);
  quiz.announce(say("exam_left_said"));
}

/** Of what can be asked again: all of the chapter where a block is asked now. @param {Quiz} quiz */
export const askable = ({ view, items }) => (view().mode === "tutor" && view().single ? items : view().order);

/** @param {Quiz} quiz @param {import("./foot.js").Part} which */
export function askAgain(quiz, which) {
  const rows = again(quiz.standings(askable(quiz)))[which];
  const some = rows.map((row) => row.item);
  const words = say(`only_${which}`, { questions: questions(some.length) });
  quiz.together(() => {
    reopen(
      quiz,
      rows.filter((row) => row.settled).map((row) => row.item),
    );
    if (quiz.view().exam) quiz.answers.setExam(quiz.chapter, null);
    quiz.show({ part: { ...block(some), words } });
  });
  begin(quiz);
  quiz.announce(words);
}

/** @param {Quiz} quiz */
export function reset(quiz) {
  quiz.answers.clear(quiz.items);
  if (quiz.view().single) quiz.show({ part: nextOf(quiz) });
  begin(quiz);
  quiz.announce(say("reset_done"));
}

/** To the question that the address names, shown if it is not, unless an exam leaves it out. @param {Quiz} quiz */
export function follow(quiz) {
  const { items, view, show, card } = quiz;
  const item = items.find(({ id }) => `#${id}` === location.hash);
  if (item === undefined) return;
  const asked = view().places.has(item);
  // The browser itself has gone to a card that stands there.
  if (asked && view().single) goTo(quiz, item);
  if (asked || view().mode !== "tutor") return;
  show({ part: null });
  if (view().single) goTo(quiz, item);
  else card(item).focus();
}
