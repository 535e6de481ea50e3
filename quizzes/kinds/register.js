// @ts-check
/** The register of kinds. A new kind is a file of its own and a line here. */

import { branchingCase } from "./case/card.js";
import { nothing } from "./grade.js";
import { keyFeature } from "./key_feature/card.js";
import { matching } from "./matching/card.js";
import { multipleResponse } from "./multiple_response/card.js";
import { numeric } from "./numeric/card.js";
import { ordering } from "./ordering/card.js";
import { shortAnswer } from "./short_answer/card.js";
import { singleBestAnswer } from "./single_best_answer/card.js";

/** @typedef {import("../frontend/types.js").Item} Item */
/** @typedef {import("../frontend/types.js").Kind<Item>} Kind */

const all = [singleBestAnswer, multipleResponse, keyFeature, numeric, shortAnswer, matching, ordering, branchingCase];

/**
 * By their names. Each is only ever asked about questions of its own, which the types cannot say: hence the cast.
 * @type {ReadonlyMap<unknown, Kind>}
 */
export const kinds = new Map(all.map((kind) => [kind.kind, /** @type {Kind} */ (kind)]));

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
