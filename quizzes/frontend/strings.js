// @ts-check
/** Every word that the front end says, from the catalogues that the built pages use as well. */

import catalog from "../strings.json" with { type: "json" };

/** @typedef {keyof typeof catalog} Key */

/**
 * What says the texts of a catalog, with their values put in.
 * @template {Record<string, string>} Words
 * @param {Words} words
 * @returns {(key: keyof Words, values?: Record<string, string | number>) => string}
 */
export const speaking =
  (words) =>
  (key, values = {}) =>
    words[key].replace(/\{(\w+)\}/g, (_, name) => String(values[name]));

/** What all questions say; a kind has its own words beside its card. */
export const say = /* @__PURE__ */ speaking(catalog);
