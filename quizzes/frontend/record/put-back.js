// @ts-check
/**
 * What a page has written, to put it back: browsers tell a tab a moment late what another has written, and a tab that
 * writes meanwhile writes over it.
 *
 * One thing is not put back: the later of two answers to a question, given in one tab while its clock was a day or more
 * ahead and put right before another tab, which had not heard of it, wrote; the earlier answer stands there then. Each
 * event says what was written over, and each page knows what it had before it wrote; but two pages that go by either put
 * back each other's without end.
 */

import { isAhead } from "./clock.js";
import { enterReview } from "./due.js";

/** @typedef {import("./record.js").Kept} Kept */
/** What carries the time of its change, and is replaced and never deleted. @typedef {Pick<Kept, "answers" | "remarks">} Entries */
/** An entry, and the time of the one that it replaced. @typedef {{ one: any, over: number }} Written */

/** @type {readonly (keyof Entries)[]} */
const NAMES = ["answers", "remarks"];
const NEVER = Number.NEGATIVE_INFINITY;

/** @param {() => number} now the time [ms since 1970] */
export function writtenHere(now) {
  /** @type {Record<keyof Entries, Map<string, Written>>} */
  const mine = { answers: new Map(), remarks: new Map() };

  /** Whether what stands there is what was replaced, or older by a clock that was not wrong. @param {any} there @param {Written} written */
  const isLost = (there, { one, over }) =>
    there === undefined || there.at === over || (one.at > there.at && !isAhead(one.at, now()));

  return {
    /** What stands there after a change of this page. @param {Entries} before @param {Entries} after */
    note(before, after) {
      for (const name of NAMES)
        for (const [id, one] of after[name]) {
          const there = before[name].get(id);
          if (there !== one) mine[name].set(id, { one, over: there?.at ?? NEVER });
        }
    },
    /** What another tab wrote, and this page wrote over before it heard of it. @param {Entries} kept @param {Entries} other */
    hear(kept, other) {
      for (const name of NAMES)
        for (const [id, one] of other[name]) {
          const written = { one, over: NEVER };
          if (isLost(kept[name].get(id), written)) mine[name].set(id, written);
        }
    },
    /** Whether any of it was lost: it is put back. @param {Kept} kept */
    putBack(kept) {
      let any = false;
      for (const name of NAMES)
        for (const [id, written] of mine[name]) {
          if (!isLost(kept[name].get(id), written)) continue;
          any = true;
          kept[name].set(id, written.one);
          if (name === "answers") enterReview(kept, id, written.one);
        }
      return any;
    },
    forget: () => NAMES.forEach((name) => mine[name].clear()),
  };
}
