// @ts-check
/** The numbers behind a figure as a file that spreadsheets open, each row with where it is from. Pure. */

import { line } from "../csv-line.js";
import { citation, named } from "./edition.js";

/** @typedef {import("../csv-line.js").Cell} Cell */

const FROM = ["figure", "course", "edition", "license", "citation"];

/** The rows of the numbers that a reader has chosen to see, in their order; their id is the first cell. @param {Cell[][]} rows @param {string[]} ids */
export const chosen = (rows, ids) => [...new Set(ids)].flatMap((id) => rows.filter(([name]) => name === id));

/**
 * @param {string[]} columns
 * @param {Cell[][]} rows
 * @param {{ finding: string, edition: import("./edition.js").Edition, address: string }} from
 */
export function table(columns, rows, { finding, edition, address }) {
  const cited = citation(finding, edition, address);
  const from = [finding, edition.title, named(edition), edition.license ?? "", cited];
  return [[...columns, ...FROM], ...rows.map((row) => [...row, ...from])].map(line).join("");
}
