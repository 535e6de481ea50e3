// @ts-check
/**
 * How a short answer is judged. The whole rule:
 *
 * 1. Capitals, accents, spaces and punctuation do not matter.
 * 2. An answer that is one of the accepted answers is right, and one that is a listed wrong answer is wrong.
 * 3. Any other answer is right where it names an accepted answer in whole words ("the lungs", "lung metastases"), names
 *    no listed wrong answer besides ("lung, then brain"), and neither denies nor leaves open ("not the lung", "lung or
 *    liver").
 *
 * A listed wrong answer within an accepted one does not count as named: "PAS" in "PAS with diastase".
 */

import { texts } from "../grade.js";
import catalog from "./words.json" with { type: "json" };

/** @typedef {import("./card.js").ShortAnswerItem} ShortAnswerItem */

/** Words that deny or leave open. */
const DENIALS = new Set(catalog.denials.split(" "));

/** A text in words as answers are compared: no case, accents or punctuation. @param {string} text */
const wordsOf = (text) =>
  text
    .normalize("NFKD")
    .toUpperCase()
    .toLowerCase()
    .replace(/n['’]t\b/g, " not")
    .replace(/\p{M}/gu, "")
    .split(/[\p{P}\p{Z}\p{C}]+/u)
    .filter((word) => word !== "");

/**
 * A text as answers are compared, its words run together. The bank folds in the same way (`record.py`).
 * @param {string} text
 */
export const folded = (text) =>
  text
    .normalize("NFKD")
    .toUpperCase()
    .toLowerCase()
    .replace(/[\p{P}\p{Z}\p{C}\p{M}]/gu, "");

/** Where something is named: from one word up to, without, another. @typedef {{ from: number, to: number }} Run */

/**
 * The runs of whole words that name one of some answers; "tfe-3" and "tfe 3" are the same.
 * @param {readonly string[]} words
 * @param {readonly string[]} answers
 * @returns {Run[]}
 */
function named(words, answers) {
  const sought = new Set(answers.map(folded));
  const longest = Math.max(0, ...[...sought].map((text) => text.length));
  /** @type {Run[]} */
  const runs = [];
  for (let from = 0; from < words.length; from += 1) {
    let run = "";
    for (let to = from; to < words.length && run.length <= longest; to += 1) {
      run += words[to];
      if (sought.has(run)) runs.push({ from, to: to + 1 });
    }
  }
  return runs;
}

/** @param {Run} inner @param {readonly Run[]} runs whether it is part of a longer one */
const within = (inner, runs) =>
  runs.some(({ from, to }) => from <= inner.from && inner.to <= to && to - from > inner.to - inner.from);

/**
 * What a typed answer is: right, the wrong answer that it names, or neither. Never throws.
 * @param {import("../../frontend/types.js").Unsure<ShortAnswerItem>} item
 * @param {unknown} typed
 * @returns {{ right: boolean, wrong: string | null }} `wrong` is the id of a listed wrong answer
 */
export function judged(item, typed) {
  const accepted = texts(item?.accepted);
  const also = Array.isArray(item?.also) ? item.also : [];
  const text = typeof typed === "string" ? typed : "";
  const isOneOf = (/** @type {readonly string[]} */ answers) =>
    folded(text) !== "" && answers.some((answer) => folded(answer) === folded(text));
  if (isOneOf(accepted)) return { right: true, wrong: null };
  const words = wordsOf(text);
  const right = named(words, accepted);
  const wrong = also.find((group) => {
    const answers = texts(group?.answers);
    return isOneOf(answers) || named(words, answers).some((run) => !within(run, right));
  });
  if (wrong !== undefined) return { right: false, wrong: typeof wrong.id === "string" ? wrong.id : null };
  const denied = words.some((word, at) => DENIALS.has(word) && !right.some(({ from, to }) => from <= at && at < to));
  return { right: right.length > 0 && !denied, wrong: null };
}
