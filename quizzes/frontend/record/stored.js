// @ts-check
/**
 * The record of the book as the browser's storage holds it. The storage may be forbidden, full, damaged, or written
 * by somebody else.
 *
 * What the storage holds is the truth, so that all tabs agree; what could not be written is remembered beside it
 * and put on top of whatever is read.
 */

import { enterReview } from "./due.js";
import { decode, encode, KEY, merge, nothing, OLD_KEY, PATH_KEY, PLACE_KEY, VERSION } from "./record.js";

/** @typedef {import("./record.js").Kept} Kept */
/** @typedef {import("../types.js").Notice} Notice */

/** What is used of a browser's storage. @typedef {Pick<Storage, "getItem" | "setItem" | "removeItem">} Area */

/**
 * @typedef {object} Stored
 * @property {() => Kept} kept never changed but by what `write` is given
 * @property {() => number} seed
 * @property {() => Notice[]} notices
 * @property {() => Reading} reread
 * @property {(plan: () => Change) => Reading} write make a change to the newest record, and write it
 * @property {() => void} forget
 * @property {() => void} erase
 *
 * @typedef {(kept: Kept) => void} Change
 *
 * What reading the storage came to: the record is the one that is known, it is another, or none may be written there.
 * @typedef {"known" | "other" | "refused"} Reading
 */

/** How many damaged records are set aside before the next is left where it lies. */
const SHELVES = 9;
const shelves = (/** @type {string} */ key) =>
  Array.from({ length: SHELVES }, (_, at) => (at === 0 ? `${key}.damaged` : `${key}.damaged.${at + 1}`));

/**
 * @param {() => Area} storage may throw
 * @param {() => number} random a number in [0, 1)
 * @returns {Stored}
 */
export function storedRecord(storage, random) {
  let kept = nothing();
  let seed = Math.floor(random() * 2 ** 32);
  /**
   * The texts that `kept` was last read from or written as, so that nothing is read twice.
   * @type {{ old: string | null, raw: string | null } | null}
   */
  let known = null;
  /** Changes that the storage does not hold yet. @type {Change[]} */
  let unsaved = [];
  /** Messages by what they are about: whether answers last, and what was lost. @type {Map<string, Notice>} */
  const notices = new Map();

  /** Take in what the storage holds. @returns {Reading} */
  function reread() {
    try {
      const area = storage();
      const [old, raw] = [area.getItem(OLD_KEY), area.getItem(KEY)];
      if (known !== null && known.old === old && known.raw === raw) return "known";
      const [before, found] = [decode(old, 1), decode(raw, VERSION)];
      if (before.state === "newer" || found.state === "newer") return cannotKeep("notice_newer");
      if (before.state === "damaged" && !setAside(area, OLD_KEY, old ?? "")) return cannotKeep("notice_stuck");
      if (found.state === "damaged" && !setAside(area, KEY, raw ?? "")) return cannotKeep("notice_stuck");
      takeIn(before, found);
      known = [before.state, found.state].includes("damaged") ? null : { old, raw };
      // What did not fit is still unsaved: only a write can end that.
      if (notices.get("lasting")?.key !== "notice_full") notices.delete("lasting");
      return "other";
    } catch {
      return cannotKeep("notice_unavailable");
    }
  }

  /** @param {import("./record.js").Found} before the record of the first edition @param {import("./record.js").Found} found */
  function takeIn(before, found) {
    if (found.state !== "damaged") kept = found.state === "record" ? found.kept : nothing();
    // An older record stays where it is until the new one is written.
    if (before.state === "record") {
      kept.answers = merge(before.kept.answers, kept.answers);
      for (const [id, answer] of before.kept.answers) enterReview(kept, id, answer);
    }
    let dropped = 0;
    for (const one of [before, found]) {
      if (one.state !== "record") continue;
      seed = one.seed ?? seed;
      dropped += one.dropped;
    }
    if (dropped > 0) notices.set("dropped", { key: "notice_dropped", values: { count: dropped } });
    unsaved.forEach((change) => change(kept));
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
        return false;
      }
      notices.set("set aside", { key: "notice_set_aside", values: { name } });
      notices.delete("lasting");
      return true;
    }
    return false;
  }

  /** @param {Notice["key"]} key @returns {Reading} */
  function cannotKeep(key) {
    notices.set("lasting", { key });
    return "refused";
  }

  /** @param {() => Change} plan made once the newest record is read */
  function write(plan) {
    const reading = reread();
    const change = plan();
    change(kept);
    unsaved.push(change);
    if (reading !== "refused") save();
    return reading;
  }

  function save() {
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

  function forget() {
    kept = nothing();
    unsaved = [];
    known = null;
  }

  function erase() {
    forget();
    try {
      const area = storage();
      const records = [KEY, OLD_KEY].flatMap((key) => [key, ...shelves(key)]);
      [...records, PLACE_KEY, PATH_KEY].forEach((name) => area.removeItem(name));
      notices.clear();
    } catch {
      cannotKeep("notice_unavailable");
    }
  }

  return { kept: () => kept, seed: () => seed, notices: () => [...notices.values()], reread, write, forget, erase };
}
