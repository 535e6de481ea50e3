// @ts-check
/**
 * Answers kept in the browser's storage, one record for the whole book. The storage may be forbidden, full,
 * damaged, or written by somebody else: the quiz works all the same, and the reader is told what was lost.
 *
 * What the storage holds is the truth, so that all tabs agree; what could not be written is remembered beside it
 * and put on top of whatever is read.
 */

import { firstReview } from "./due.js";
import { decode, encode, KEY, merge, nothing, OLD_KEY, readSettings, VERSION } from "./record.js";

/** @typedef {import("./record.js").Answer} Answer */
/** @typedef {import("./record.js").Kept} Kept */
/** @typedef {import("./record.js").Review} Review */
/** @typedef {import("../types.js").Exam} Exam */
/** @typedef {import("../types.js").Item} Item */
/** @typedef {import("../types.js").Notice} Notice */

/** What is used of a browser's storage. @typedef {Pick<Storage, "getItem" | "setItem" | "removeItem">} Area */

/** What a `storage` event says. @typedef {{ key: string | null, newValue: string | null }} Change */

/**
 * For the pages that show the whole record.
 * @typedef {object} Whole
 * @property {() => Kept} all a copy
 * @property {(id: string) => Review | null} review
 * @property {(id: string, card: Review | null) => void} setReview
 * @property {(join: (here: Kept) => Kept) => void} takeIn what is here, joined with something
 * @property {() => void} erase
 * @property {(event: Change) => void} storageChanged
 */

/** How many damaged records are set aside before the next is left where it lies. */
const SHELVES = 9;
const shelves = (/** @type {string} */ key) =>
  Array.from({ length: SHELVES }, (_, at) => (at === 0 ? `${key}.damaged` : `${key}.damaged.${at + 1}`));

/** @param {Kept} kept @returns {Kept} */
const copy = ({ answers, reviews, exams, settings }) => ({
  answers: new Map(answers),
  reviews: new Map(reviews),
  exams: new Map(exams),
  settings: { ...settings },
});

/** @returns {Omit<Answer, "digest">} */
const blank = () => ({
  chosen: [],
  checked: false,
  at: 0,
  certainty: 0,
  hints: 0,
  ms: 0,
  flagged: false,
  score: null,
});

/**
 * @param {object} ports
 * @param {() => Area} ports.storage may throw, as `window.localStorage` does where it is forbidden
 * @param {() => number} [ports.now] the time [ms since 1970]
 * @param {() => number} [ports.random] a number in [0, 1)
 * @returns {import("../types.js").Answers & Whole}
 */
