// @ts-check
/** The register of kinds. A new kind is a file of its own and a line here. */

import { branchingCase } from "./case.js";
import { nothing } from "./grade.js";
import { keyFeature } from "./key-feature.js";
import { matching } from "./matching.js";
import { multipleResponse } from "./multiple-response.js";
import { numeric } from "./numeric.js";
import { ordering } from "./ordering.js";
import { shortAnswer } from "./short-answer.js";
import { singleBestAnswer } from "./single-best-answer.js";

/** @typedef {import("./types.js").Item} Item */
/** @typedef {import("./types.js").Kind<Item>} Kind */

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
 * @param {import("./types.js").Unsure<Item>} item
 * @param {unknown} chosen
 */
export const grade = (item, chosen) => kinds.get(item?.kind)?.grade(item, chosen) ?? nothing();
