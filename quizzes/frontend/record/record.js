// @ts-check
/**
 * The one record of a book, as text in the browser's storage and as maps in memory.
 * Pure: what is read is judged here, and what to do about it is the store's business.
 */

import identity from "../../book.json" with { type: "json" };

export const BOOK = identity.book;
export const KEY = `${BOOK}.v2`;
export const OLD_KEY = `${BOOK}.v1`;
/** Where each chapter was left, which the theme keeps (book/_theme/static/place.js). */
export const PLACE_KEY = `${BOOK}.place`;
/** The path a reader is on, and the steps that are done, which the theme keeps too (`steps.js`). */
export const PATH_KEY = `${BOOK}.path`;
export const VERSION = 2;
export const DAILY = { least: 1, usual: 20, most: 500 };
/** Below this FSRS takes no memory for one [days]. */
const LEAST_STABILITY = 0.001;
/** The longest that FSRS lets a question wait [days]. */
const LONGEST_WAIT = 36_500;
/** More reviews of a question than anybody lives to see: what a file counts beyond that is no number to go on from. */
const MOST_REVIEWS = 1_000_000;
/** The longest pseudonym [characters]. */
export const PSEUDONYM = 80;

/** @typedef {import("../types.js").Certainty} Certainty */
/** @typedef {import("../types.js").Settings} Settings */
/** @typedef {import("../types.js").Exam} Exam */
/** @typedef {import("../types.js").Remark} Remark */

/**
 * An answer as kept. `at` is the time of the last change [ms since 1970], `ms` how long it took; `score` is null
 * until it is checked. An answer without picks is one that the reader took back, or a question only flagged.
 * @typedef {{ digest: string, chosen: string[], checked: boolean, at: number, certainty: Certainty, hints: number,
 *   ms: number, flagged: boolean, score: number | null }} Answer
 *
 * A question in spaced review: the card of FSRS, times in ms since 1970.
 * @typedef {{ digest: string, due: number, stability: number, difficulty: number, scheduled_days: number,
 *   learning_steps: number, reps: number, lapses: number, state: number, last_review: number | null }} Review
 *
 * @typedef {object} Kept
 * @property {Map<string, Answer>} answers
 * @property {Map<string, Review>} reviews
 * @property {Map<string, Exam>} exams by chapter
 * @property {Map<string, Remark>} remarks
 * @property {Settings} settings
 *
 * What was found in the storage. `dropped` counts answers, reviews and exams that could not be read.
 * @typedef {{ state: "none" | "damaged" | "newer" }
 *   | { state: "record", seed: number | null, kept: Kept, dropped: number }} Found
 */

/** @returns {Kept} */
export const nothing = () => ({
  answers: new Map(),
  reviews: new Map(),
  exams: new Map(),
  remarks: new Map(),
  settings: readSettings({}),
});

/**
 * @param {string | null} raw
 * @param {number} [expected] the version that belongs under the key where it was found
 * @returns {Found}
 */
export function decode(raw, expected = VERSION) {
  if (raw === null) return { state: "none" };
  let data;
  try {
    data = JSON.parse(raw);
  } catch {
    return { state: "damaged" };
  }
  if (!isObject(data) || own(data, "book") !== BOOK) return { state: "damaged" };
  const version = own(data, "version");
  if (typeof version === "number" && version > expected) return { state: "newer" };
  if (version !== expected || !isObject(own(data, "answers"))) return { state: "damaged" };
  const answers = readMap(own(data, "answers"), expected === 1 ? readOldAnswer : readAnswer);
  const [reviews, exams] = [readMap(own(data, "reviews"), readReview), readMap(own(data, "exams"), readExam)];
  const remarks = readMap(own(data, "remarks"), readRemark);
  const seed = own(data, "seed");
  return {
    state: "record",
    seed: isSeed(seed) ? seed : null,
    kept: {
      answers: answers.read,
      reviews: reviews.read,
      exams: exams.read,
      remarks: remarks.read,
      settings: readSettings(own(data, "settings")),
    },
    dropped: answers.dropped + reviews.dropped + exams.dropped + remarks.dropped,
  };
}

/**
 * @param {number} seed
 * @param {Kept} kept
 */
export function encode(seed, { answers, reviews, exams, remarks, settings }) {
  const head = JSON.stringify({ version: VERSION, book: BOOK, seed, settings });
  const noted = remarks.size > 0 ? `,"remarks":${written(remarks)}` : "";
  return `${head.slice(0, -1)},"answers":${written(answers)},"reviews":${written(reviews)},"exams":${written(exams)}${noted}}`;
}

/**
 * What each entry is in JSON, with its name: entries are replaced and never changed, nor is one known by two names,
 * and one answer rewrites one.
 * @type {WeakMap<object, string>}
 */
const texts = new WeakMap();

/** @param {Map<string, object>} map */
function written(map) {
  const entries = [];
  for (const [id, value] of map) {
    let text = texts.get(value);
    if (text === undefined) {
      text = `${JSON.stringify(id)}:${JSON.stringify(value)}`;
      texts.set(value, text);
    }
    entries.push(text);
  }
  return `{${entries.join()}}`;
}

/**
 * The answers of both; of two answers to the same question the newer, and in doubt the second.
 * @param {Map<string, Answer>} one
 * @param {Map<string, Answer>} other
 * @returns {Map<string, Answer>}
 */
export function merge(one, other) {
  const both = new Map(one);
  for (const [id, answer] of other) {
    const mine = both.get(id);
    if (mine === undefined || answer.at >= mine.at) both.set(id, answer);
  }
  return both;
}

