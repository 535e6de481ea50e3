// @ts-check
/**
 * One file that a student handed in: what it must be to be read, and why it is refused otherwise. The rules and the
 * words are those of `quizzes/cohorts/result_files/handed_in.py`; `tests/quizzes/cohorts/result_files/handed_in.json` has cases for both. Pure.
 */

import { DAY } from "../record/clock.js";
import { inUtf8 } from "../record/encoding.js";
import { BOOK, isObject, own, PSEUDONYM } from "../record/record.js";
import { FORMAT, isMoment, LARGEST, MOST, VERSION } from "../record/transfer.js";
import { say } from "../strings.js";
import { crc32 } from "./crc32.js";

/** @typedef {import("../strings.js").Key} Key */
/** @typedef {import("../record/record.js").Answer} Answer */
/**
 * A file that can be read; times in ms since 1970.
 * @typedef {{ student: string, exported: number, answers: [string, Answer][] }} HandedIn
 */

const LATEST = 2 ** 52;
const GREATEST = 2 ** 31 - 1;
/** What separates picks in Python's table, and so is a space in a pick. */
const BETWEEN = "\x1f";
/** Python's reader goes no deeper into lists within lists. */
const DEEPEST = 201;

/** Why a file cannot be read; the text says it to the educator. */
class Refused extends Error {}

/** @param {Key} key @param {Record<string, string | number>} [values] @returns {never} */
function refuse(key, values) {
  throw new Refused(say(key, values));
}

/**
 * Why a file is not even opened; null if it is.
 * @param {string} name
 * @param {number} size [bytes]
 */
export function unopened(name, size) {
  if (/[^/]\.zip$/i.test(name)) return say("class_is_zip");
  if (/[^/]\.icloud$/i.test(name)) return say("class_is_in_cloud");
  if (size <= LARGEST) return null;
  const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  return say("class_is_too_large", { size: (size / 1e6).toLocaleString("en", digits), most: LARGEST / 1e6 });
}

/**
 * @param {Uint8Array} bytes
 * @param {number} now [ms since 1970]
 * @returns {HandedIn | { reason: string }}
 */
export function read(bytes, now) {
  try {
    return opened(bytes, now);
  } catch (why) {
    if (why instanceof Refused) return { reason: why.message };
    throw why;
  }
}

/** @param {Uint8Array} bytes @param {number} now @returns {HandedIn} */
function opened(bytes, now) {
  const data = inUtf8(bytes) ?? refuse("class_is_not_utf16");
  if (data.every((byte) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d))) refuse("class_is_empty");
  const found = parsed(data);
  if (!isObject(found) || own(found, "format") !== FORMAT) refuse("class_is_foreign");
  const [book, version] = [own(found, "book"), own(found, "version")];
  if (book !== BOOK) {
    if (typeof book !== "string") refuse("class_is_foreign");
    refuse("class_is_other_book", { book: printable(book) });
  }
  if (!isWhole(version, GREATEST) || version < VERSION) refuse("class_is_no_version");
  if (version > VERSION) refuse("class_is_newer", { version, known: VERSION });
  const [exported, pseudonym] = [own(found, "exported"), own(found, "pseudonym")];
  if (!isMoment(exported)) return fault(["exported"]);
  if (pseudonym !== null && !(typeof pseudonym === "string" && letters(pseudonym) <= PSEUDONYM))
    return fault(["pseudonym"], "pseudonym", { most: PSEUDONYM });
  const answers = answersOf(own(found, "answers"));
  const moment = Date.parse(exported);
  if (moment > now + DAY) refuse("class_is_future");
  // Two copies of one file count as one student, even under two names; nothing else identifies the student.
  return { student: tidy(pseudonym ?? "") || say("class_no_name", { mark: crc32(data) }), exported: moment, answers };
}

/** The data of a file. @param {Uint8Array} bytes @returns {unknown} */
function parsed(bytes) {
  const text = decoded(bytes);
  let depth = 0;
  // A text without an end goes to the end of the file: looked for from each of its signs again, it takes minutes.
  for (const [sign] of text.matchAll(/"(?:[^"\\]|\\.)*"?|[[\]{}]/gs)) {
    if (sign === "[" || sign === "{") depth += 1;
    else if (sign === "]" || sign === "}") depth -= 1;
    if (depth > DEEPEST) refuse("class_is_not_json");
  }
  /** Half a letter is none. @param {string} name @param {unknown} value */
  const whole = (name, value) => {
    if (/\p{Cs}/u.test(name) || (typeof value === "string" && /\p{Cs}/u.test(value))) throw new SyntaxError();
    return value;
  };
  try {
    return JSON.parse(text, /\\u[dD][89a-fA-F]/.test(text) ? whole : undefined);
  } catch {
    return refuse("class_is_not_json");
  }
}

