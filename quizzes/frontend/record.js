// @ts-check
/**
 * The one record of a book, as text in the browser's storage and as answers in memory.
 * Pure: what is read is judged here, and what to do about it is the store's business.
 */

export const KEY = "asps-course.v1";
export const BOOK = "asps-course";
export const VERSION = 1;

/**
 * An answer as kept. `at` is the time of the last change [ms since 1970]; an answer without picks is one that
 * the reader took back, kept so that another tab does not bring the old one to life again.
 * @typedef {{ digest: string, chosen: string[], checked: boolean, at: number }} Answer
 * @typedef {Map<string, Answer>} AnswerMap
 *
 * What was found in the storage. `dropped` counts answers that could not be read.
 * @typedef {{ state: "none" | "damaged" | "newer" }
 *   | { state: "record", seed: number | null, answers: AnswerMap, dropped: number }} Found
 */

/**
 * @param {string | null} raw
 * @returns {Found}
 */
export function decode(raw) {
  if (raw === null) return { state: "none" };
  let data;
  try {
    data = JSON.parse(raw);
  } catch {
    return { state: "damaged" };
  }
  if (!isObject(data) || own(data, "book") !== BOOK) return { state: "damaged" };
  const version = own(data, "version");
  if (typeof version === "number" && version > VERSION) return { state: "newer" };
  const kept = own(data, "answers");
  if (version !== VERSION || !isObject(kept)) return { state: "damaged" };
  /** @type {AnswerMap} */
  const answers = new Map();
  let dropped = 0;
  for (const [id, value] of Object.entries(kept)) {
    const answer = /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) ? readAnswer(value) : null;
    if (answer) answers.set(id, answer);
    else dropped += 1;
  }
  const seed = own(data, "seed");
  return { state: "record", seed: isSeed(seed) ? seed : null, answers, dropped };
}

/**
 * @param {number} seed
 * @param {AnswerMap} answers
 */
export function encode(seed, answers) {
  return JSON.stringify({ version: VERSION, book: BOOK, seed, answers: Object.fromEntries(answers) });
}

/**
 * The answers of both; of two answers to the same question the newer, and in doubt the second.
 * @param {AnswerMap} one
 * @param {AnswerMap} other
 * @returns {AnswerMap}
 */
export function merge(one, other) {
  const both = new Map(one);
  for (const [id, answer] of other) {
    const mine = both.get(id);
    if (mine === undefined || answer.at >= mine.at) both.set(id, answer);
  }
  return both;
}

/** @param {unknown} value @returns {Answer | null} */
function readAnswer(value) {
  if (!isObject(value)) return null;
  const [digest, chosen, checked, at] = ["digest", "chosen", "checked", "at"].map((name) => own(value, name));
  if (typeof digest !== "string" || typeof checked !== "boolean") return null;
  // A time so late that nothing could ever be later is no time.
  if (typeof at !== "number" || !Number.isFinite(at) || Math.abs(at) > 2 ** 52) return null;
  if (!Array.isArray(chosen) || !chosen.every((id) => typeof id === "string")) return null;
  return { digest, chosen, checked, at };
}

/** @param {unknown} value @returns {value is object} */
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * What stands in the data, never what an object inherits.
 * @param {object} data
 * @param {string} name
 * @returns {unknown}
 */
const own = (data, name) =>
  Object.prototype.hasOwnProperty.call(data, name) ? Reflect.get(data, name) : undefined;

/** @param {unknown} value @returns {value is number} */
const isSeed = (value) =>
  typeof value === "number" && Number.isInteger(value) && value >= 0 && value < 2 ** 32;
