// @ts-check
/** What the page makes of forests: `node draw_forests.js FILE` reads `[{forest, choice}]`, and writes what is chosen and drawn. */

import { readFileSync } from "node:fs";

import { choose } from "../../outcomes/frontend/forest/choice.js";
import { draw } from "../../outcomes/frontend/forest/draw.js";

const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;" };

/** @param {string} text */
const escaped = (text) => text.replace(/[&<>"']/g, (sign) => ESCAPES[/** @type {keyof typeof ESCAPES} */ (sign)]);

/** @param {import("../../outcomes/frontend/forest/draw.js").Node | string} node @returns {string} */
function written(node) {
  if (typeof node === "string") return escaped(node);
  const [name, attributes, ...children] = node;
  const said = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(String(value))}"`);
  const start = `<${name}${said.join("")}`;
  if (["circle", "line", "path", "rect"].includes(name)) return `${start}/>`;
  return `${start}>${children.map(written).join("")}</${name}>`;
}

const asked = JSON.parse(readFileSync(process.argv[2], "utf-8"));
const found = asked.map((/** @type {any} */ { forest, choice }) => {
  const chosen = choose(forest, choice);
  const { wide, narrow } = { wide: draw(chosen, "wide"), narrow: draw(chosen, "narrow") };
  return { chosen, wide: [written(wide.svg), wide.height], narrow: [written(narrow.svg), narrow.height] };
});
process.stdout.write(JSON.stringify(found));
