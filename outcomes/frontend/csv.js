// @ts-check
/** Rows as a file that spreadsheets open (RFC 4180), in which no text is taken for a formula. */

import { FACETS } from "./numbers.js";

/** @typedef {import("./numbers.js").Row} Row */

const COLUMNS = "id,study,year,title,doi,PMID,design,measure,reported,value,n,population".split(",");

/** @param {string | number | null} cell */
function written(cell) {
  if (cell === null || typeof cell === "number") return String(cell ?? "");
  // A spreadsheet runs a text that begins so; an apostrophe before it keeps it a text.
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

/** @param {Row[]} rows */
export function csv(rows) {
  const lines = rows.map(({ id, study, measure, text, value, population, n, facets }) => {
    const [, name, title, year, doi, pubMedId, design] = study;
    const entries = FACETS.map((facet) => facets[facet].join("; "));
    return [id, name, year, title, doi, pubMedId, design, measure, text, value, n, population, ...entries];
  });
  return [[...COLUMNS, ...FACETS], ...lines].map((cells) => `${cells.map(written).join(",")}\r\n`).join("");
}
