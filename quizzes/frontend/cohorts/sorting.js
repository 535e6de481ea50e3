// @ts-check
/** A table that its headings sort: by touch, by keys, and said to a screen reader by `aria-sort`. */

import { button } from "../web/dom.js";

/** @typedef {number | string | null} Value what is not known comes last, either way */

const TURNED = { ascending: "descending", descending: "ascending" };

/**
 * Put a button into each heading of a table, which stands by its first column.
 * @param {HTMLElement} table @param {readonly Value[][]} values of each row, in the table's order, one a column
 */
export function sorted(table, values) {
  const body = /** @type {HTMLElement} */ (table.querySelector("tbody"));
  const rows = [...body.children].map((row, at) => ({ row, values: values[at] }));
  const heads = [...table.querySelectorAll("thead th")];
  heads.forEach((head, column) => {
    const sorts = button(...head.childNodes);
    sorts.addEventListener("click", () => {
      const now = /** @type {keyof typeof TURNED | null} */ (head.getAttribute("aria-sort"));
      const order = now ? TURNED[now] : "ascending";
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", order);
      const turn = order === "ascending" ? 1 : -1;
      const found = [...rows].sort((one, other) => compare(one.values[column], other.values[column], turn));
      body.append(...found.map(({ row }) => row));
    });
    head.append(sorts);
  });
  table.classList.add("sorts");
  heads[0]?.setAttribute("aria-sort", "ascending");
}

/** @param {Value} one @param {Value} other @param {number} turn */
function compare(one, other, turn) {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  if (typeof one === "number" && typeof other === "number") return turn * (one - other);
  return turn * String(one).localeCompare(String(other));
}

/** Take out of a copy of tables what needs a script. @param {ParentNode} copy */
export function unsorted(copy) {
  for (const head of copy.querySelectorAll(".sorts thead th")) {
    head.removeAttribute("aria-sort");
    head.replaceChildren(head.textContent ?? "");
  }
  for (const table of copy.querySelectorAll(".sorts")) table.classList.remove("sorts");
}
