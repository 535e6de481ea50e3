// @ts-check
/** Where what leaves the site is from: the edition of the course, and the words that say it. Pure. */

/**
 * What book/_ext/site/edition.py writes; a course may say less of itself.
 * @typedef {{ title: string, authors: string, version?: string, release?: string, license?: string, terms?: string }} Edition
 */

/** @param {Edition} edition */
export const named = ({ version, release }) => [version && `version ${version}`, release].filter(Boolean).join(", ");

/** How a figure is cited. @param {string} finding @param {Edition} edition @param {string} address */
export function citation(finding, edition, address) {
  const whole = [edition.title, named(edition)].filter(Boolean).join(", ");
  const parts = [edition.authors, finding, `In: ${whole}`, edition.license, address];
  return parts
    .filter(Boolean)
    .map((part) => (/[.?!]$/.test(`${part}`) ? part : `${part}.`))
    .join(" ")
    .replace(/\.$/, "");
}
