// @ts-check
/** The questions of a chapter, loaded when one of them is due: as scripts, which a page from a folder can load too. */

import { kinds } from "../../../kinds/register.js";
import { itemsOf } from "../../web/items.js";
import { loadScript } from "../../web/script.js";

/** @typedef {import("../../types.js").Item} Item */
/** @typedef {import("../../record/standing.js").Chapter} Chapter */

/** @type {Map<string, Promise<Map<string, Item> | null>>} */
const loaded = new Map();

/**
 * The questions by id; null where they could not be loaded.
 * @param {Chapter} chapter
 * @returns {Promise<Map<string, Item> | null>}
 */
export function loadItems({ name, script = "" }) {
  const loading = loaded.get(name) ?? load(name, script);
  loaded.set(name, loading);
  return loading;
}

/** @param {string} name @param {string} script @returns {Promise<Map<string, Item> | null>} */
async function load(name, script) {
  await loadScript(script);
  const items = itemsOf(name);
  return items ? new Map(items.filter(({ kind }) => kinds.has(kind)).map((item) => [item.id, item])) : null;
}
