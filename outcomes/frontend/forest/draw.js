// @ts-check
/** A forest as SVG: the same as outcomes/chart/forest.py draws from the same data. Pure: it returns nodes as data. */

import measures from "../../chart/forest.json" with { type: "json" };

/**
 * As outcomes/chart/forest.py describes it.
 * @typedef {{ at?: number, id: string, label: string, value: number, text: string, low: number | null, high: number | null,
 *   bounds: string, interval: string, events: number | null, n: number | null, class: string, share: boolean, rules: number[], year: number | null,
 *   own: boolean, bare: boolean, hue: string, mark: string, size: number, study: string, source: string, href?: string }} Row
 * @typedef {{ label: string[], wide?: string[], text: string, rows: Row[] }} Line
 * @typedef {{ name: string, heading: string[], lines: Line[] }} Group
 * @typedef {{ low: number, high: number, log: boolean, reference: number | null, ticks: number[], names: string[] }} Scale
 * @typedef {{ measure: string, heading: string[], scale: Scale, groups: Group[], columns?: Columns }} Axis
 * @typedef {"label" | "value" | "count" | "bounds"} Column
 * @typedef {Record<Layout, Record<Column, number>>} Columns
 * @typedef {{ axes: Axis[], columns: Columns, rules: string[], one?: boolean, left_out?: Record<string, { href?: string, label: string, text: string, why: string, source: string }[]> }} Forest
 * @typedef {"wide" | "narrow"} Layout
 * @typedef {[name: string, attributes: Record<string, string | number>, ...children: (Node | string)[]]} Node
 */

/** A number as short as Python writes it, rounded half up. @param {number} number */
const px = (number, places = 1) => String(Math.floor(number * 10 ** places + 0.5) / 10 ** places);

/** @param {Row} row */
export const countOf = ({ events, n }) => (n === null ? "–" : events === null ? String(n) : `${events}/${n}`);

/** Where a value stands on an axis. @param {Scale} scale @returns {(value: number) => string} */
export function placeOn({ low, high, log }) {
  const of = log ? Math.log10 : (/** @type {number} */ value) => value;
  return (value) => `${px((100 * (of(value) - of(low))) / (of(high) - of(low)), 2)}%`;
}

/** @param {string} mark @param {number} size @param {string} x @param {number} y @param {Record<string, string>} look @returns {Node} */
function shape(mark, size, x, y, look) {
  if (mark === "circle") return ["circle", { cx: x, cy: px(y), r: px(size), "stroke-width": 2, ...look }];
  const outline = measures.outlines[/** @type {keyof typeof measures.outlines} */ (mark)];
  const corners = outline.map(([right, down]) => `${px(right * size)} ${px(down * size)}`).join("L");
  return ["svg", { x, y: px(y) }, ["path", { d: `M${corners}z`, "stroke-width": 2, ...look }]];
}

/**
 * The drawing and its height [px].
 * @param {Forest} forest @param {Layout} name
 */
