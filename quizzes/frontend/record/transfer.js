// @ts-check
/**
 * The whole record as one file, to keep, to move to another device, or to hand in. A file is taken in whole or
 * not at all, and who hands it over is not trusted. Pure.
 */

import { isAhead } from "./clock.js";
import { dayOf, startOf } from "./due.js";
import {
  BOOK,
  DAILY,
  isObject,
  own,
  PSEUDONYM,
  readAnswer,
  readExam,
  readMap,
  readRemark,
  readReview,
  readSettings,
} from "./record.js";
import { stepsInFile } from "./steps.js";

/** @typedef {import("./record.js").Kept} Kept */
/** @typedef {import("../types.js").Notice} Notice */

export const FORMAT = `${BOOK}-results`;
export const VERSION = 1;
/** Above this no file is read [bytes]; 2,000 answered questions take less than a third of it. */
export const LARGEST = 5_000_000;

/** More than any question takes: picks of one answer, and characters of one pick. */
export const MOST = { picks: 100, characters: 2000 };

const MOMENT =
  /^([1-9]\d{3})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3])(:[0-5]\d){2}(\.\d{1,6})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

/** Whether it is a time with its zone, on a day of the calendar. @param {unknown} value @returns {value is string} */
export function isMoment(value) {
  const [, year, month, day] = (typeof value === "string" && MOMENT.exec(value)) || [];
  return year !== undefined && new Date(Date.UTC(+year, +month - 1, +day)).getUTCDate() === +day;
}

/** A field that is cut at its longest can cut a letter in two, which other readers of JSON refuse. @param {string} _ @param {unknown} value */
const whole = (_, value) => (typeof value === "string" ? value.replace(/\p{Cs}/gu, "\ufffd") : value);

/**
 * The file, as text.
 * @param {Kept} record
 * @param {number} now [ms since 1970]
 * @param {readonly string[]} [steps] the steps of paths that are done
 */
export function written(record, now, steps = []) {
  const { settings, ...entries } = record;
  const { answers, reviews, exams, remarks } = inTime(entries, now).kept;
  const { pseudonym = null, certainty, daily } = settings;
  const maps = { answers, reviews, exams, ...(remarks.size > 0 ? { remarks } : {}) };
  const plain = Object.entries(maps).map(([name, map]) => [name, Object.fromEntries(map)]);
  const head = { format: FORMAT, version: VERSION, book: BOOK, exported: new Date(now).toISOString() };
  const walked = steps.length > 0 ? { steps } : {};
  return `${JSON.stringify({ ...head, pseudonym, settings: { certainty, daily }, ...Object.fromEntries(plain), ...walked }, whole, 1)}\n`;
}

/** So much of a pseudonym stands in the name of a file, which no system lets grow past 255 bytes [characters]. */
const NAMED = 40;

/**
 * What the file is called: the pseudonym, in whatever script, without what some system takes for a sign of a path; where
 * nothing is left of it a mark, so that the files of two people stay apart; and the day.
 * @param {Kept} kept
 * @param {number} now [ms since 1970]
 */
export function fileName({ answers, settings: { pseudonym = "" } }, now) {
  const date = new Date(now);
  const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, "0"));
  // A joiner is part of a word in Persian, and of nothing between two pictures.
  const words = pseudonym
    .normalize("NFC")
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}\p{Join_Control}]+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  const name = [...words.join("-")].slice(0, NAMED).join("");
  const first = Math.min(...[...answers.values()].map(({ at }) => at));
  return `${[FORMAT, name || markOf(`${pseudonym} ${first}`), day.join("-")].join("-")}.json`;
}

/** Four letters and digits that hardly two texts share (FNV-1a). @param {string} text */
function markOf(text) {
  let value = 0x811c9dc5;
  for (const sign of text) value = Math.imul(value ^ /** @type {number} */ (sign.codePointAt(0)), 0x01000193) >>> 0;
  return (value % 36 ** 4).toString(36).padStart(4, "0");
}

/** @typedef {Omit<Kept, "settings">} Entries */

/**
 * The entries with no time later than now: where the clock was ahead when one was written, it would win over every
 * answer to come, and no other device would take it. What was to come back in a far year comes back as if that was today.
 * @param {Entries} entries
 * @param {number} now [ms since 1970]
 * @returns {{ kept: Entries, ahead: Set<object> }} `ahead` holds the entries whose time was put right
 */
