// @ts-check
/** Entries to be put into their order with buttons: the ids in the reader's order. */

import { say, speaking } from "../../frontend/strings.js";
import { element, icon } from "../../frontend/web/dom.js";
import { shuffled } from "../../frontend/web/shuffle.js";
import { nothing, records, share, texts } from "../grade.js";
import { cleared, inSentence, markOf, question, why } from "../question.js";
import catalog from "./words.json" with { type: "json" };

const words = speaking(catalog);

/** @typedef {import("../../frontend/types.js").Item & { entries: { id: string, text: string, rationale: string }[] }} OrderingItem */

/**
 * (pairs in the right order - pairs in the wrong one) / all pairs, never below 0: an order by chance is worth
 * about nothing.
 * @param {import("../../frontend/types.js").Unsure<OrderingItem>} item
 * @param {unknown} chosen
 * @returns {import("../../frontend/types.js").Grade}
 */
function gradeOrdering(item, chosen) {
  const wanted = texts(records(item?.entries).map(({ id }) => id));
  const given = texts(chosen);
  const place = new Map(wanted.map((id, at) => [id, at]));
  if (wanted.length < 2 || place.size !== wanted.length || given.length !== wanted.length) return nothing();
  if (new Set(given).size !== given.length || !given.every((id) => place.has(id))) return nothing();
  const places = given.map((id) => place.get(id) ?? 0);
  let balance = 0;
  for (let later = 1; later < places.length; later += 1)
    for (let sooner = 0; sooner < later; sooner += 1) balance += places[sooner] < places[later] ? 1 : -1;
  return share(balance, pairs(wanted.length));
}

/** @param {number} entries */
const pairs = (entries) => (entries * (entries - 1)) / 2;

/** @param {OrderingItem} item */
const credit = ({ entries }) => ({
  how: words("how_ordering"),
  counts: words("counts_ordering", { pairs: pairs(entries.length) }),
});

/** @param {OrderingItem} item @param {readonly string[]} chosen */
const ready = ({ entries }, chosen) =>
  chosen.length === entries.length &&
  new Set(chosen).size === chosen.length &&
  chosen.every((name) => entries.some(({ id }) => id === name));

/** @type {import("../../frontend/types.js").Kind<OrderingItem>} */
export const ordering = {
  kind: "ordering",
  grade: gradeOrdering,
  points: ({ entries }) => pairs(entries.length),
  key: ({ entries }) => words("announce_order", { text: entries.map(({ text }) => inSentence(text)).join("; ") }),
  missed: () => say("verdict_missed"),
  accepts: (item, chosen) => chosen.length === 0 || ready(item, chosen),
  ready,
  status: () => "",
  control,
};

/**
 * The order that a reader begins with: never the right one, so that a right answer is always somebody's own.
 * @param {OrderingItem} item
 * @param {number} seed
 */
export function firstOrder({ id, entries }, seed) {
  const order = shuffled(entries, seed, id);
  return order.every((entry, at) => entry === entries[at]) ? [...order.slice(1), order[0]] : order;
}

/**
 * @param {OrderingItem} item
 * @param {number} seed
 * @param {() => void} changed
 * @returns {import("../../frontend/types.js").Control}
 */
function control(item, seed, changed) {
  const first = firstOrder(item, seed);
  const rows = new Map(first.map((entry) => [entry.id, entryRow(entry)]));
  const list = element("ol", { class: "entries" }, ...[...rows.values()].map(({ row }) => row));
  // What was moved is said here and at once; the list itself would be read from its beginning.
  const said = element("p", { class: "moved", role: "status" });
  const around = question(item, credit(item), list, said);
  const order = () => /** @type {string[]} */ ([...list.children].map((row) => row.getAttribute("data-entry")));
  /** Whether the reader has moved anything yet. */
  let moved = false;
  ends();

  /** @param {OrderingItem["entries"][number]} entry */
  function entryRow(entry) {
    const up = mover("up", entry);
    const down = mover("down", entry);
    const text = element("span", { class: "text", dir: "auto" }, entry.text);
    const moves = element("span", { class: "moves" }, up, down);
    return { entry, up, down, row: element("li", { class: "entry", "data-entry": entry.id }, text, moves) };
  }

  /** @param {"up" | "down"} way @param {OrderingItem["entries"][number]} entry */
  function mover(way, entry) {
    const label = words(way === "up" ? "move_up" : "move_down", { text: inSentence(entry.text) });
    const button = element(
      "button",
      { type: "button", class: "quiet", "aria-label": label },
      icon(way === "up" ? "↑" : "↓"),
    );
    button.addEventListener("click", () => move(entry, way));
    return button;
  }

  /**
   * The neighbor is moved, not the entry itself: so its button keeps the focus.
   * @param {OrderingItem["entries"][number]} entry
   * @param {"up" | "down"} way
   */
  function move(entry, way) {
    const row = rows.get(entry.id)?.row;
    const other = way === "up" ? row?.previousElementSibling : row?.nextElementSibling;
    if (!row || !other) return;
    if (way === "up") row.after(other);
    else row.before(other);
    moved = true;
    ends();
    const place = order().indexOf(entry.id) + 1;
    said.textContent = words("moved", { text: inSentence(entry.text), place, total: rows.size });
    changed();
  }

  /** At the ends one button leads nowhere. It can still be reached: a button that vanishes loses the focus. */
  function ends() {
    for (const { row, up, down } of rows.values()) {
      up.setAttribute("aria-disabled", String(row === list.firstElementChild));
      down.setAttribute("aria-disabled", String(row === list.lastElementChild));
    }
  }

  function unmark() {
    for (const { row, up, down } of rows.values()) {
      up.disabled = down.disabled = false;
      cleared(row);
    }
  }

  return {
    element: around,
    read: () => (moved ? order() : []),
    write(chosen) {
      moved = chosen.length > 0;
      const wanted = moved ? chosen : first.map(({ id }) => id);
      if (wanted.join() === order().join()) return;
      list.append(...wanted.flatMap((id) => rows.get(id)?.row ?? []));
      said.textContent = "";
      ends();
    },
    focus: () => list.querySelector("button")?.focus(),
    mark() {
      unmark();
      const now = order();
      item.entries.forEach((entry, at) => {
        const { row, up, down } = /** @type {ReturnType<typeof entryRow>} */ (rows.get(entry.id));
        up.disabled = down.disabled = true;
        const right = moved && now[at] === entry.id;
        row.classList.add(right ? "right" : "wrong");
        const word = right ? words("right_place") : words("wrong_place", { place: at + 1 });
        row.append(markOf(word, right ? "✓" : "✗"), why(entry.rationale));
      });
      said.textContent = "";
    },
    unmark,
  };
}
