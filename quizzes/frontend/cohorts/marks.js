// @ts-check
/** How a report calls the files that it mentions, since the name of a file may be that of a person. Pure. */

import { say } from "../strings.js";
import { byCodePoint } from "./order.js";

/** @typedef {import("./cohort.js").Cohort} Cohort */

/** The mark of each file. @param {Cohort} found @returns {Map<string, string>} */
export function marks({ refused, setAside }) {
  const names = [...refused, ...setAside].map(({ file }) => file).concat(setAside.map(({ newer }) => newer));
  const inOrder = [...new Set(names)].sort(byCodePoint);
  return new Map(inOrder.map((name, at) => [name, say("class_mark", { number: at + 1 })]));
}

/**
 * Why a file was set aside, with the mark of the newer one in place of its name.
 * @param {Cohort["setAside"][number]} row
 * @param {Map<string, string>} called
 */
export function reasonWithMark({ newer, reason }, called) {
  const known = /** @type {const} */ (["class_is_stranger", "class_is_copy"]);
  const key = known.find((one) => say(one, { newer }) === reason) ?? "class_is_older";
  return say(key, { newer: called.get(newer) ?? "" });
}
