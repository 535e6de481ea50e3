// @ts-check
/** Answers kept in the browser's storage, one record for the whole book, and the signal that they have changed. */

import { isAhead, stampAfter } from "./clock.js";
import { enterReview } from "./due.js";
import { recordInStorage } from "./in-storage.js";
import { KEY, OLD_KEY, readSettings } from "./record.js";

/** @typedef {import("./record.js").Answer} Answer */
/** @typedef {import("./record.js").Kept} Kept */
/** @typedef {import("./record.js").Review} Review */
/** @typedef {import("./in-storage.js").InStorage} InStorage */
/** @typedef {import("../types.js").Item} Item */

/** What a `storage` event says. @typedef {{ key: string | null, newValue: string | null }} StorageChange */

/**
 * Write a change: `which` questions it concerns, null where it may concern any.
 * @typedef {(which: readonly Item[] | null, plan: () => (kept: Kept) => void) => void} Write
 *
 * For the pages that show the whole record.
 * @typedef {object} Whole
 * @property {() => Kept} all a copy
 * @property {(id: string) => Review | null} review
 * @property {(id: string, card: Review | null) => void} setReview
 * @property {(join: (here: Kept) => Kept) => void} takeIn what is here, joined with something
 * @property {() => void} erase
 * @property {(event: StorageChange) => void} storageChanged
 * @property {() => void} comeBack look at the storage again, after a time in which nothing was heard of it
 */

/**
 * @param {object} ports
 * @param {() => import("./in-storage.js").Area} ports.storage may throw, as `window.localStorage` does where it is forbidden
 * @param {() => number} [ports.now] the time [ms since 1970]
 * @param {() => number} [ports.random] a number in [0, 1)
 * @returns {import("../types.js").Answers & Whole}
 */
export function openStore({ storage, now = Date.now, random = Math.random }) {
  const inStorage = recordInStorage(storage, random, now);
  /** @type {Set<import("../types.js").Listener>} */
  const listeners = new Set();
  /** @param {readonly Item[] | null} which */
  const tell = (which) => listeners.forEach((listener) => listener(which));
  /** @type {Write} */
  const write = (which, plan) => {
    const reading = inStorage.write(plan);
    // Another tab may have changed anything meanwhile.
    tell(reading === "other" ? null : which);
  };
  inStorage.reread();
  return {
    ...answersIn(inStorage, write, now),
    ...wholeOf(inStorage, write, tell),
    notices: inStorage.notices,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

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
 * The answer to the present form of a question, blank where there is none.
 * @param {Kept} kept
 * @param {Item} item
 * @returns {Answer}
 */
function answerTo({ answers }, { id, digest }) {
  const answer = answers.get(id);
  return answer?.digest === digest ? answer : { digest, ...blank() };
}

/**
 * What a quiz asks of the record.
 * @param {InStorage} inStorage
 * @param {Write} write
 * @param {() => number} now
 * @returns {Omit<import("../types.js").Answers, "notices" | "subscribe">}
 */
function answersIn({ kept, seed }, write, now) {
  /**
   * What was said of each question, and of which answer: asked again, the same is said, so that nobody draws it twice.
   * @type {WeakMap<Item, { before: Answer | undefined, now: import("../types.js").Given }>}
   */
  const said = new WeakMap();

  /** @param {Item} item */
  function get(item) {
    const before = kept().answers.get(item.id);
    const last = said.get(item);
    if (last !== undefined && last.before === before) return last.now;
    const { chosen, checked, certainty, hints, flagged } = answerTo(kept(), item);
    const changed = before !== undefined && before.digest !== item.digest && before.chosen.length > 0;
    /** @type {import("../types.js").Given} */
    const given = { chosen: [...chosen], checked, certainty, hints, flagged, lost: changed ? "changed" : null };
    said.set(item, { before, now: given });
    return given;
  }

  /** @param {Item} item @param {Partial<Answer>} changes @returns {(kept: Kept) => void} */
  function answering(item, changes) {
    const at = stampAfter(now(), kept().answers.get(item.id)?.at ?? 0);
    const answer = { ...answerTo(kept(), item), ...changes, at };
    return (kept) => {
      const there = kept.answers.get(item.id)?.at ?? 0;
      if (there <= at || isAhead(there, at)) kept.answers.set(item.id, answer);
      enterReview(kept, item.id, answer);
    };
  }

  return {
    seed,
    get,
    put: (item, chosen, checked, more = {}) =>
      write([item], () => {
        const reopened =
          answerTo(kept(), item).checked && !checked ? { certainty: blank().certainty, hints: 0, ms: 0 } : {};
        return answering(item, { ...reopened, score: null, ...more, chosen: [...chosen], checked });
      }),
    note: (item, note) => write([item], () => answering(item, note)),
    clear: (items) =>
      write(items, () => {
        const some = items.filter((item) => kept().answers.has(item.id));
        const changes = some.map((item) => answering(item, blank()));
        return (kept) => changes.forEach((change) => change(kept));
      }),
    remark: ({ id }) => kept().remarks.get(id)?.text ?? "",
    setRemark: (item, text) =>
      write([item], () => {
        const at = stampAfter(now(), kept().remarks.get(item.id)?.at ?? 0);
        return (kept) => void kept.remarks.set(item.id, { text, at });
      }),
    settings: () => ({ ...kept().settings }),
    set: (some) =>
      write(null, () => (kept) => {
        kept.settings = readSettings({ ...kept.settings, ...some });
      }),
    exam: (chapter) => kept().exams.get(chapter) ?? null,
    setExam: (chapter, exam) => write(null, () => (kept) => void setOrDelete(kept.exams, chapter, exam)),
  };
}

/**
 * What the pages of the reader's own ask of it.
 * @param {InStorage} inStorage
 * @param {Write} write
 * @param {(which: null) => void} tell
 * @returns {Whole}
 */
const wholeOf = ({ kept, reread, hear, hearErased, forgetMine, erase }, write, tell) => ({
  all: () => copy(kept()),
  review: (id) => kept().reviews.get(id) ?? null,
  setReview: (id, card) => write([], () => (kept) => void setOrDelete(kept.reviews, id, card)),
  takeIn: (join) => write(null, () => (kept) => void Object.assign(kept, copy(join(kept)))),
  erase() {
    erase();
    tell(null);
  },
  storageChanged({ key, newValue }) {
    if (key !== null && key !== KEY && key !== OLD_KEY) return;
    if (newValue === null && key !== OLD_KEY) hearErased();
    else if ((key === KEY ? hear(newValue ?? "") : reread()) === "known") return;
    tell(null);
  },
  comeBack() {
    forgetMine();
    if (reread() !== "known") tell(null);
  },
});

/** @param {Kept} kept @returns {Kept} */
const copy = ({ answers, reviews, exams, remarks, settings }) => ({
  answers: new Map(answers),
  reviews: new Map(reviews),
  exams: new Map(exams),
  remarks: new Map(remarks),
  settings: { ...settings },
});

/** @template T @param {Map<string, T>} map @param {string} id @param {T | null} value */
const setOrDelete = (map, id, value) => (value === null ? map.delete(id) : map.set(id, value));
