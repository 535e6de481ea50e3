// @ts-check
/** Elements with text in them. Authored text goes into the page as text nodes, and in no other way. */

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, string>} [attributes]
 * @param {...(Node | string | null)} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** A button that submits nothing. @param {...(Node | string)} inside */
export const button = (...inside) => element("button", { type: "button" }, ...inside);

/** A button that stands back behind others. @param {...(Node | string)} inside */
export const quietButton = (...inside) => element("button", { type: "button", class: "quiet" }, ...inside);

/** A sign that only repeats a word beside it. @param {string} sign */
export const icon = (sign) => element("span", { "aria-hidden": "true" }, sign);

/**
 * Do something once the present change is on the screen; a page that nobody sees does not wait for that.
 * @param {() => void} action
 */
export function afterPaint(action) {
  if (document.hidden) setTimeout(action);
  else requestAnimationFrame(() => setTimeout(action));
}
