// @ts-check
/**
 * A class: the files that students handed in, which of them count, and the answers in them. The rules are those of
 * `quizzes/cohorts/result_files/folder.py` and `quizzes/cohorts/cohort.py`. Pure.
 */

import { DAY } from "../record/clock.js";
import { say } from "../strings.js";
import { alike, isStranger, oneRecord } from "./doubles.js";
import { byCodePoint } from "./order.js";

/** @typedef {import("../record/record.js").Answer} Answer */
/** @typedef {import("./handed-in.js").HandedIn} HandedIn */
/**
 * A question as it is now: `place` counts from 1, `key` is the right pick where there is exactly one.
 * @typedef {{ bank: string, place: number, item: string, digest: string, key: string | null, question: string,
 *   options: { option: string, text: string, correct: boolean }[] }} Question
 *
 * An answer that counts: checked, with a score, to a question as it is now.
 * @typedef {{ student: string, item: string, bank: string, score: number, chosen: string[] }} Scored
 *
 * @typedef {{ file: string } & (HandedIn | { reason: string } | { beside: true })} ReadFile
 *
 * @typedef {object} Cohort
 * @property {string[]} students
 * @property {Scored[]} scored
 * @property {{ file: string, reason: string }[]} refused
 * @property {{ file: string, student: string, newer: string, stranger: boolean, reason: string }[]} setAside
 * @property {number} beside how many files systems and programs left, handed in by nobody
 * @property {{ item: string, state: "changed" | "gone", students: number }[]} unusable
 * @property {string[][]} oneRecord
 * @property {string[][]} alike
 */

/**
 * The class whose files these are, in any order.
 * @param {readonly ReadFile[]} files
 * @param {readonly Question[]} questions
 * @param {number} now [ms since 1970]
 * @param {Record<string, string>} looks signs by those that they look like
 * @returns {Cohort}
 */
export function cohort(files, questions, now, looks) {
  const known = new Map(questions.map((question) => [question.item, question]));
  const refused = [];
  let beside = 0;
  /** @type {({ file: string } & HandedIn)[]} */
  const good = [];
  for (const file of [...files].sort((one, other) => byCodePoint(one.file, other.file))) {
    if ("beside" in file) {
      beside += 1;
      continue;
    }
    const reason = "reason" in file ? file.reason : impossible(file, known, now);
    if (reason !== null) refused.push({ file: file.file, reason });
    else if (!("reason" in file)) good.push(file);
  }
  const { counted, setAside } = newest(good);
  const answers = counted.flatMap((file) => file.answers.map(([item, answer]) => ({ ...answer, item, file })));
  return {
    students: counted.map(({ student }) => student),
    scored: answers.flatMap(({ item, digest, checked, score, chosen, file }) => {
      const question = known.get(item);
      if (question?.digest !== digest || !checked || score === null) return [];
      return [{ student: file.student, item, bank: question.bank, score, chosen }];
    }),
    refused,
    setAside,
    beside,
    unusable: unusable(answers, known),
    oneRecord: oneRecord(counted),
    alike: alike(
      counted.map(({ student }) => student),
      looks,
    ),
  };
}

/**
 * The first impossible answer of a file; null if there is none. Answers are graded by the front end alone, but a
 * single best answer has one key, against which a score that was edited by hand shows.
 * @param {HandedIn} file
 * @param {Map<string, Question>} known
 * @param {number} now
 */
function impossible({ answers }, known, now) {
  for (const [item, { at, checked, chosen, digest, score }] of answers) {
    const question = known.get(item);
    const marked = question?.digest === digest && question.key !== null && score !== null;
    const right = chosen.length === 1 && chosen[0] === question?.key;
    const fault =
      Math.trunc(at) > now + DAY
        ? say("class_fault_future")
        : !checked && score !== null
          ? say("class_fault_unchecked")
          : marked && score !== Number(right)
            ? say("class_fault_unearned")
            : null;
    if (fault) return say("class_fault", { place: `answers.${item}`, fault });
  }
  return null;
}

/**
 * Each student counts once, with the newest export; of two from the same moment, with the first by name.
 * @param {readonly ({ file: string } & HandedIn)[]} good in the order of their names
 */
function newest(good) {
  /** @type {Map<string, { file: string } & HandedIn>} */
  const kept = new Map();
  for (const file of good) {
    const other = kept.get(file.student);
    if (other === undefined || file.exported > other.exported) kept.set(file.student, file);
  }
  const setAside = good.flatMap((one) => {
    const { file, student, exported } = one;
    const newer = /** @type {{ file: string } & HandedIn} */ (kept.get(student));
    if (newer.file === file) return [];
    const stranger = isStranger(one, newer);
    const why = stranger ? "class_is_stranger" : newer.exported === exported ? "class_is_copy" : "class_is_older";
    return [{ file, student, newer: newer.file, stranger, reason: say(why, { newer: newer.file }) }];
  });
  return { counted: good.filter((file) => kept.get(file.student) === file), setAside };
}

/**
 * Answers to questions that changed or are gone, which are left out.
 * @param {readonly { item: string, digest: string }[]} answers
 * @param {Map<string, Question>} known
 */
function unusable(answers, known) {
  /** @type {Map<string, { item: string, state: "changed" | "gone", students: number }>} */
  const rows = new Map();
  for (const { item, digest } of answers) {
    const question = known.get(item);
    if (question?.digest === digest) continue;
    const row = rows.get(item) ?? { item, state: question ? "changed" : "gone", students: 0 };
    rows.set(item, { ...row, students: row.students + 1 });
  }
  return [...rows.values()].sort((one, other) => byCodePoint(one.item, other.item));
}
