// @ts-check
/**
 * A card that becomes interactive when it is needed. Until then the plain card stands in its place, which looks
 * the same: so a page of hundreds of questions is ready at once, and a check draws again only what is awake.
 */

import { givenTo } from "./answer.js";
import { createCard } from "./item.js";
import { pickedIn } from "./picked.js";

/** How far from the screen [px] a card wakes: before a reader can reach it. */
const MARGIN = "900px 0px";

/** @type {WeakMap<Element, () => void>} */
const wakers = new WeakMap();
/** @type {IntersectionObserver | undefined} */
let watcher;

/** @param {Element} root @param {() => void} wake */
function whenNear(root, wake) {
  wakers.set(root, wake);
  watcher ??= new IntersectionObserver(
    (entries) => entries.forEach(({ isIntersecting, target }) => isIntersecting && wakers.get(target)?.()),
    { rootMargin: MARGIN },
  );
  watcher.observe(root);
}

/**
 * @typedef {import("./item.js").Around & { mode: () => import("./item.js").Mode, live: () => boolean }} Around
 *   `live`: whether a card that is shown is needed at once
 */

/**
 * The same as `createCard`, later.
 * @param {HTMLElement} root
 * @param {import("../types.js").Item} item
 * @param {Around} around
 * @returns {import("./item.js").Card & { wake: () => void }} `wake` makes it before it is needed
 */
export function createSleepingCard(root, item, around) {
  /** @type {import("./item.js").Card | null} */
  let card = null;
  const { answers, mode, live } = around;

  function wake() {
    if (card === null) {
      watcher?.unobserve(root);
      root.removeEventListener("focusin", wake);
      const again = pickedIn(root);
      card = createCard(root, item, around);
      if (givenTo(item, answers).chosen.length === 0) again();
    }
    return card;
  }

  /** Whether the plain card would not show how things stand. */
  function needed() {
    if (root.hidden) return false;
    if (live() || mode() !== "tutor") return true;
    const { chosen, lost, flagged, hints } = givenTo(item, answers);
    return chosen.length > 0 || lost !== null || flagged || hints > 0;
  }

  whenNear(root, wake);
  root.addEventListener("focusin", wake);
  return {
    wake,
    refresh: () => (card !== null || needed() ? wake().refresh() : undefined),
    settle: () => wake().settle(),
    focus: () => wake().focus(),
  };
}
