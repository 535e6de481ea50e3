// @ts-check
// Sorts and searches the tables of the ledger. Without it they are plain tables, complete and in order.
(() => {
  const order = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
  /** Fold case and accents, so that "Reichardt" and "REICHÁRDT" find the same. @param {string} text */
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

  for (const table of /** @type {NodeListOf<HTMLTableElement>} */ (document.querySelectorAll("table.ledger"))) {
    const body = table.tBodies[0];
    const rows = [...body.rows].map((row) => ({ row, text: fold(row.textContent ?? "") }));

    const box = document.createElement("p");
    box.className = "find";
    const label = document.createElement("label");
    const input = Object.assign(document.createElement("input"), { type: "search", autocomplete: "off" });
    const count = Object.assign(document.createElement("span"), { role: "status" });
    label.append(`Search ${rows.length} rows `, input);
    box.append(label, " ", count);
    table.parentElement?.before(box);
    input.addEventListener("input", () => {
      const words = fold(input.value).split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const { row, text } of rows) {
        row.hidden = !words.every((word) => text.includes(word));
        shown += Number(!row.hidden);
      }
      count.textContent = words.length ? `${shown} of ${rows.length} rows` : "";
    });

    [...(table.tHead?.rows[0].cells ?? [])].forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const down = head.getAttribute("aria-sort") === "ascending";
        for (const other of table.tHead?.rows[0].cells ?? []) other.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        const cell = (/** @type {HTMLTableRowElement} */ row) => row.cells[column].textContent ?? "";
        rows.sort((a, b) => (down ? -1 : 1) * order.compare(cell(a.row), cell(b.row)));
        body.append(...rows.map(({ row }) => row));
      });
    });
  }
})();
