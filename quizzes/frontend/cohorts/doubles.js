// @ts-check
/**
 * Who may be counted twice, or two as one: names and first answers that stand for one person, or may not. The rules are
 * those of `quizzes/cohorts/result_files/doubles.py`. Pure.
 */

import { byCodePoint } from "./order.js";

/** @typedef {import("./handed-in.js").HandedIn} HandedIn */

/** So many first answers, the same in question, pick and millisecond, are of one record. */
const FIRST = 3;

/**
 * Names that look the same, or differ only in capitals or spaces, as one list for whom they may stand for.
 * @param {readonly string[]} students
 * @param {Record<string, string>} looks signs by those that they look like
 */
export function alike(students, looks) {
  /** @type {Map<string, string[]>} */
  const groups = new Map();
  for (const student of [...students].sort(byCodePoint)) {
    const name = look(student.toUpperCase().toLowerCase(), looks).replace(/\s/g, "");
    groups.set(name, [...(groups.get(name) ?? []), student]);
  }
  const several = [...groups].filter(([, names]) => names.length > 1);
  return several.sort(([one], [other]) => byCodePoint(one, other)).map(([, names]) => names);
}

/** What a text looks like. @param {string} text @param {Record<string, string>} looks */
const look = (text, looks) =>
  [...text.normalize("NFC")]
    .filter((sign) => !/\p{Cf}|[\ufe00-\ufe0f]/u.test(sign))
    .map((sign) => looks[sign] ?? sign)
    .join("");

/**
 * Names whose first answers are the same, as one list for each record that they may have come from.
 * @param {readonly HandedIn[]} files that count
 */
export function oneRecord(files) {
  const firsts = files.map(({ student, answers }) => {
    const given = answers.flatMap(([item, answer]) =>
      answer.checked ? [{ item, at: Math.trunc(answer.at), answer }] : [],
    );
    const inOrder = given.sort((one, other) => one.at - other.at || byCodePoint(one.item, other.item));
    return { student, first: inOrder.slice(0, FIRST).map(({ item, answer }) => mark(item, answer)) };
  });
  const known = new Set(firsts.map(({ first }) => first.join("\n")));
  /** @type {Map<string, string[]>} */
  const groups = new Map();
  for (const { student, first } of firsts.sort((one, other) => byCodePoint(one.student, other.student))) {
    const begun = first.map((_, at) => first.slice(0, at + 1).join("\n"));
    const shortest = begun.find((some) => known.has(some));
    if (shortest !== undefined) groups.set(shortest, [...(groups.get(shortest) ?? []), student]);
  }
  return [...groups.values()].filter((names) => names.length > 1).sort(([one], [other]) => byCodePoint(one, other));
}

/**
 * Whether a file shares no answer with a newer one of the same name, so that it may be another person's.
 * @param {HandedIn} older
 * @param {HandedIn} newer
 */
export function isStranger(older, newer) {
  const [here, there] = [older, newer].map(
    ({ answers }) => new Set(answers.flatMap(([item, answer]) => (answer.checked ? [mark(item, answer)] : []))),
  );
  return here.size > 0 && there.size > 0 && ![...here].some((one) => there.has(one));
}

/** An answer as nobody else gives it: the question, the moment and the picks. @param {string} item @param {import("../record/record.js").Answer} answer */
const mark = (item, { at, chosen }) => JSON.stringify([item, Math.trunc(at), chosen.join("\x1f")]);
