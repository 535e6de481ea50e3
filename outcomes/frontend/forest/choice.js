// @ts-check
/** What a reader chose to see of a forest, and what is then drawn: as outcomes/chart/choice.py has it. Pure. */

import measures from "../../chart/forest.json" with { type: "json" };
import { clopperPearson, wilson } from "../intervals.js";

const { controls } = measures;

/**
 * @typedef {import("./draw.js").Forest} Forest
 * @typedef {import("./draw.js").Axis} Axis
 * @typedef {import("./draw.js").Group} Group
 * @typedef {import("./draw.js").Line} Line
 * @typedef {import("./draw.js").Row} Row
 */
/** As an address has it; what is empty is as the chart stands by itself. @typedef {Record<string, string>} Choice */

export const NAMES = Object.keys(controls);

const METHODS = {
  exact: { interval: clopperPearson, name: "Clopper-Pearson" },
  wilson: { interval: wilson, name: "Wilson" },
};

/** @param {Forest} forest @returns {Row[]} */
export const rowsOf = ({ axes }) =>
  axes.flatMap(({ groups }) => groups.flatMap(({ lines }) => lines.flatMap(({ rows }) => rows)));

/** What may be chosen of a control, in the address's words and in the reader's; nothing where there is no choice. @param {Forest} forest @param {string} name @returns {[value: string, words: string][]} */
export function optionsOf(forest, name) {
  const rows = rowsOf(forest);
  if (name === "endpoint") {
    const all = several(forest.axes.map(({ measure }) => measure));
    return forest.one ? all.slice(1) : all;
  }
  if (name === "class") return several([...new Set(rows.map((row) => row.class))].filter(Boolean));
  if (name === "only" && new Set(rows.map(({ own }) => own)).size < 2) return [];
  if (name === "interval" && !rows.some(({ share, bare }) => share && !bare)) return [];
  const { options } = /** @type {{ options?: Record<string, string> }} */ (Reflect.get(controls, name));
  return Object.entries(options ?? {});
}

/** @param {string[]} words @returns {[string, string][]} */
const several = (words) =>
  words.length > 1 ? [["", "all"], ...words.map((word) => /** @type {[string, string]} */ ([word, word]))] : [];

/** What an address asks of a forest; where any of it makes no sense, nothing, and what does not. @param {Forest} forest @param {URLSearchParams} asked @returns {{ choice: Choice, faults: string[] }} */
export function read(forest, asked) {
  const ids = new Set(rowsOf(forest).map(({ id }) => id));
  /** @param {string} name @param {string} value */
  const makesSense = (name, value) => {
    if (name === "least") return /^[1-9]\d{0,6}$/.test(value);
    if (name === "pick") {
      const picked = value.split(",");
      return picked.length <= 2 && new Set(picked).size === picked.length && picked.every((id) => ids.has(id));
    }
    return optionsOf(forest, name).some(([option]) => option === value);
  };
  /** @type {Choice} */
  const choice = {};
  const faults = [];
  for (const name of NAMES) {
    const value = asked.get(name);
    if (!value) continue;
    if (makesSense(name, value)) choice[name] = value;
    else faults.push(`${name}=${value}`);
  }
  return { choice: faults.length > 0 ? {} : choice, faults };
}

/** What is drawn of a forest; groups and axes with nothing left are left out. @param {Forest} forest @param {Choice} choice @returns {Forest} */
export function choose(forest, choice) {
  /** @param {Line} line @returns {Line} */
  const line = (line) => {
    const rows = line.rows.filter((row) => isShown(choice, row)).map((row) => withInterval(row, choice));
    const text = line.text && rows.length < line.rows.length ? joined(rows) : line.text;
    return { ...line, rows, text };
  };
  /** @param {Group} group @returns {Group} */
  const group = (group) => ({
    ...group,
    lines: ordered(
      group.lines.map(line).filter(({ rows }) => rows.length > 0),
      choice.order,
    ),
  });
  // Of all the outcomes that there are, one is drawn at a time.
  const endpoint = choice.endpoint || (forest.one ? forest.axes[0]?.measure : "");
  const axes = forest.axes
    .filter(({ measure }) => !endpoint || measure === endpoint)
    .map((axis) => ({ ...axis, groups: axis.groups.map(group).filter(({ lines }) => lines.length > 0) }))
    .filter(({ groups }) => groups.length > 0);
  return { ...forest, axes };
}

/** @param {Choice} choice @param {Row} row */
const isShown = (choice, row) =>
  (!choice.class || row.class === choice.class) &&
  (!choice.only || row.own) &&
  (!choice.least || (row.n !== null && row.n >= Number(choice.least)));

/** The axis says the unit. @param {Row[]} rows */
const joined = (rows) =>
  [...rows]
    .sort((one, other) => one.value - other.value)
    .map(({ text }) => text.replace("%", ""))
    .join(" · ");

/** @param {Row} row @param {Choice} choice @returns {Row} */
function withInterval(row, { interval }) {
  if (!row.share || row.events === null || row.n === null || (interval !== "exact" && interval !== "wilson"))
    return row;
  const method = METHODS[interval];
  const ends = method.interval(row.events, row.n);
  const [low, high] = [100 * ends.low, 100 * ends.high];
  const bounds = `${low.toFixed(0)}-${high.toFixed(0)}%`;
  return { ...row, low, high, bounds, interval: `95%, computed (${method.name})` };
}

/** @type {Record<string, (row: Row) => number | null>} */
const ORDERS = { value: ({ value }) => value, size: ({ n }) => n, year: ({ year }) => year };

/** Lines by the largest of their rows, largest first; what is not known comes last. @param {Line[]} lines @param {string} [order] */
function ordered(lines, order) {
  const of = ORDERS[order ?? ""];
  if (!of) return lines;
  const size = (/** @type {Line} */ { rows }) => Math.max(...rows.map((row) => of(row) ?? Number.NEGATIVE_INFINITY));
  const sizes = new Map(lines.map((line) => [line, size(line)]));
  return [...lines].sort((one, other) => {
    const [left, right] = [sizes.get(one) ?? 0, sizes.get(other) ?? 0];
    return left === right ? 0 : right - left;
  });
}
