// @ts-check
/** A bar of questions: right, wrong and still open, told apart by their filling as well as by their color. */

import { drawn } from "../web/svg.js";

/** How high a bar is [px]. */
const HIGH = 10;
/** From one stroke of the hatching to the next [px]. */
const HATCH = 5;

/** Makes the hatching's name unique in its document. */
let made = 0;

/**
 * The bar, as wide as the place it is put in. It needs no style sheet and prints; the words that say the same stand
 * beside it, so it is no image to a screen reader.
 * @param {{ right: number, wrong: number, open: number }} counts whole numbers from 0, at least one of them above 0
 * @returns {SVGElement}
 */
export function standingBar({ right, wrong, open }) {
  made += 1;
  const hatched = `bar-wrong-${made}`;
  const total = right + wrong + open;
  const share = (/** @type {number} */ count) => `${(100 * count) / total}%`;
  const stroke = { stroke: "var(--wrong)", "stroke-width": 2 };
  const hatching = drawn(
    "pattern",
    { id: hatched, width: HATCH, height: HATCH, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
    drawn("line", { x1: HATCH / 2, x2: HATCH / 2, y1: 0, y2: HATCH, ...stroke }),
  );
  return drawn(
    "svg",
    {
      class: "standing-bar",
      width: "100%",
      height: HIGH,
      "aria-hidden": "true",
      "clip-path": `inset(0 round ${HIGH / 2}px)`,
    },
    drawn("defs", {}, hatching),
    drawn("rect", { width: "100%", height: HIGH, fill: "var(--line)" }),
    drawn("rect", { width: share(right + wrong), height: HIGH, fill: "var(--wrong-soft)" }),
    drawn("rect", { width: share(right + wrong), height: HIGH, fill: `url(#${hatched})` }),
    drawn("rect", { width: share(right), height: HIGH, fill: "var(--right)" }),
  );
}
