// @ts-check
/** The cards of a quiz together: which of them are shown, and in which order. */

import { createSleepingCard } from "../card/sleeping.js";

/** @typedef {import("../types.js").Item} Item */
/** @typedef {{ root: HTMLElement, item: Item }} Entry */

/**
 * @param {readonly Entry[]} entries
 * @param {(item: Item) => import("../card/sleeping.js").Around} around
 * @param {(root: HTMLElement) => void} append put a card after all others
 */
export function cardsOf(entries, around, append) {
  const items = entries.map(({ item }) => item);
  const roots = new Map(entries.map(({ item, root }) => [item, root]));
  const cards = new Map(entries.map(({ root, item }) => [item, createSleepingCard(root, item, around(item))]));
  const of = (/** @type {Item} */ item) => /** @type {import("../card/item.js").Card} */ (cards.get(item));
  /** The order in which the cards stand. */
  let laidOut = items;

  return {
    of,
    /** Make one ahead of its being shown, where there is one. @param {Item | undefined} item */
    wake: (item) => item && cards.get(item)?.wake(),
    /** Show what is drawn anew of some questions, null for all. @param {readonly Item[] | null} which */
    refresh: (which) => (which ?? items).forEach((item) => cards.get(item)?.refresh()),
    /** @param {import("./view.js").View} view */
    layOut({ exam, single, order, places, current }) {
      const sequence = exam ? [...order, ...items.filter((item) => !places.has(item))] : items;
      if (sequence.some((item, at) => item !== laidOut[at])) {
        laidOut = sequence;
        sequence.forEach((item) => append(/** @type {HTMLElement} */ (roots.get(item))));
      }
      roots.forEach((root, item) => {
        root.hidden = single ? order[current] !== item : !places.has(item);
      });
    },
  };
}
