// @ts-check
/** How often one was right at each certainty, drawn against the share that fits it, and the same as a table. */

import { saySure } from "../card/sure.js";
import { BOUNDS, bestLevel } from "../record/certainty.js";
import { say } from "../strings.js";
import { element } from "../web/dom.js";
import { signed } from "../web/numbers.js";
import { drawn } from "../web/svg.js";

/** @typedef {import("../record/certainty.js").Point} Point */

const [WIDE, HIGH] = [360, 220];
const FRAME = { left: 52, right: 350, top: 14, bottom: 176 };
const columns = [104, 201, 298];
const half = 44;

/** @param {number} share 0..1 */
const y = (share) => FRAME.bottom - share * (FRAME.bottom - FRAME.top);

/** The shares at which each certainty pays best. */
const BANDS = [
  [0, BOUNDS[0]],
  [BOUNDS[0], BOUNDS[1]],
  [BOUNDS[1], 1],
];

const percent = (/** @type {number} */ share) => Math.round(share * 100);

/** @param {readonly Point[]} levels */
function picture(levels) {
  const parts = [];
  for (const share of [0, ...BOUNDS, 1]) {
    parts.push(drawn("line", { class: "grid", x1: FRAME.left, x2: FRAME.right, y1: y(share), y2: y(share) }));
    const text = `${percent(share)}%`;
    parts.push(drawn("text", { x: FRAME.left - 6, y: y(share) + 4, "text-anchor": "end" }, text));
  }
  levels.forEach(({ certainty, n, share }, at) => {
    const [low, high] = BANDS[at];
    const x = columns[at];
    parts.push(drawn("rect", { class: "band", x: x - half, width: 2 * half, y: y(high), height: y(low) - y(high) }));
    if (share !== null) {
      // Beside the point, and on the side where there is room.
      parts.push(drawn("circle", { class: "dot", cx: x, cy: y(share), r: 6 }));
      parts.push(drawn("text", { class: "n", x: x + 12, y: y(share) + (share < 0.05 ? -3 : 4) }, `n ${n}`));
    }
    parts.push(drawn("text", { x, y: FRAME.bottom + 20, "text-anchor": "middle" }, saySure(certainty)));
  });
  const [middle, foot] = [(FRAME.left + FRAME.right) / 2, HIGH - 6];
  parts.push(drawn("text", { x: middle, y: foot, "text-anchor": "middle" }, say("calibration_certainty")));
  const axis = `translate(12 ${y(0.5)}) rotate(-90)`;
  parts.push(drawn("text", { transform: axis, "text-anchor": "middle" }, say("calibration_axis")));
  const viewBox = `0 0 ${WIDE} ${HIGH}`;
  return drawn("svg", { viewBox, role: "img", "aria-label": say("calibration_picture") }, ...parts);
}

/** @param {readonly Point[]} levels */
function table(levels) {
  const names = /** @type {const} */ (["certainty", "axis", "fits", "points"]);
  const heads = names.map((name) => element("th", { scope: "col" }, say(`calibration_${name}`)));
  const rows = levels.map(({ certainty, n, right, share, marks }) => {
    const words =
      share === null ? say("calibration_none") : say("calibration_share", { right, n, share: percent(share) });
    const fits = share === null ? "–" : saySure(bestLevel(share));
    return element(
      "tr",
      {},
      element("th", { scope: "row" }, saySure(certainty)),
      ...[words, fits, signed(marks)].map((text) => element("td", {}, text)),
    );
  });
  return element(
    "div",
    { class: "scroll" },
    element("table", {}, element("thead", {}, element("tr", {}, ...heads)), element("tbody", {}, ...rows)),
  );
}

/**
 * The picture, what it means, and its table.
 * @param {readonly Point[]} levels
 */
export const calibrationPicture = (levels) =>
  element(
    "div",
    { class: "calibration" },
    element("p", { class: "how" }, say("calibration_how")),
    element("div", { class: "picture" }, picture(levels)),
    table(levels),
  );
