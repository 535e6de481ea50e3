// @ts-check
/** The cards of a quiz together: which of them are shown, in which order, and how each question stands. */

import { createCard } from "../card/item.js";
import { createSleepingCard } from "../card/sleeping.js";

/** @typedef {import("../types.js").Item} Item */
/** @typedef {import("../card/item.js").Card} Card */
/** @typedef {ReturnType<Card["standing"]>} Standing */
/** @typedef {{ root: HTMLElement, item: Item }} Entry */

/** Up to so many cards are live at once; of more, each wakes as it comes near. */
const LIVE_AT_ONCE = 40;

/**
 * @param {readonly Entry[]} entries
 * @param {(item: Item) => import("../card/item.js").Around & { mode: () => import("../card/item.js").Mode }} around
 * @param {(root: HTMLElement) => void} append put a card after all others
 */
export function cardsOf(entries, around, append) {
  const items = entries.map(({ item }) => item);
  const roots = new Map(entries.map(({ item, root }) => [item, root]));
  const create = entries.length > LIVE_AT_ONCE ? createSleepingCard : createCard;
  /** @type {Map<Item, Card>} */
  const cards = new Map();
  for (const { root, item } of entries) cards.set(item, create(root, item, around(item)));
  const of = (/** @type {Item} */ item) => /** @type {Card} */ (cards.get(item));
  /** The order in which the cards stand. */
  let laidOut = items;

  return {
    of,
    standings: (/** @type {readonly Item[]} */ some) => some.map((item) => of(item).standing()),
    /** Show what is drawn anew of some questions, null for all. @param {readonly Item[] | null} which */
    refresh: (which) => (which ?? items).forEach((item) => cards.get(item)?.refresh()),
    /**
     * @param {import("./view.js").View} view
     * @param {number} current the place in a running exam
     */
    layOut({ exam, mode, order, places }, current) {
      const sequence = exam ? [...order, ...items.filter((item) => !places.has(item))] : items;
      if (sequence.some((item, at) => item !== laidOut[at])) {
        laidOut = sequence;
        sequence.forEach((item) => append(/** @type {HTMLElement} */ (roots.get(item))));
      }
      roots.forEach((root, item) => {
        root.hidden = mode === "exam" ? order[current] !== item : !places.has(item);
      });
    },
  };
}