export function draw(forest, name) {
  const layout = measures.layouts[name];
  const only = forest.axes.length === 1 ? forest.axes[0] : null;
  const columns = (only?.columns ?? forest.columns)[name];
  const left = columns.label + layout.apart;
  /** The right edge of each column [px from the end of the axis]. @type {[Column, number][]} */
  const edges = [];
  let right = 0;
  for (const column of /** @type {const} */ (["value", "count", "bounds"])) {
    if (!columns[column]) continue;
    right += layout.apart + columns[column];
    edges.push([column, right]);
  }
  /** @type {Node[]} */
  const parts = [];
  let y = 0;

  /** @param {string} words @param {number} at @param {Record<string, string>} [look] @returns {Node} */
  const label = (words, at, look = {}) => ["text", { x: 0, dx: -left, y: px(at), ...look }, words];
  /** @param {string} words @param {number} edge @param {number} at @returns {Node} */
  const inColumn = (words, edge, at) => [
    "text",
    { x: "100%", dx: edge, y: px(at), class: "muted", "text-anchor": "end" },
    words,
  ];
  /** @param {string[]} lines @param {string} look */
  const heading = (lines, look) => {
    for (const words of lines) {
      y += layout.head;
      parts.push(label(words, y - 3, { class: look }));
    }
  };

  for (const axis of forest.axes) {
    const first = parts.length === 0;
    const at = placeOn(axis.scale);
    const last = axis.scale.ticks.length - 1;
    const { reference, ticks } = axis.scale;
    if (!first) y += layout.gap;
    heading(axis.heading, "measure");
    y += layout.ticks;
    for (const [place, tick] of ticks.entries()) {
      if (layout.crowded && place > 0 && place < last && tick !== reference) continue;
      const anchor = place === 0 ? "start" : place === last ? "end" : "middle";
      const where = { x: at(tick), y: px(y - 4), class: "muted", "text-anchor": anchor };
      parts.push(["text", where, axis.scale.names[place]]);
    }
    if (first) for (const [column, edge] of edges) parts.push(inColumn(headOf(column), edge, y - 4));
    const top = y;
    const before = parts.length;
    for (const group of axis.groups) {
      heading(group.heading, "group");
      for (const line of group.lines) add(line, at);
    }
    const uprights = ticks.map((tick) => [at(tick), "grid"]);
    if (reference !== null) uprights.push([at(reference), "muted"]);
    const ends = { y1: px(top), y2: px(y) };
    parts.splice(before, 0, ...uprights.map(([x, look]) => upright({ x1: x, x2: x, ...ends, class: look })));
  }

  /** @param {Line} line @param {(value: number) => string} at */
  function add(line, at) {
    const words = layout.crowded ? line.label : (line.wide ?? [line.label.join(" ")]);
    const height = layout.row + layout.line * (words.length - 1);
    const middle = height / 2;
    const foot = layout.text * 0.36;
    /** @type {Node} */
    const group = ["g", { class: "line", transform: `translate(0 ${px(y)})` }];
    for (const [place, part] of words.entries()) {
      group.push(label(part, middle + (place - (words.length - 1) / 2) * layout.line + foot));
    }
    /** @param {string} x1 @param {string} x2 @param {string} look @param {number} width @returns {Node} */
    const stroke = (x1, x2, look, width) => [
      "line",
      { x1, x2, y1: px(middle), y2: px(middle), class: look, "stroke-width": width },
    ];
    if (line.rows.length > 1) {
      const values = line.rows.map(({ value }) => value);
      group.push(stroke(at(Math.min(...values)), at(Math.max(...values)), "muted", 1));
    }
    for (const row of line.rows) {
      const { low, high } = row;
      if (!row.bare && (low !== null || high !== null)) {
        group.push(stroke(at(low ?? row.value), high === null ? "100%" : at(high), row.hue, 2));
        if (high === null) group.push(shape("triangle-right", 4.5, "100%", middle, { class: row.hue }));
      }
      const look = { class: row.bare || low === null ? `${row.hue} hollow` : row.hue };
      group.push(shape(row.mark, (row.size * layout.mark) / 2, at(row.value), middle, look));
    }
    for (const [place, [column, edge]] of edges.entries()) {
      const text = line.text ? (place === edges.length - 1 ? line.text : "") : told(line.rows[0], column);
      if (text) group.push(inColumn(text, edge, middle + foot));
    }
    parts.push(group);
    y += height;
  }

  const height = Math.ceil(y) + measures.foot;
  const style = `--left:${left}px;--right:${right}px`;
  /** @type {Node} */
  const svg = ["svg", { class: `picture forest ${name}`, height, style }, ...parts];
  return { svg, height };
}

/** @param {Record<string, string>} where @returns {Node} */
const upright = (where) => ["line", where];

/** @param {Column} column */
const headOf = (column) => measures.words[/** @type {"value" | "count" | "bounds"} */ (column)];

/** @param {Row} row @param {Column} column */
const told = (row, column) => (column === "value" ? row.text : column === "count" ? countOf(row) : boundsOf(row));

/** What stands in the column of intervals, where the value beside it has said the unit. @param {Row} row */
const boundsOf = ({ bounds }) => bounds.replace(/%$/, "");
