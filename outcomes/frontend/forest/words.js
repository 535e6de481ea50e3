// @ts-check
/** What a forest says of a choice, of a result and of two of them. Pure. */

import measures from "../../chart/forest.json" with { type: "json" };
import { choose, rowsOf } from "./choice.js";
import { countOf } from "./draw.js";

const { controls } = measures;

/**
 * @typedef {import("./draw.js").Forest} Forest
 * @typedef {import("./draw.js").Row} Row
 * @typedef {import("./choice.js").Choice} Choice
 */

const APART = "These two results are not drawn on one axis.";

const RANKS = "Groups are not ranked against each other: they differ in what was counted, by whom or in whom.";

/** One sentence that follows the state, and others where the order or the interval needs them. @param {Forest} forest @param {Forest} chosen @param {Choice} choice */
export function sentence(forest, chosen, choice) {
  // Of all the outcomes that there are, one is drawn at a time, and only its results are counted.
  const [all, shown] = [
    rowsOf(forest.one ? choose(forest, { endpoint: choice.endpoint ?? "" }) : forest),
    rowsOf(chosen),
  ];
  const of = shown.length === all.length ? "All" : `${shown.length} of`;
  const { order, interval } = controls;
  const parts = [
    choice.endpoint ?? (forest.one ? chosen.axes[0]?.measure : ""),
    choice.class,
    choice.only && "this disease only",
    choice.least && `n of ${choice.least} or more, so none without n`,
    `order: ${order.options[/** @type {keyof typeof order.options} */ (choice.order ?? "")]}`,
    `interval: ${interval.options[/** @type {keyof typeof interval.options} */ (choice.interval ?? "")]}`,
  ].filter(Boolean);
  const left = forest.left_out?.[chosen.axes[0]?.measure]?.length ?? 0;
  const beside = left > 0 ? `; ${left} more in the list only, with the reason` : "";
  const said = `${of} ${all.length} results shown${beside}; ${parts.join("; ")}.`;
  const groups = chosen.axes.some((axis) => axis.groups.length > 1);
  return [said, choice.order && groups && RANKS].filter(Boolean).join(" ");
}

/** What a caption says of the intervals, where others were chosen than those that stand by themselves. @param {Choice} choice */
export const captionOf = (choice) =>
  controls.interval.caption[/** @type {"exact" | "wilson"} */ (choice.interval)] ?? null;

/** The interval of a result in words. @param {Row} row */
export const intervalOf = ({ low, bounds, interval }) =>
  low === null && bounds === "–" ? `No interval: ${interval}` : `Interval ${bounds} (${interval})`;

/** A result in a sentence, for somebody who does not see it. @param {Row} row */
export const spoken = (row) => {
  const count = row.n === null ? "n not reported" : countOf(row).replace("/", " of ");
  return `${row.label}: ${row.text}, ${count}. ${intervalOf(row)}. ${row.source}`;
};

/** Where two results stand in a forest. @param {Forest} forest @param {string} id */
function found(forest, id) {
  for (const axis of forest.axes)
    for (const group of axis.groups)
      for (const { rows } of group.lines) for (const row of rows) if (row.id === id) return { axis, group, row };
  return null;
}

/**
 * What two results say beside each other: `why` they are not laid on one axis, or what their intervals do and do not say.
 * @param {Forest} forest @param {string[]} ids
 */
export function compared(forest, ids) {
  const [one, other] = ids.map((id) => found(forest, id));
  if (!one || !other) return null;
  const rule = one.group === other.group ? undefined : one.row.rules.find((at) => other.row.rules.includes(at));
  if (one.axis !== other.axis) {
    const why = `${APART} One is “${one.axis.measure}” and the other is “${other.axis.measure}”. These are two different outcomes, so the distance between their points would mean nothing.`;
    return { why, said: [] };
  }
  const rows = [one.row, other.row];
  if (rule !== undefined) {
    const why = `${APART} A rule of this course says that they are not to be compared. The rule reads: “${forest.rules[rule]}”`;
    return { why, said: [widths(rows)].filter(Boolean) };
  }
  const said = [overlap(rows), widths(rows)];
  if (one.group !== other.group)
    said.push(
      `They stand in two groups, “${one.group.name}” and “${other.group.name}”: they differ in more than what was given.`,
    );
  return { axis: one.axis, rows, said: said.filter(Boolean), why: "" };
}

/** @param {Row[]} rows */
function overlap(rows) {
  const without = rows.filter(({ low, high }) => low === null || high === null);
  if (without.length > 0) {
    const names = without.map(({ label }) => label).join(" and ");
    return `${names}: no whole interval, so nothing can be said of an overlap. That is not an interval of zero width.`;
  }
  const low = Math.max(...rows.map((row) => row.low ?? 0));
  const high = Math.min(...rows.map((row) => row.high ?? 0));
  if (low > high)
    return "The intervals do not overlap: chance alone hardly explains the difference. It does not say what does: unless they are arms of one randomized trial, patients, readers and years may differ.";
  const ends = [low, high].map((end) => end.toFixed(1)).join(" to ");
  return `The intervals overlap, from ${ends}. That does not show that the two are alike, nor that they do not differ: intervals that overlap leave room for both.`;
}

/** @param {Row[]} rows */
function widths(rows) {
  if (rows.some(({ low, high }) => low === null || high === null)) return "";
  const [narrow, wide] = [...rows].sort((one, other) => width(one) - width(other));
  const said = `Wider: ${wide.label}, ${width(wide).toFixed(1)} points; narrower: ${narrow.label}, ${width(narrow).toFixed(1)}.`;
  if (wide.n === null || narrow.n === null || wide.n >= narrow.n) return said;
  return `${said} ${wide.n} patients leave more open than ${narrow.n}.`;
}

/** @param {Row} row */
const width = ({ low, high }) => (high ?? 0) - (low ?? 0);
