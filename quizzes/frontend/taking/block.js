// @ts-check
/** Which questions are asked together, one after the other. Pure. */

/** What is asked of a question here. @typedef {Pick<import("../types.js").Item, "objective" | "bloom">} Asked */
/**
 * A question and how it stands.
 * @template {Asked} T
 * @typedef {Pick<import("./results.js").Row, "settled" | "answered" | "correct"> & { item: T }} Row
 */

/** How many questions make a block. */
export const BLOCK = 5;

/** Bloom's levels, the easiest first. */
const LEVELS = ["remember", "understand", "apply", "analyze", "evaluate", "create"];

/**
 * The objectives in turn, the easiest question of each first.
 * @template {Asked} T
 * @param {readonly T[]} items
 * @returns {T[]}
 */
export function mixed(items) {
  /** @type {Map<number, T[]>} */
  const own = new Map();
  for (const item of items) own.set(item.objective.number, [...(own.get(item.objective.number) ?? []), item]);
  const level = (/** @type {T} */ { bloom }) => LEVELS.indexOf(bloom);
  const lists = [...own.values()].map((list) => list.sort((one, other) => level(one) - level(other)));
  const most = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: most }, (_, turn) => lists.flatMap((list) => list[turn] ?? [])).flat();
}

/** Those still open that come next. @template {Asked} T @param {readonly Row<T>[]} rows */
export const nextBlock = (rows) =>
  rows
    .filter((row) => !(row.settled && row.answered))
    .slice(0, BLOCK)
    .map((row) => row.item);

/**
 * The objective of which the least is right, and what of it is not; null where nothing answered was wrong.
 * @template {Asked} T
 * @param {readonly Row<T>[]} rows
 * @returns {{ text: string, items: T[] } | null}
 */
export function weakest(rows) {
  const share = new Map();
  for (const { item, settled, answered, correct } of rows) {
    if (!(settled && answered)) continue;
    const { asked = 0, right = 0 } = share.get(item.objective.number) ?? {};
    share.set(item.objective.number, { asked: asked + 1, right: right + Number(correct) });
  }
  const [worst] = [...share]
    .filter(([, { asked, right }]) => right < asked)
    .sort(([, a], [, b]) => a.right / a.asked - b.right / b.asked);
  if (worst === undefined) return null;
  const own = rows.filter(({ item }) => item.objective.number === worst[0]);
  const items = own.filter(({ settled, correct }) => !(settled && correct)).map(({ item }) => item);
  return { text: own[0].item.objective.text, items };
}
