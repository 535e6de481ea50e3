// @ts-check
/** What a plain card asks, as data: it stands in the card, or in the script of questions that its quiz names. */

/** @typedef {import("../types.js").Item} Item */

/** Where the script of a chapter puts its questions. @type {Window & { courseItems?: Record<string, Item[]> }} */
const page = window;

/** @param {string} chapter @returns {Item[] | undefined} undefined where its script has not come */
export const itemsOf = (chapter) => page.courseItems?.[chapter];

/**
 * @param {HTMLElement} card
 * @param {HTMLElement} quiz in which it stands
 * @returns {Item | undefined} undefined where its script has not come
 * @throws {SyntaxError} where what stands in the card is no data
 */
export function dataOf(card, quiz) {
  const inside = card.querySelector("script.item-data")?.textContent;
  if (inside) return JSON.parse(inside);
  const { chapter = "" } = quiz.dataset;
  const item = itemsOf(chapter)?.find(({ id }) => id === card.id);
  // The script serves other pages too; on its own one a way back stays within the page.
  const href = item?.back?.href.replace(`${chapter}.html#`, "#");
  return item && href ? { ...item, back: { ...item.back, href } } : item;
}