function inTime({ answers, reviews, exams, remarks }, now) {
  /** @type {Set<object>} */
  const ahead = new Set();
  /** @template {object} T @param {Map<string, T>} map @param {(one: T) => number} time @param {(one: T) => Partial<T>} present */
  const mended = (map, time, present) =>
    new Map(
      [...map].map(([id, one]) => {
        if (!isAhead(time(one), now)) return [id, one];
        const put = { ...one, ...present(one) };
        ahead.add(put);
        return [id, put];
      }),
    );
  const kept = {
    answers: mended(
      answers,
      ({ at }) => at,
      () => ({ at: now }),
    ),
    reviews: mended(
      reviews,
      ({ last_review }) => last_review ?? 0,
      ({ scheduled_days }) => ({ last_review: now, due: startOf(dayOf(now) + scheduled_days) }),
    ),
    exams: mended(
      exams,
      ({ started, submitted }) => Math.max(started, submitted ?? 0),
      ({ started, submitted }) => ({ started: Math.min(started, now), submitted: submitted === null ? null : now }),
    ),
    remarks: mended(
      remarks,
      ({ at }) => at,
      () => ({ at: now }),
    ),
  };
  return { kept, ahead };
}

/**
 * What a file holds, or what is wrong with it; `ahead` holds the entries from a time to come, which are taken as of now.
 * @param {string} text
 * @param {number} now [ms since 1970]
 * @returns {{ kept: Kept, steps?: string[], ahead?: ReadonlySet<object> } | { fault: Notice }}
 */
export function read(text, now) {
  let data;
  let hostile = false;
  try {
    data = JSON.parse(text, (name, value) => {
      hostile ||= name === "__proto__";
      return value;
    });
  } catch {
    return refused("import_no_json");
  }
  if (!isObject(data) || own(data, "format") !== FORMAT) return refused("import_foreign");
  if (own(data, "book") !== BOOK) return refused("import_other_book", own(data, "book"));
  const version = own(data, "version");
  if (typeof version === "number" && version > VERSION) return refused("import_newer");
  if (hostile) return refused("import_unreadable", "__proto__");
  if (version !== VERSION) return refused("import_unreadable", "version");
  const exported = own(data, "exported");
  if (!isMoment(exported)) return refused("import_unreadable", "exported");
  const settings = settingsOf(data);
  if (settings === null) return refused("import_unreadable", "settings");

  const parts = {
    answers: readMap(own(data, "answers"), readAnswer),
    reviews: readMap(own(data, "reviews"), readReview),
    exams: readMap(own(data, "exams"), readExam),
    // An older edition had none.
    remarks: readMap(own(data, "remarks"), readRemark),
  };
  for (const [name, { read, dropped }] of Object.entries(parts)) {
    if (dropped > 0 || !isObject(own(data, name) === undefined && name === "remarks" ? {} : own(data, name)))
      return refused("import_unreadable", name);
    for (const [id, entry] of read) {
      if (!plausible(entry)) return refused("import_unreadable", `${name}: ${id}`);
    }
  }
  const steps = stepsInFile(own(data, "steps"));
  if (steps === null) return refused("import_unreadable", "steps");
  const { answers, reviews, exams, remarks } = parts;
  const entries = { answers: answers.read, reviews: reviews.read, exams: exams.read, remarks: remarks.read };
  const { kept, ahead } = inTime(entries, now);
  return { kept: { ...kept, settings }, ...(steps.length > 0 ? { steps } : {}), ...(ahead.size > 0 ? { ahead } : {}) };
}

/**
 * Both records together: of each question, review, exam and remark the newer, and the settings of this place.
 * A time to come is a clock's fault, and what has one is newer than nothing.
 * @param {Kept} here
 * @param {Kept} file
 * @param {number} now [ms since 1970]
 * @param {ReadonlySet<object>} [ahead] entries of the file whose time was put right
 * @returns {{ kept: Kept, taken: number, newer: number }} how many answers came from the file, and how many
 *   stayed because the one here is newer
 */