/** The text of a file. @param {Uint8Array} bytes */
function decoded(bytes) {
  /** @param {number} end @param {boolean} stream whether more may follow */
  const upTo = (end, stream) =>
    new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes.subarray(0, end), { stream });
  try {
    return upTo(bytes.length, false);
  } catch {
    // The shortest beginning that cannot be read, by halves; it ends in the letter that is none.
    let [good, bad] = [0, bytes.length + 1];
    while (bad - good > 1) {
      const middle = (good + bad) >> 1;
      try {
        upTo(middle, true);
        good = middle;
      } catch {
        bad = middle;
      }
    }
    const before = new TextEncoder().encode(upTo(good, true)).length;
    return refuse("class_is_not_utf8", { byte: before + 1 });
  }
}

/** @param {unknown} data @returns {[string, Answer][]} */
function answersOf(data) {
  if (!isObject(data)) return fault(["answers"]);
  return Object.entries(data).map(([item, value]) => {
    const named = item.length <= 200 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(item);
    if (!named) fault(["answers", item], "question");
    if (!isObject(value)) return fault(["answers", item], "answer");
    for (const [part, isIt] of Object.entries(PARTS)) {
      if (!isIt(own(value, part))) fault(["answers", item, part], part, part === "chosen" ? CHOSEN : {});
    }
    const answer = /** @type {Answer} */ (value);
    return [item, { ...answer, chosen: answer.chosen.map((pick) => pick.split(BETWEEN).join(" ")) }];
  });
}

const CHOSEN = { picks: MOST.picks, characters: MOST.characters.toLocaleString("en") };

/** What each part of an answer must be. @type {Record<string, (value: unknown) => boolean>} */
const PARTS = {
  digest: (value) => typeof value === "string" && /^[0-9a-f]{12}$/.test(value),
  chosen: (value) =>
    Array.isArray(value) &&
    value.length <= MOST.picks &&
    value.every((pick) => typeof pick === "string" && letters(pick) <= MOST.characters),
  checked: (value) => typeof value === "boolean",
  at: (value) => isNumber(value, LATEST),
  certainty: (value) => isWhole(value, 3),
  hints: (value) => isWhole(value, GREATEST),
  ms: (value) => isNumber(value, LATEST),
  flagged: (value) => typeof value === "boolean",
  score: (value) => value === null || isNumber(value, 1),
};

/**
 * @param {string[]} place
 * @param {string} what
 * @param {Record<string, string | number>} [values]
 * @returns {never}
 */
function fault(place, what = place[place.length - 1], values = {}) {
  const why = say(/** @type {Key} */ (`class_fault_${what}`), values);
  return refuse("class_fault", { place: place.map(printable).filter(Boolean).join("."), fault: why });
}

/** @param {unknown} value @param {number} most @returns {value is number} */
const isNumber = (value, most) => typeof value === "number" && value >= 0 && value <= most;

/** @param {unknown} value @param {number} most @returns {value is number} */
const isWhole = (value, most) => Number.isInteger(value) && isNumber(value, most);

/** How many letters a text has, each sign beyond the basic plane as one. @param {string} text */
const letters = (text) => [...text].length;

/** What hides in a text, but for what joins letters, as in Persian words and families of emoji. */
const HIDDEN = /(?!\u200c|\u200d|[\u{e0020}-\u{e007f}])[\p{Cc}\p{Cf}\p{Cs}]/gu;
/** A text in which nothing is seen. */
const BLANK = /^[\p{Cc}\p{Cf}\p{Mn}\p{Z}\u115f\u1160\u2800\u3164\uffa0]*$/u;

/** A name as it is compared and shown: letters normalized, no space around it, nothing invisible. @param {string} text */
export function tidy(text) {
  const seen = text.normalize("NFC").replace(HIDDEN, " ").split(/\s+/).filter(Boolean).join(" ");
  return BLANK.test(seen) ? "" : seen;
}

/** Untrusted text as it is shown, cut if it is long. @param {string} text */
function printable(text) {
  const seen = [...tidy(text)];
  return seen.length <= PSEUDONYM ? seen.join("") : `${seen.slice(0, PSEUDONYM - 1).join("")}…`;
}
