// @ts-check
/**
 * Answers kept in the browser's storage, one record for the whole book. The storage may be forbidden, full,
 * damaged, or written by somebody else: the quiz works all the same, and the reader is told what was lost.
 */

import { KEY, decode, encode, merge } from "./record.js";

/** @typedef {import("./record.js").AnswerMap} AnswerMap */
/** @typedef {import("./types.js").Notice} Notice */

/** What a `storage` event says. @typedef {{ key: string | null, newValue: string | null }} Change */

/** How many damaged records are set aside before the next is left where it lies. */
const SHELVES = 9;

/**
 * @param {object} ports
 * @param {() => Storage} ports.storage may throw, as `window.localStorage` does where it is forbidden
 * @param {() => number} [ports.now] the time [ms since 1970]
 * @param {() => number} [ports.random] a number in [0, 1)
 * @returns {import("./types.js").Answers & { storageChanged: (event: Change) => void }}
 */
export function openStore({ storage, now = Date.now, random = Math.random }) {
  /** @type {AnswerMap} */
  let answers = new Map();
  let seed = Math.floor(random() * 2 ** 32);
  /** Messages by what they are about: whether answers last, and what was lost. @type {Map<string, Notice>} */
  const notices = new Map();
  /** @type {Set<() => void>} */
  const listeners = new Set();

  /** Take in what the storage holds. Returns whether a record may be written there. */
  function reread() {
    try {
      const raw = storage().getItem(KEY);
      const found = decode(raw);
      if (found.state === "newer") return cannotKeep("notice_newer");
      if (found.state === "damaged") return setAside(/** @type {string} */ (raw));
      if (found.state === "record") {
        answers = merge(answers, found.answers);
        seed = found.seed ?? seed;
        if (found.dropped > 0)
          notices.set("dropped", { key: "notice_dropped", values: { count: found.dropped } });
      }
      // What did not fit is still unsaved: only a write can end that.
      if (notices.get("lasting")?.key !== "notice_full") notices.delete("lasting");
      return true;
    } catch {
      return cannotKeep("notice_unavailable");
    }
  }

  /**
   * Move a record that nobody can read to a free place beside it, since it may be all a reader has.
   * @param {string} raw
   */
  function setAside(raw) {
    const area = storage();
    for (let shelf = 1; shelf <= SHELVES; shelf += 1) {
      const name = shelf === 1 ? `${KEY}.damaged` : `${KEY}.damaged.${shelf}`;
      const there = area.getItem(name);
      if (there !== null && there !== raw) continue;
      try {
        area.setItem(name, raw);
        area.removeItem(KEY);
      } catch {
        break;
      }
      notices.set("set aside", { key: "notice_set_aside", values: { name } });
      notices.delete("lasting");
      return true;
    }
    return cannotKeep("notice_stuck");
  }

  /** @param {string} key */
  function cannotKeep(key) {
    notices.set("lasting", { key });
    return false;
  }

  /** Write what `change` makes of the newest answers. @param {() => void} change */
  function write(change) {
    const writable = reread();
    change();
    if (writable) {
      try {
        storage().setItem(KEY, encode(seed, answers));
        notices.delete("lasting");
      } catch {
        cannotKeep("notice_full");
      }
    }
    listeners.forEach((listener) => listener());
  }

  /** @param {import("./types.js").Item} item @param {readonly string[]} chosen @param {boolean} checked */
  function set(item, chosen, checked) {
    // Later than what it replaces, even where a clock was put back or two changes share a millisecond.
    const at = Math.max(now(), (answers.get(item.id)?.at ?? 0) + 1);
    answers.set(item.id, { digest: item.digest, chosen: [...chosen], checked, at });
  }

  reread();
  return {
    seed: () => seed,
    get(item) {
      const kept = answers.get(item.id);
      if (kept === undefined || kept.chosen.length === 0) return { chosen: [], checked: false, lost: null };
      if (kept.digest !== item.digest) return { chosen: [], checked: false, lost: "changed" };
      return { chosen: [...kept.chosen], checked: kept.checked, lost: null };
    },
    put: (item, chosen, checked) => write(() => set(item, chosen, checked)),
    clear: (items) =>
      write(() => items.filter((item) => answers.has(item.id)).forEach((item) => set(item, [], false))),
    notices: () => [...notices.values()],
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    storageChanged({ key, newValue }) {
      if (key !== null && key !== KEY) return;
      // Erased elsewhere: what this tab remembers must not come back with its next answer.
      if (newValue === null) answers = new Map();
      else reread();
      listeners.forEach((listener) => listener());
    },
  };
}
