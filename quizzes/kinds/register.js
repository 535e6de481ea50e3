// @ts-check
/** The kinds by their names. A new kind is a folder, a line in `cards.js` and one in `register.py`. */

import * as cards from "./cards.js";
import { nothing } from "./grade.js";

/** @typedef {import("../frontend/types.js").Item} Item */
/** @typedef {import("../frontend/types.js").Kind<Item>} Kind */

/**
 * By their names. Each is only ever asked about questions of its own, which the types cannot say: hence the cast. A card
 * that is a script of its own is not there on a page that has no such question.
 * @type {ReadonlyMap<unknown, Kind>}
 */
export const kinds = new Map(
  Object.values(cards)
    .filter(Boolean)
    .map((kind) => [kind.kind, /** @type {Kind} */ (kind)]),
);

/**
 * @param {Item} item
 * @returns {Kind}
 */
export function kindOf(item) {
  const kind = kinds.get(item.kind);
  if (kind === undefined) throw new TypeError(`${item.id}: no kind of question is called ${item.kind}`);
  return kind;
}

/**
 * Never throws: a question of no known kind is worth nothing.
 * @param {import("../frontend/types.js").Unsure<Item>} item
 * @param {unknown} chosen
 */
export const grade = (item, chosen) => kinds.get(item?.kind)?.grade(item, chosen) ?? nothing();
