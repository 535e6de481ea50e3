// @ts-check
/**
 * How questions did: how easy they were, how well they discriminate, and which wrong options tempt; worked out as in
 * `quizzes/cohorts/analysis/item_analysis.py`, which explains it. Pure.
 */

import { say } from "../strings.js";
import { correlation, correlationInterval, mean, shareInterval } from "./intervals.js";
import { byCodePoint } from "./order.js";

/** @typedef {import("./cohort.js").Question} Question */
/** @typedef {import("./cohort.js").Scored} Scored */
/**
 * What the page was built with: from how `few` students on chance is not mentioned, from how many at the `fewest` an
 * option can be called tempting, how many `mistakes` are listed,
 * which share of picks is `rare`, which facility `easy` or `hard`, and the quantile `z` of the intervals.
 * @typedef {{ few: number, fewest: number, mistakes: number, rare: number, easy: number, hard: number, z: number }} Limits
 *
 * @typedef {import("./intervals.js").Interval} Interval
 * @typedef {{ option: string, text: string, correct: boolean, n: number, picked: number, share: number, warning: string }} Option
 * @typedef {{ answer: string, students: number, score: number }} Mistake
 * @typedef {object} Row
 * @property {Question} question
 * @property {number} n answers
 * @property {number} facility
 * @property {Interval} facilityRange
 * @property {number | null} discrimination
 * @property {Interval | null} discriminationRange
 * @property {number} nRest students behind the discrimination
 * @property {string} warning
 * @property {Option[]} options
 * @property {Mistake[]} mistakes
 */

/**
 * One row for each question that was answered, in the order of the banks.
 * @param {readonly Scored[]} scored
 * @param {readonly Question[]} questions
 * @param {Limits} limits
 * @returns {Row[]}
 */
export function itemAnalysis(scored, questions, limits) {
  const rests = restsOf(scored);
  const byItem = grouped(scored, ({ item }) => item);
  const inOrder = [...questions].sort((one, other) => byCodePoint(one.bank, other.bank) || one.place - other.place);
  return inOrder.flatMap((question) => {
    const answers = byItem.get(question.item);
    return answers ? [row(question, answers, rests, limits)] : [];
  });
}

/**
 * @param {Question} question
 * @param {readonly Scored[]} answers
 * @param {Map<Scored, number>} rests
 * @param {Limits} limits
 * @returns {Row}
 */
function row(question, answers, rests, limits) {
  const scores = answers.map(({ score }) => score);
  const [n, facility] = [answers.length, mean(scores)];
  const variance = mean(scores.map((score) => (score - facility) ** 2)) / n;
  const pairs = answers.flatMap((answer) => {
    const rest = rests.get(answer);
    return rest === undefined ? [] : [/** @type {const} */ ([answer.score, rest])];
  });
  const discrimination = correlation(pairs);
  const discriminationRange = correlationInterval(discrimination, pairs.length, limits.z);
  const facilityRange = shareInterval(facility, variance, n, limits.z);
  const doubted = discriminationRange !== null && discriminationRange.high < 0 && pairs.length >= limits.few;
  const warning = joined([
    n < limits.few && say("class_few", { n }),
    doubted && say("class_check_key"),
    facilityRange.low > limits.easy && say("class_easy"),
    facilityRange.high < limits.hard && say("class_hard"),
  ]);
  return {
    question,
    n,
    facility,
    facilityRange,
    discrimination,
    discriminationRange,
    nRest: pairs.length,
    warning,
    options: options(question, answers, limits),
    mistakes: question.options.length > 0 ? [] : mistakes(answers, limits),
  };
}

/**
 * Of each answer the share of points that the student has on the other questions of the bank, where at least half of
 * them were answered.
 * @param {readonly Scored[]} scored
 * @returns {Map<Scored, number>}
 */
function restsOf(scored) {
  const rests = new Map();
  for (const inBank of grouped(scored, ({ bank }) => bank).values()) {
    const size = new Set(inBank.map(({ item }) => item)).size;
    for (const own of grouped(inBank, ({ student }) => student).values()) {
      const [points, others] = [own.reduce((sum, { score }) => sum + score, 0), own.length - 1];
      if (others === 0 || 2 * others < size - 1) continue;
      for (const answer of own) rests.set(answer, (points - answer.score) / others);
    }
  }
  return rests;
}

/**
 * How often each option was picked.
 * @param {Question} question
 * @param {readonly Scored[]} answers
 * @param {Limits} limits
 * @returns {Option[]}
 */
function options(question, answers, { few, fewest, rare, z }) {
  const n = answers.length;
  const picks = answers.flatMap(({ chosen }) => [...new Set(chosen)]);
  const counts = grouped(picks, (pick) => pick);
  const rows = question.options.map((option) => {
    const picked = counts.get(option.option)?.length ?? 0;
    return { ...option, n, picked, share: picked / n };
  });
  const least = Math.min(...rows.filter(({ correct }) => correct).map(({ picked }) => picked));
  return rows.map((option) => {
    const { correct, picked, share } = option;
    const lead = picked - least;
    const tempting = lead > 1 && (lead - 1) ** 2 > z ** 2 * (picked + least) && n >= fewest;
    const idle = shareInterval(share, (share * (1 - share)) / n, n, z).high < rare;
    // A pair of a matching question is one of many, so few picks mean nothing.
    const pair = option.option.includes("=");
    const warning = joined([
      n < few && say("class_few", { n }),
      !correct && tempting && say("class_tempting"),
      !correct && idle && !pair && say("class_idle"),
    ]);
    return { ...option, warning };
  });
}

/**
 * The commonest answers that were not fully right.
 * @param {readonly Scored[]} answers
 * @param {Limits} limits
 * @returns {Mistake[]}
 */
function mistakes(answers, { mistakes: most }) {
  const wrong = answers.filter(({ score }) => score < 1);
  const rows = [...grouped(wrong, ({ chosen }) => chosen.join(", "))].map(([answer, own]) => ({
    answer,
    students: own.length,
    score: mean(own.map(({ score }) => score)),
  }));
  const order = rows.sort((one, other) => other.students - one.students || byCodePoint(one.answer, other.answer));
  return order.slice(0, most);
}

/** Warnings as one text. @param {(string | false)[]} parts */
const joined = (parts) => parts.filter(Boolean).join("; ");

/**
 * @template T
 * @param {readonly T[]} all
 * @param {(one: T) => string} name
 * @returns {Map<string, T[]>}
 */
function grouped(all, name) {
  const groups = new Map();
  for (const one of all) {
    const group = groups.get(name(one));
    if (group) group.push(one);
    else groups.set(name(one), [one]);
  }
  return groups;
}