export function joined(here, file, now, ahead = new Set()) {
  /** @template {object} T @param {Map<string, T>} here @param {Map<string, T>} file @param {(one: T) => number} time */
  const newer = (here, file, time) =>
    newest(here, file, (one) => (ahead.has(one) || isAhead(time(one), now) ? Number.NEGATIVE_INFINITY : time(one)));
  const answers = newer(here.answers, file.answers, ({ at }) => at);
  const same = [...file.answers].filter(([id, { at }]) => here.answers.get(id)?.at === at).length;
  const taken = [...file.answers].filter(([id, answer]) => answers.get(id) === answer).length;
  return {
    kept: {
      answers,
      reviews: newer(here.reviews, file.reviews, ({ last_review }) => last_review ?? 0),
      // One that is submitted is later than the same one running.
      exams: newer(here.exams, file.exams, ({ started, submitted }) => started + (submitted === null ? 0 : 0.5)),
      remarks: newer(here.remarks, file.remarks, ({ at }) => at),
      settings: settingsOfBoth(here, file),
    },
    taken,
    newer: file.answers.size - taken - same,
  };
}

/**
 * What is set here stays. A place where nothing was done yet takes the settings of the file, and one without a pseudonym
 * its pseudonym.
 * @param {Kept} here
 * @param {Kept} file
 * @returns {import("../types.js").Settings}
 */
function settingsOfBoth(here, file) {
  const { answers, reviews, exams, remarks } = here;
  const begun = [answers, reviews, exams, remarks].some((map) => map.size > 0);
  const settings = begun ? here.settings : { ...here.settings, ...file.settings };
  const pseudonym = here.settings.pseudonym ?? file.settings.pseudonym;
  return pseudonym === undefined ? settings : { ...settings, pseudonym };
}

/** Whether two records say the same, in whatever order. @param {Kept} one @param {Kept} other */
export function sameRecord(one, other) {
  const parts = (/** @type {Kept} */ { settings, ...maps }) => [
    new Map(Object.entries(settings)),
    ...Object.values(maps),
  ];
  const others = parts(other);
  return parts(one).every((map, at) => sameEntries(map, others[at]));
}

/** @param {Map<string, unknown>} one @param {Map<string, unknown>} other */
const sameEntries = (one, other) =>
  one.size === other.size &&
  [...one].every(([name, value]) => JSON.stringify(value) === JSON.stringify(other.get(name)));

/**
 * @template T
 * @param {Map<string, T>} here
 * @param {Map<string, T>} file
 * @param {(value: T) => number} time
 */
function newest(here, file, time) {
  const both = new Map(here);
  for (const [id, value] of file) {
    const mine = both.get(id);
    if (mine === undefined || time(value) > time(mine)) both.set(id, value);
  }
  return both;
}

/** @param {object} data @returns {import("../types.js").Settings | null} */
function settingsOf(data) {
  const [settings, pseudonym] = [own(data, "settings"), own(data, "pseudonym")];
  if (!isObject(settings) || typeof own(settings, "certainty") !== "boolean") return null;
  if (pseudonym !== null && !(typeof pseudonym === "string" && pseudonym.length <= PSEUDONYM)) return null;
  const read = readSettings({ ...settings, pseudonym });
  return read.daily === own(settings, "daily") && read.daily <= DAILY.most ? read : null;
}

/**
 * Whether an entry can have been written by this course: its digest is one, and its picks have a size that a reader
 * could make.
 * @param {import("./record.js").Answer | import("./record.js").Review | import("../types.js").Exam | import("../types.js").Remark} entry
 */
function plausible(entry) {
  if ("text" in entry) return true;
  if ("started" in entry) return entry.order.every(isId) && (entry.only ?? []).every(isId);
  if (!/^[0-9a-f]{12}$/.test(entry.digest)) return false;
  if ("due" in entry) return true;
  return entry.chosen.length <= MOST.picks && entry.chosen.every((pick) => pick.length <= MOST.characters);
}

const isId = (/** @type {string} */ text) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text);

/** @param {Notice["key"]} key @param {unknown} [what] */
const refused = (key, what) => ({ fault: { key, values: { what: named(what).slice(0, 80) } } });

/** Anything as words; an object may forbid being made a string. @param {unknown} what */
const named = (what) => (typeof what === "string" ? what : String(JSON.stringify(what)));