/**
 * The entries that can be read, and how many cannot. Nothing at all is no entry.
 * @template T
 * @param {unknown} entries
 * @param {(value: unknown) => T | null} readOne
 * @returns {{ read: Map<string, T>, dropped: number }}
 */
export function readMap(entries, readOne) {
  const read = new Map();
  let dropped = 0;
  if (isObject(entries)) {
    for (const [id, value] of Object.entries(entries)) {
      const one = /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) ? readOne(value) : null;
      if (one === null) dropped += 1;
      else read.set(id, one);
    }
  } else if (entries !== undefined) dropped = 1;
  return { read, dropped };
}

/** @param {unknown} value @returns {Answer | null} */
export function readAnswer(value) {
  if (!isObject(value)) return null;
  const old = readOldAnswer(value);
  const [certainty, hints, ms, flagged, score] = owns(value, "certainty", "hints", "ms", "flagged", "score");
  if (old === null || typeof flagged !== "boolean") return null;
  if (!isCertainty(certainty) || !isWhole(hints) || !isTime(ms)) return null;
  if (score !== null && !(typeof score === "number" && score >= 0 && score <= 1)) return null;
  // Where a clock was put back, an earlier edition kept a time below nothing; the answer is none the worse for it.
  return { ...old, certainty, hints, ms: Math.max(0, ms), flagged, score };
}

/** An answer of the first edition, which knew less. @param {unknown} value @returns {Answer | null} */
function readOldAnswer(value) {
  if (!isObject(value)) return null;
  const [digest, chosen, checked, at] = owns(value, "digest", "chosen", "checked", "at");
  if (typeof digest !== "string" || typeof checked !== "boolean" || !isTime(at) || !isTexts(chosen)) return null;
  return { digest, chosen, checked, at, certainty: 0, hints: 0, ms: 0, flagged: false, score: null };
}

/** @param {unknown} value @returns {Review | null} */
export function readReview(value) {
  if (!isObject(value)) return null;
  const [digest, due, stability, difficulty] = owns(value, "digest", "due", "stability", "difficulty");
  const [scheduled_days, learning_steps] = owns(value, "scheduled_days", "learning_steps");
  const [reps, lapses, state, last_review] = owns(value, "reps", "lapses", "state", "last_review");
  if (typeof digest !== "string" || !isTime(due) || !(last_review === null || isTime(last_review))) return null;
  if (!isTime(stability) || stability < LEAST_STABILITY || !isTime(difficulty) || difficulty < 1 || difficulty > 10)
    return null;
  if (!isWhole(scheduled_days) || !isWhole(learning_steps)) return null;
  if (!isWhole(reps) || !isWhole(lapses) || !isWhole(state) || state > 3) return null;
  return {
    digest,
    due,
    stability,
    difficulty,
    scheduled_days: Math.min(scheduled_days, LONGEST_WAIT),
    learning_steps,
    reps: Math.min(reps, MOST_REVIEWS),
    lapses: Math.min(lapses, MOST_REVIEWS),
    state,
    last_review,
  };
}

/** @param {unknown} value @returns {Exam | null} */
export function readExam(value) {
  if (!isObject(value)) return null;
  const [started, limit, order, only, submitted] = owns(value, "started", "limit", "order", "only", "submitted");
  if (!isTime(started) || !(limit === null || isTime(limit)) || !isTexts(order)) return null;
  if (!(only === null || isTexts(only)) || !(submitted === null || isTime(submitted))) return null;
  return { started, limit, order, only, submitted };
}

/** The longest remark that is read [characters]. */
const REMARK = 2000;

/** @param {unknown} value @returns {Remark | null} */
export function readRemark(value) {
  if (!isObject(value)) return null;
  const [text, at] = owns(value, "text", "at");
  return typeof text === "string" && text.length <= REMARK && isTime(at) ? { text, at } : null;
}

/** What can be read of the settings, and the usual for the rest. @param {unknown} value @returns {Settings} */
export function readSettings(value) {
  const given = isObject(value) ? value : {};
  const [daily, pseudonym, saved] = owns(given, "daily", "pseudonym", "saved");
  const allowed = isWhole(daily) && daily >= DAILY.least && daily <= DAILY.most;
  /** @type {Settings} */
  const settings = { certainty: own(given, "certainty") === true, daily: allowed ? daily : DAILY.usual };
  if (typeof pseudonym === "string" && pseudonym !== "") settings.pseudonym = pseudonym.slice(0, PSEUDONYM);
  if (isTime(saved)) settings.saved = saved;
  if (own(given, "asked") === true) settings.asked = true;
  return settings;
}

/** @param {unknown} value @returns {value is object} */
export const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * What stands in the data, never what an object inherits.
 * @param {object} data
 * @param {string} name
 * @returns {unknown}
 */
export const own = (data, name) =>
  Object.prototype.hasOwnProperty.call(data, name) ? Reflect.get(data, name) : undefined;

/** @param {object} data @param {...string} names */
const owns = (data, ...names) => names.map((name) => own(data, name));

/** @param {unknown} value @returns {value is number} */
const isSeed = (value) => isWhole(value) && value < 2 ** 32;

/** A number so great that nothing could ever be later is no time. @param {unknown} value @returns {value is number} */
const isTime = (value) => typeof value === "number" && Number.isFinite(value) && Math.abs(value) <= 2 ** 52;

/** @param {unknown} value @returns {value is Certainty} */
export const isCertainty = (value) => isWhole(value) && value <= 3;

/** @param {unknown} value @returns {value is number} */
export const isWhole = (value) => typeof value === "number" && Number.isSafeInteger(value) && value >= 0;

/** @param {unknown} value @returns {value is string[]} */
export const isTexts = (value) => Array.isArray(value) && value.every((text) => typeof text === "string");
