// @ts-check
/** What is said of the record as a whole: whose it is, and how long ago it was saved. */

import { DAY } from "../../record/clock.js";
import { dayOf } from "../../record/due.js";
import { say } from "../../strings.js";
import { losesAfterAWeek } from "../keeping.js";
import { sayDay } from "../own-page.js";

/** @typedef {import("../../record/record.js").Kept} Kept */

/** So long an export is enough, and where a browser forgets after a week [days]; and so many answers are worth one. */
const ENOUGH = { usual: 7, shorter: 3, answers: 5 };

/** @param {Kept} kept */
const times = ({ answers }) => [...answers.values()].filter(({ checked }) => checked).map(({ at }) => at);

/**
 * Whose record this is, where it is not all of today and nameless; else nothing.
 * @param {Kept} kept
 * @param {string | undefined} pseudonym
 * @param {number} now [ms since 1970]
 */
export function whoseLine(kept, pseudonym, now) {
  const all = times(kept);
  const first = Math.min(...all, now);
  if (all.length === 0 || (pseudonym === undefined && dayOf(first) === dayOf(now))) return "";
  const values = { count: all.length, date: sayDay(first), name: pseudonym ?? "" };
  return say(pseudonym === undefined ? "file_whose" : "file_whose_name", values);
}

/**
 * That an export is due, where it is; else nothing.
 * @param {Kept} kept
 * @param {number} now [ms since 1970]
 */
export function exportLine(kept, now) {
  const saved = kept.settings.saved ?? 0;
  const since = times(kept).filter((at) => at > saved);
  const days = losesAfterAWeek() ? ENOUGH.shorter : ENOUGH.usual;
  if (since.length < ENOUGH.answers || now - Math.min(...since) < days * DAY) return "";
  if (saved === 0) return say("file_never_saved", { count: since.length });
  return say("file_saved_before", { count: since.length, date: sayDay(saved) });
}
