// @ts-check
/** Every word that the front end says, from the catalogue that the built pages use as well. */

import catalogue from "../strings.json" with { type: "json" };

/** @typedef {keyof typeof catalogue} Key */

/**
 * @param {Key} key
 * @param {Record<string, string | number>} [values]
 * @returns {string}
 */
export function say(key, values = {}) {
  return catalogue[key].replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
}
