// @ts-check
/** A line of a file that spreadsheets open (RFC 4180), in which no text is taken for a formula. Pure. */

/** @typedef {string | number | null} Cell */

/** @param {Cell} cell */
function written(cell) {
  if (cell === null || typeof cell === "number") return String(cell ?? "");
  // A spreadsheet runs a text that begins so; an apostrophe before it keeps it a text.
  const safe = /^[\t\r\n]|^\s*[=+\-@＝＋－＠]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

/** @param {Cell[]} cells */
export const line = (cells) => `${cells.map(written).join(",")}\r\n`;
