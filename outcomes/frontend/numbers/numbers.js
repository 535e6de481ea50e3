// @ts-check
/** The table of numbers without a page: which rows a reader has chosen, in which order, and how many more there are. */

/** @typedef {[key: string, name: string, title: string, year: number | null, doi: string | null, pubMedId: string | null, design: string]} Study */
/**
 * As book/_ext/ledger/numbers.py writes it; `facets` are the entries of each of FACETS that it belongs to.
 * @typedef {[id: string, study: number, measure: string, text: string, value: number | null, population: string | null,
 *   n: number | null, facets: string[][]]} Written
 */
/** @typedef {{ studies: Study[], numbers: Written[], facts: Record<string, string> }} Data */
/**
 * @typedef {{ id: string, study: Study, measure: string, text: string, value: number | null, population: string,
 *   n: number | null, facets: Record<string, string[]>, words: string }} Row
 */
/** What is typed, chosen and sorted by, as in the address: `q`, `sort`, and the facets by name. @typedef {Record<string, string>} Choice */

export const FACETS = ["topic", "endpoint", "drug", "whom", "read", "unit"];

const LETTERS = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/** Fold case and accents, so that "Reichardt" and "REICHÁRDT" find the same. @param {string} text */
const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** @param {string} typed */
const wordsOf = (typed) => fold(typed).split(/\s+/).filter(Boolean);

/** @param {Data} data @returns {Row[]} */
export function rowsOf({ studies, numbers }) {
  return numbers.map(([id, at, measure, text, value, population, n, entries]) => {
    const study = studies[at];
    const facets = Object.fromEntries(FACETS.map((name, i) => [name, entries[i]]));
    const said = [measure, text, population ?? "", study[1], study[2], ...entries.flat()];
    return { id, study, measure, text, value, population: population ?? "", n, facets, words: fold(said.join(" ")) };
  });
}

/** The rows with all of the words and every chosen entry, but for those of one facet. @param {Row[]} rows @param {Choice} choice @param {string} [but] */
export function narrowed(rows, choice, but) {
  const words = wordsOf(choice.q ?? "");
  const chosen = FACETS.filter((name) => name !== but && choice[name]);
  return rows.filter(
    (row) =>
      words.every((word) => row.words.includes(word)) &&
      chosen.every((name) => row.facets[name].includes(choice[name])),
  );
}

/** How many rows each entry of a facet would leave, all other choices as they are. @param {Row[]} rows @param {Choice} choice @param {string} name */
export function countsOf(rows, choice, name) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const row of narrowed(rows, choice, name)) {
    for (const entry of row.facets[name]) counts.set(entry, (counts.get(entry) ?? 0) + 1);
  }
  return counts;
}

/** Whether values may be compared: all are in one unit. @param {Row[]} rows */
export const isOfOneUnit = (rows) => new Set(rows.map((row) => row.facets.unit.join())).size <= 1;

/** Numbers by size, what has none at the end. @param {(row: Row) => number | null} of @param {1 | -1} way @returns {(one: Row, other: Row) => number} */
const bySize = (of, way) => (one, other) => {
  const [left, right] = [of(one), of(other)];
  if (left === null || right === null) return Number(left === null) - Number(right === null);
  return way * (left - right);
};

/** @type {Record<string, (one: Row, other: Row) => number>} */
const ORDERS = {
  study: (one, other) => LETTERS.compare(one.study[1], other.study[1]),
  year: bySize(({ study }) => study[3], -1),
  n: bySize(({ n }) => n, -1),
  up: bySize(({ value }) => value, 1),
  down: bySize(({ value }) => value, -1),
};

/** The rows in an order; values of several units stay as they are. @param {Row[]} rows @param {string} order */
export function sorted(rows, order) {
  const compare = Object.prototype.hasOwnProperty.call(ORDERS, order) ? ORDERS[order] : null;
  if (!compare || ((order === "up" || order === "down") && !isOfOneUnit(rows))) return rows;
  return [...rows].sort(compare);
}

/** The studies that the words name, those with all of them in their name first. @param {Study[]} studies @param {string} typed */
export function studiesNamed(studies, typed) {
  const words = wordsOf(typed);
  if (words.length === 0) return [];
  const has = (/** @type {string} */ text) => words.every((word) => fold(text).includes(word));
  const named = studies.filter(([, name]) => has(name));
  return [...named, ...studies.filter(([, name, title]) => !has(name) && has(`${name} ${title}`))];
}

/** Where an address that is no place of the page has gone: the study of a number or a fact. @param {Data} data @param {string} id */
export function studyOf({ studies, numbers, facts }, id) {
  const number = numbers.find(([name]) => name === id);
  if (number) return studies[number[1]][0];
  return Object.prototype.hasOwnProperty.call(facts, id) ? facts[id] : null;
}
