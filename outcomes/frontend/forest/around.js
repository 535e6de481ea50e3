// @ts-check
/** What stands around a forest and speaks of what is drawn: the table of its numbers, and its caption. */

import { rowsOf } from "./choice.js";
import { captionOf } from "./words.js";

/**
 * Have the table and the caption of a figure follow a choice: the results that are drawn, in their order, each with
 * the interval that is drawn. The table has a row for each result of the forest, from the top down.
 * @param {HTMLElement} figure @param {import("./draw.js").Forest} forest
 * @returns {(chosen: import("./draw.js").Forest, choice: import("./choice.js").Choice) => void}
 */
export function around(figure, forest) {
  const table = /** @type {HTMLTableElement | null} */ (figure.querySelector(".data table"));
  const words = /** @type {HTMLElement | null} */ (figure.querySelector(".of-intervals"));
  const printed = words?.textContent ?? "";
  const lines = [...(table?.tBodies[0].rows ?? [])].map((line) => {
    // By place, not by heading: a browser may have translated that. The last columns are `COLUMNS` of chart/rows.py.
    const cells = [...line.cells].slice(-3, -1);
    return { line, cells, texts: cells.map(({ textContent }) => textContent) };
  });
  const all = rowsOf(forest);
  // One number may be drawn twice, so its id does not say which line is its own.
  for (const [at, row] of all.entries()) row.at = at;
  return (chosen, choice) => {
    if (words) words.textContent = captionOf(choice) ?? printed;
    const drawn = table ? rowsOf(chosen) : [];
    table?.tBodies[0].replaceChildren(
      ...drawn.map(({ at = 0, bounds, interval }) => {
        const { line, cells, texts } = lines[at];
        // As it stood by itself, with its unit.
        const told = interval === all[at].interval ? texts : [bounds, interval];
        for (const [place, cell] of cells.entries()) cell.textContent = told[place];
        return line;
      }),
    );
  };
}
