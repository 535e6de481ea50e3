// @ts-check
/** Rows of the table of numbers as a file that spreadsheets open. Pure. */

import { line } from "../csv-line.js";
import { FACETS } from "./numbers.js";

/** @typedef {import("./numbers.js").Row} Row */

const COLUMNS = "id,study,year,title,doi,PMID,design,measure,reported,value,n,population".split(",");

/** @param {Row[]} rows */
export function csv(rows) {
  const lines = rows.map(({ id, study, measure, text, value, population, n, facets }) => {
    const [, name, title, year, doi, pubMedId, design] = study;
    const entries = FACETS.map((facet) => facets[facet].join("; "));
    return [id, name, year, title, doi, pubMedId, design, measure, text, value, n, population, ...entries];
  });
  return [[...COLUMNS, ...FACETS], ...lines].map(line).join("");
}
