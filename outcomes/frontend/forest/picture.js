// @ts-check
/** The picture of a forest on a page: as it was made, and as it follows what is chosen. */

import { draw } from "./draw.js";

/**
 * @typedef {import("./draw.js").Forest} Forest
 * @typedef {import("./draw.js").Layout} Layout
 * @typedef {import("./draw.js").Node} Node
 */

const SVG = "http://www.w3.org/2000/svg";
export const LAYOUTS = /** @type {const} */ (["wide", "narrow"]);

/** @param {Node} node @returns {SVGElement} */
function made([name, attributes, ...children]) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.append(...children.map((child) => (typeof child === "string" ? child : made(child))));
  return element;
}

/** What is drawn of a forest in a layout, and its height [px]. @param {Forest} forest @param {Layout} layout */
export function pictureOf(forest, layout) {
  const { svg, height } = draw(forest, layout);
  const picture = made(svg);
  picture.setAttribute("aria-hidden", "true");
  return { height, picture };
}

/** @param {Node | string} one */
const kindOf = (one) => (typeof one === "string" ? "words" : one[0]);

/** The first words of a part. @param {Node | string} [part] @returns {string} */
const wordsOf = (part = "") => (typeof part === "string" ? part : wordsOf(part[2]));

/** By what a part is known again that moved, or says something else. @param {Node} part */
const nameOf = ([kind, { class: look = "", x1 = "" }, ...children]) => [kind, look, x1, wordsOf(children[0])].join();

/** Make an element, which shows a part, show another of its kind; what is the same is not touched. @param {Element} element @param {Node} was @param {Node} is */
function patch(element, [, were, ...before], [, attributes, ...children]) {
  for (const [name, value] of Object.entries(attributes))
    if (value !== were[name]) element.setAttribute(name, String(value));
  const alike = before.length === children.length && before.every((one, at) => kindOf(one) === kindOf(children[at]));
  if (!alike) element.replaceChildren(...children.map((child) => (typeof child === "string" ? child : made(child))));
  else
    for (const [at, child] of children.entries()) {
      const one = before[at];
      if (typeof child !== "string") patch(element.children[at], /** @type {Node} */ (one), child);
      else if (child !== one) element.textContent = child;
    }
}

/**
 * Have a picture follow what is drawn; what is returned says its height [px] and its lines from the top down. Most of
 * what a choice costs is laying out words, so those that stay are left alone, and a line only moves: in the document
 * lines stand in the order in which they came.
 * @param {Element} picture @param {Forest} forest as the picture shows it @param {Layout} layout
 */
export function following(picture, forest, layout) {
  let { svg } = draw(forest, layout);
  /** @typedef {{ part: Node, element: Element }} Standing */
  /** @type {Standing[]} */
  let standing = partsOf(svg).map((part, at) => ({ part, element: picture.children[at] }));
  /** @param {Forest} chosen */
  return (chosen) => {
    const drawn = draw(chosen, layout);
    /** @type {Map<string, Standing[]>} */
    const left = new Map();
    for (const one of standing) left.set(nameOf(one.part), [...(left.get(nameOf(one.part)) ?? []), one]);
    standing = partsOf(drawn.svg).map((part) => {
      const one = left.get(nameOf(part))?.shift();
      const element = one?.element ?? made(part);
      if (one) patch(element, one.part, part);
      // The grid is behind the words.
      else if (part[0] === "line") picture.prepend(element);
      else picture.append(element);
      return { part, element };
    });
    for (const { element } of [...left.values()].flat()) element.remove();
    patch(picture, [svg[0], svg[1]], [svg[0], drawn.svg[1]]);
    svg = drawn.svg;
    const lines = standing.filter(({ part }) => part[1].class === "line").map(({ element }) => element);
    return { height: drawn.height, lines };
  };
}

/** @param {Node} svg */
const partsOf = ([, , ...parts]) => /** @type {Node[]} */ (parts);
