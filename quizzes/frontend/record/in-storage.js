// @ts-check
/**
 * The record of the book as the browser's storage holds it. The storage may be forbidden, full, damaged, or written
 * by somebody else.
 *
 * What the storage holds is the truth, so that all tabs agree; what could not be written is remembered beside it
 * and put on top of whatever is read. So are the answers of this page: browsers tell a tab a moment late what another has
 * written, and a tab that writes meanwhile writes over it.
 */

import { enterReview } from "./due.js";
import { writtenHere } from "./put-back.js";
import { decode, encode, KEY, merge, nothing, OLD_KEY, VERSION } from "./record.js";

/** @typedef {import("./record.js").Kept} Kept */
/** @typedef {import("../types.js").Notice} Notice */

/** @typedef {import("../web/storage.js").Area} Area */

/**
 * @typedef {object} InStorage
 * @property {() => Kept} kept never changed but by what `write` is given
 * @property {() => number} seed
 * @property {() => Notice[]} notices
 * @property {() => Reading} reread
 * @property {(text: string) => Reading} hear of what another tab has written
 * @property {(plan: () => Change) => Reading} write make a change to the newest record, and write it
 * @property {() => Reading} hearErased of everything being erased in another tab
 * @property {() => void} forgetMine what was written here is no longer put back: others may have erased it meanwhile
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
 * @param {() => number} now the time [ms since 1970]
 * @returns {InStorage}
 */
export function recordInStorage(storage, random, now) {
  let kept = nothing();
  const newSeed = () => Math.floor(random() * 2 ** 32);
  let seed = newSeed();
  /**
   * The texts that `kept` was last read from or written as, so that nothing is read twice.
   * @type {{ old: string | null, raw: string | null } | null}
   */
  let known = null;
  /** Changes that the storage does not hold yet. @type {Change[]} */
  let unsaved = [];
  const mine = writtenHere(now);
  /** The text that this page wrote last. @type {string | null} */
  let own = null;
  /** Messages by what they are about: whether answers last, and what was lost. @type {Map<string, Notice>} */
  const notices = new Map();

  /** Take in what the storage holds. @returns {Reading} */
  function reread() {
    try {
      const area = storage();
      const [old, raw] = [area.getItem(OLD_KEY), area.getItem(KEY)];
      if (known !== null && known.old === old && known.raw === raw) return "known";
      // Erased where this page heard nothing of it.
      if (old === null && raw === null && known?.raw) forget();
      const [before, found] = [decode(old, 1), decode(raw, VERSION)];
      if (before.state === "newer" || found.state === "newer") return cannotKeep("notice_newer");
      if (before.state === "damaged" && !setAside(area, OLD_KEY, old ?? "")) return cannotKeep("notice_stuck");
      if (found.state === "damaged" && !setAside(area, KEY, raw ?? "")) return cannotKeep("notice_stuck");
      const overwritten = takeIn(before, found);
      known = [before.state, found.state].includes("damaged") ? null : { old, raw };
      if (overwritten) save();
      // What did not fit is still unsaved: only a write can end that.
      if (notices.get("lasting")?.key !== "notice_full") notices.delete("lasting");
      return "other";
    } catch {
      return cannotKeep("notice_unavailable");
    }
  }

  /**
   * @param {import("./record.js").Found} before the record of the first edition
   * @param {import("./record.js").Found} found
   * @returns {boolean} whether something of this page was written over
   */
  function takeIn(before, found) {
    // Another seed, another record: the one that this page read or wrote was erased.
    if (found.state === "record" && found.seed !== seed) {
      mine.forget();
      if (known?.raw) unsaved = [];
    }
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
    return mine.putBack(kept);
  }

  /** Take in what another tab has written, where this one wrote over it before it heard of it. @param {string} text @returns {Reading} */
  function hear(text) {
    const reading = reread();
    if (known === null || known.raw !== own || known.raw === text) return reading;
    const found = decode(text);
    if (found.state !== "record" || found.seed !== seed) return reading;
    mine.hear(kept, found.kept);
    if (!mine.putBack(kept)) return reading;
    if (reading !== "refused") save();
    return "other";
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
    const before = { ...kept, answers: new Map(kept.answers), remarks: new Map(kept.remarks) };
    change(kept);
    mine.note(before, kept);
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
      own = text;
      unsaved = [];
      notices.delete("lasting");
    } catch {
      cannotKeep("notice_full");
    }
  }

  /**
   * What this tab remembers must not come back with its next answer; but it may have seen for itself that nothing was
   * there, and have gone on since: what it finds now says so.
   * @returns {Reading}
   */
  function hearErased() {
    if (known === null) forget();
    return reread();
  }

  /** What was erased is another record: nothing of it must come back under the seed of what comes after. */
  function forget() {
    kept = nothing();
    seed = newSeed();
    unsaved = [];
    known = null;
    mine.forget();
  }

  function erase() {
    forget();
    try {
      const area = storage();
      [KEY, OLD_KEY].flatMap((key) => [key, ...shelves(key)]).forEach((name) => area.removeItem(name));
      area.erased?.();
      notices.clear();
    } catch {
      cannotKeep("notice_unavailable");
    }
  }

  return {
    kept: () => kept,
    seed: () => seed,
    notices: () => [...notices.values()],
    reread,
    hear,
    write,
    hearErased,
    forgetMine: mine.forget,
    erase,
  };
}