export function openStore({ storage, now = Date.now, random = Math.random }) {
  let kept = nothing();
  let seed = Math.floor(random() * 2 ** 32);
  /**
   * The texts that `kept` was last read from or written as, so that nothing is read twice.
   * @type {{ old: string | null, raw: string | null } | null}
   */
  let known = null;
  /** Changes that the storage does not hold yet. @type {((kept: Kept) => void)[]} */
  let unsaved = [];
  /** Messages by what they are about: whether answers last, and what was lost. @type {Map<string, Notice>} */
  const notices = new Map();
  /**
   * What was said of each question, and of which answer: asked again, the same is said, so that nobody draws it twice.
   * @type {WeakMap<Item, { before: Answer | undefined, now: import("../types.js").Given }>}
   */
  const given = new WeakMap();
  /** @type {Set<() => void>} */
  const listeners = new Set();

  /** Take in what the storage holds. Returns whether a record may be written there. */
  function reread() {
    try {
      const area = storage();
      const [old, raw] = [area.getItem(OLD_KEY), area.getItem(KEY)];
      if (known !== null && known.old === old && known.raw === raw) return true;
      const [before, found] = [decode(old, 1), decode(raw, VERSION)];
      if (before.state === "newer" || found.state === "newer") return cannotKeep("notice_newer");
      if (before.state === "damaged" && !setAside(area, OLD_KEY, old ?? "")) return false;
      if (found.state === "damaged" && !setAside(area, KEY, raw ?? "")) return false;
      if (found.state !== "damaged") kept = found.state === "record" ? found.kept : nothing();
      let dropped = 0;
      // An older record stays where it is until the new one is written.
      if (before.state === "record") {
        kept.answers = merge(before.kept.answers, kept.answers);
        for (const [id, answer] of before.kept.answers) enterReview(kept, id, answer);
      }
      for (const one of [before, found]) {
        if (one.state !== "record") continue;
        seed = one.seed ?? seed;
        dropped += one.dropped;
      }
      if (dropped > 0) notices.set("dropped", { key: "notice_dropped", values: { count: dropped } });
      unsaved.forEach((change) => change(kept));
      known = [before.state, found.state].includes("damaged") ? null : { old, raw };
      // What did not fit is still unsaved: only a write can end that.
      if (notices.get("lasting")?.key !== "notice_full") notices.delete("lasting");
      return true;
    } catch {
      return cannotKeep("notice_unavailable");
    }
  }

  /**
   * Move a record that nobody can read to a free place beside it, since it may be all a reader has.
   * @param {Area} area
   * @param {string} key
   * @param {string} raw
   */
  function setAside(area, key, raw) {
    for (const name of shelves(key)) {
      const there = area.getItem(name);
      if (there !== null && there !== raw) continue;
      try {
        area.setItem(name, raw);
        area.removeItem(key);
      } catch {
        break;
      }
      notices.set("set aside", { key: "notice_set_aside", values: { name } });
      notices.delete("lasting");
      return true;
    }
    return cannotKeep("notice_stuck");
  }

  /** @param {Notice["key"]} key */
  function cannotKeep(key) {
    notices.set("lasting", { key });
    return false;
  }

  /** Change the newest record, and write it. @param {() => (kept: Kept) => void} plan made once it is read */
  function write(plan) {
    const writable = reread();
    const change = plan();
    change(kept);
    unsaved.push(change);
    if (writable) {
      try {
        const area = storage();
        const text = encode(seed, kept);
        area.setItem(KEY, text);
        area.removeItem(OLD_KEY);
        known = { old: null, raw: text };
        unsaved = [];
        notices.delete("lasting");
      } catch {
        cannotKeep("notice_full");
      }
    }
    tell();
  }

  const tell = () => listeners.forEach((listener) => listener());

  /**
   * The answer to the present form of a question, blank where there is none.
   * @param {Item} item
   * @returns {Answer}
   */
  function answerTo(item) {
    const answer = kept.answers.get(item.id);
    const holds = answer !== undefined && answer.digest === item.digest;
    return holds ? answer : { digest: item.digest, ...blank() };
  }

  /** @param {Item} item @param {Partial<Answer>} changes @returns {(kept: Kept) => void} */
  function answering(item, changes) {
    // Later than what it replaces, even where a clock was put back or two changes share a millisecond.
    const at = Math.max(now(), (kept.answers.get(item.id)?.at ?? 0) + 1);
    const answer = { ...answerTo(item), ...changes, at };
    return (kept) => {
      if ((kept.answers.get(item.id)?.at ?? 0) <= at) kept.answers.set(item.id, answer);
      enterReview(kept, item.id, answer);
    };
  }

  /**
   * A question enters review when it is checked for the first time. Checking it again moves nothing: who has just
   * read the reasons is not remembering.
   * @param {Kept} kept
   * @param {string} id
   * @param {Answer} answer
   */
  function enterReview({ reviews }, id, answer) {
    if (answer.checked && reviews.get(id)?.digest !== answer.digest) reviews.set(id, firstReview(answer));
  }

  /** @template T @param {Map<string, T>} map @param {string} id @param {T | null} value */
  const setOrDelete = (map, id, value) => (value === null ? map.delete(id) : map.set(id, value));

  reread();
  return {
    seed: () => seed,
    get(item) {
      const before = kept.answers.get(item.id);
      const last = given.get(item);
      if (last !== undefined && last.before === before) return last.now;
      const { chosen, checked, certainty, hints, flagged } = answerTo(item);
      const changed = before !== undefined && before.digest !== item.digest && before.chosen.length > 0;
      /** @type {import("../types.js").Given} */
      const now = { chosen: [...chosen], checked, certainty, hints, flagged, lost: changed ? "changed" : null };
      given.set(item, { before, now });
      return now;
    },
    put: (item, chosen, checked, more = {}) =>
      write(() => {
        const reopened = answerTo(item).checked && !checked ? { certainty: blank().certainty, hints: 0, ms: 0 } : {};
        return answering(item, { ...reopened, score: null, ...more, chosen: [...chosen], checked });
      }),
    note: (item, note) => write(() => answering(item, note)),
    clear: (items) =>
      write(() => {
        const some = items.filter((item) => kept.answers.has(item.id));
        const changes = some.map((item) => answering(item, blank()));
        return (kept) => changes.forEach((change) => change(kept));
      }),
    settings: () => ({ ...kept.settings }),
    set: (some) =>
      write(() => (kept) => {
        kept.settings = readSettings({ ...kept.settings, ...some });
      }),
    exam: (chapter) => kept.exams.get(chapter) ?? null,
    setExam: (chapter, exam) => write(() => (kept) => void setOrDelete(kept.exams, chapter, exam)),
    notices: () => [...notices.values()],
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    all: () => copy(kept),
    review: (id) => kept.reviews.get(id) ?? null,
    setReview: (id, card) => write(() => (kept) => void setOrDelete(kept.reviews, id, card)),
    takeIn: (join) => write(() => (kept) => void Object.assign(kept, copy(join(kept)))),
    erase() {
      forget();
      try {
        const area = storage();
        [KEY, OLD_KEY].flatMap((key) => [key, ...shelves(key)]).forEach((name) => area.removeItem(name));
        notices.clear();
      } catch {
        cannotKeep("notice_unavailable");
      }
      tell();
    },
    storageChanged({ key, newValue }) {
      if (key !== null && key !== KEY && key !== OLD_KEY) return;
      // Erased elsewhere: what this tab remembers must not come back with its next answer.
      if (newValue === null && key !== OLD_KEY) forget();
      else reread();
      tell();
    },
  };

  function forget() {
    kept = nothing();
    unsaved = [];
    known = null;
  }
}
