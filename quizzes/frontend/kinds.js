// @ts-check
/** The register of kinds. A new kind is a file of its own and a line here. */

import { multipleResponse } from "./multiple-response.js";
import { singleBestAnswer } from "./single-best-answer.js";

/** @type {Map<string, import("./types.js").Kind>} */
export const kinds = new Map([singleBestAnswer, multipleResponse].map((kind) => [kind.kind, kind]));

/**
 * @param {import("./types.js").Item} item
 * @returns {import("./types.js").Kind}
 */
export function kindOf(item) {
  const kind = kinds.get(item.kind);
  if (kind === undefined) throw new TypeError(`${item.id}: no kind of question is called ${item.kind}`);
  return kind;
}

/**
 * @param {import("./types.js").Item} item
 * @param {readonly string[]} chosen
 */
export const grade = (item, chosen) => kindOf(item).grade(item, chosen);
