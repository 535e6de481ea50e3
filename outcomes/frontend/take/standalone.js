// @ts-check
/** A figure as one picture that stands alone: its words, its drawing in the colors that are seen, and where it is from. */

import { citation, named } from "./edition.js";
import { inLines, inRows } from "./lines.js";

/** @typedef {{ edition: import("./edition.js").Edition, address: string }} From */

const SVG = "http://www.w3.org/2000/svg";
const PAD = 16;
/** Words beside a narrow drawing run as wide as this, where there is room. */
const LINE = 560;
const LEADING = 1.35;
const TITLE = 17;
const TEXT = 14;
const SMALL = 12;
/** What of a style a drawing passes on to its parts ... */
const PASSED_ON = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-opacity",
  "stroke-linecap",
  "stroke-linejoin",
  "stroke-dasharray",
  "paint-order",
  "font-size",
  "font-weight",
  "font-style",
  "text-anchor",
  "visibility",
];
/** ... and what belongs to one of them. */
const OWN = { opacity: "1" };

/**
 * @param {string} tag
 * @param {Record<string, string | number>} [attributes]
 * @param {...(Node | string)} children
 */
function part(tag, attributes = {}, ...children) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  made.append(...children);
  return made;
}

/** What an element says, without the numbers of a list that does not come along. @param {Element} one */
function textOf(one) {
  const copy = /** @type {Element} */ (one.cloneNode(true));
  for (const number of copy.querySelectorAll(".cite")) number.remove();
  return (copy.textContent ?? "").replace(/\s+/g, " ").trim();
}

/** The words of a part of a figure. @param {Element} figure @param {string} where */
export const wordsOf = (figure, where) => [...figure.querySelectorAll(where)].map(textOf).join(" ");

/**
 * The figure as it is seen, as the text of an SVG file, and its size [px]; on light paper, whatever the page is on, for
 * it ends on a slide or a sheet.
 * @param {HTMLElement} figure
 * @param {From} from
 */
export function standalone(figure, from) {
  const { dataset } = document.documentElement;
  const { theme } = dataset;
  // Nothing is painted before it is as it was.
  dataset.theme = "light";
  try {
    return written(figure, from);
  } finally {
    if (theme === undefined) delete dataset.theme;
    else dataset.theme = theme;
  }
}

/** @param {HTMLElement} figure @param {From} from */
function written(figure, { edition, address }) {
  const style = getComputedStyle(figure);
  const family = style.fontFamily;
  const ink = style.color;
  const muted = getComputedStyle(figure.querySelector(".summary") ?? figure).color;
  const paper = getComputedStyle(document.body).backgroundColor;
  const pictures = seen(figure);
  const width = Math.ceil(
    Math.max(...pictures.map(({ whole }) => whole), Math.min(figure.clientWidth - 2 * PAD, LINE)),
  );
  const finding = wordsOf(figure, ".finding");
  const cited = citation(finding, edition, address);
  const pen = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));

  const body = part("g");
  let y = PAD;
  /** @param {string} words @param {{ size: number, color: string, weight?: number, above?: number }} look */
  const write = (words, { size, color, weight = 400, above = 0 }) => {
    if (!words) return;
    pen.font = `${weight} ${size}px ${family}`;
    y += above;
    for (const text of inLines(words, width, (one) => pen.measureText(one).width)) {
      y += size * LEADING;
      const at = { x: PAD, y: (y - size * 0.3).toFixed(1) };
      body.append(part("text", { ...at, "font-size": size, "font-weight": weight, fill: color }, text));
    }
  };

  write(finding, { size: TITLE, color: ink, weight: 650 });
  write(wordsOf(figure, ".summary"), { size: TEXT, color: muted, above: 4 });
  write(wordsOf(figure, ":scope > .said"), { size: SMALL, color: ink, above: 4 });
  y += 8;

  const marks = [...figure.querySelectorAll(".legend > li")];
  pen.font = `400 ${SMALL}px ${family}`;
  const sizes = marks.map((mark) => (mark.querySelector("svg") ? 18 : 0) + pen.measureText(textOf(mark)).width);
  const rows = inRows(sizes, width, 14);
  marks.forEach((mark, at) => {
    const icon = mark.querySelector("svg");
    const [x, top] = [PAD + rows[at].x, y + rows[at].row * 18];
    if (icon) body.append(placed(icon, { x, y: top + 2, width: 12, height: 12 }));
    const where = { x: x + (icon ? 18 : 0), y: top + 12, "font-size": SMALL, fill: ink };
    body.append(part("text", where, textOf(mark)));
  });
  if (marks.length > 0) y += 18 * (rows[rows.length - 1].row + 1) + 8;

  const high = Math.max(0, ...pictures.map(({ y: top, height }) => top + height));
  for (const { svg, x, y: top, width: wide, height } of pictures)
    body.append(placed(svg, { x: PAD + x, y: y + top, width: wide, height }));
  y += high + 4;

  write(figure.querySelector(".switch") ? wordsOf(figure, ".switch label:has(:checked) + .one p") : "", {
    size: TEXT,
    color: ink,
  });
  write(wordsOf(figure, "figcaption"), { size: SMALL, color: muted, above: 6 });
  write(wordsOf(figure, ".data > .of"), { size: SMALL, color: muted, above: 6 });
  write(cited, { size: SMALL, color: muted, above: 6 });

  const [wide, tall] = [width + 2 * PAD, Math.ceil(y + PAD)];
  const svg = part(
    "svg",
    { xmlns: SVG, width: wide, height: tall, viewBox: `0 0 ${wide} ${tall}`, "font-family": family },
    part("title", {}, finding),
    part("desc", {}, [wordsOf(figure, ".summary"), wordsOf(figure, "figcaption"), cited].join(" ")),
    metadata(finding, edition, address, cited),
    part("rect", { width: "100%", height: "100%", fill: paper }),
    body,
  );
  return { text: new XMLSerializer().serializeToString(svg), width: wide, height: tall };
}

/**
 * The drawings of a figure that are seen now, with their place within it [px]: the picture of the page in the layout
 * that has room, which shows what plotly draws over it, and never the small one of a comparison. `whole` is the width
 * with the room that its words take beside it.
 * @param {HTMLElement} figure
 */
function seen(figure) {
  const drawing = /** @type {HTMLElement | null} */ (figure.querySelector(":scope > .drawing"));
  if (drawing) {
    const layout = getComputedStyle(drawing).getPropertyValue("--layout").trim() || "wide";
    const svg = /** @type {SVGElement} */ (drawing.querySelector(`.picture.${layout}`));
    const [left, right] = ["--left", "--right"].map((name) => Number.parseFloat(svg.style.getPropertyValue(name)));
    const whole = drawing.clientWidth || figure.clientWidth - 2 * PAD;
    const height = Number(svg.getAttribute("height"));
    return [{ svg, x: left, y: 0, whole, width: whole - left - right, height }];
  }
  const svgs = [...figure.querySelectorAll(".drawn svg, .switch svg.picture")];
  const svg = svgs.find((one) => one.getBoundingClientRect().width > 0);
  if (!svg) return [];
  const { width, height } = svg.getBoundingClientRect();
  return [{ svg, x: 0, y: 0, whole: width, width, height }];
}

/** A drawing with its looks written into it, at a place of another. @param {Element} svg @param {{ x: number, y: number, width: number, height: number }} at */
function placed(svg, { x, y, width, height }) {
  const copy = inked(svg, {});
  for (const [name, value] of Object.entries({ x, y, width, height })) copy.setAttribute(name, String(value));
  copy.setAttribute("overflow", "visible");
  return copy;
}

/**
 * A copy of a part in which what style sheets say of its looks is written down, where it differs from what it is in.
 * @param {Element} one
 * @param {Record<string, string>} within
 * @returns {Element}
 */
function inked(one, within) {
  // What both layouts of a drawing share stands elsewhere on the page.
  const shown = one.localName === "use" ? document.getElementById((one.getAttribute("href") ?? "").slice(1)) : null;
  const copy = shown
    ? part("g", { transform: one.getAttribute("transform") ?? "" })
    : /** @type {Element} */ (one.cloneNode(false));
  for (const { name } of [...copy.attributes])
    if (/^(class|role|tabindex|aria-.*|data-.*)$/.test(name)) copy.removeAttribute(name);
  if (copy.getAttribute("style")?.startsWith("--")) copy.removeAttribute("style");
  const style = getComputedStyle(one);
  /** @type {Record<string, string>} */
  const looks = {};
  for (const name of PASSED_ON) {
    looks[name] = style.getPropertyValue(name);
    if (looks[name] && looks[name] !== within[name]) copy.setAttribute(name, looks[name]);
  }
  for (const [name, usual] of Object.entries(OWN))
    if (style.getPropertyValue(name) !== usual) copy.setAttribute(name, style.getPropertyValue(name));
  if (one.localName === "svg") copy.setAttribute("overflow", "visible");
  for (const child of (shown ?? one).childNodes) {
    if (child instanceof Element) {
      const hidden = getComputedStyle(child).display === "none";
      if (!hidden || child.localName === "clipPath") copy.append(inked(child, looks));
    } else copy.append(child.cloneNode());
  }
  return copy;
}

/** What programs read of a picture. @param {string} finding @param {import("./edition.js").Edition} edition @param {string} address @param {string} cited */
function metadata(finding, edition, address, cited) {
  const [RDF, CC, DC] = [
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "http://creativecommons.org/ns#",
    "http://purl.org/dc/elements/1.1/",
  ];
  /** @param {string} space @param {string} name @param {string} [text] @param {string} [leadsTo] */
  const say = (space, name, text = "", leadsTo) => {
    const made = document.createElementNS(space, name);
    made.textContent = text;
    if (leadsTo) made.setAttributeNS(RDF, "rdf:resource", leadsTo);
    return made;
  };
  const work = document.createElementNS(CC, "cc:Work");
  work.setAttributeNS(RDF, "rdf:about", address);
  work.append(
    say(DC, "dc:title", finding),
    say(DC, "dc:creator", edition.authors),
    say(DC, "dc:isPartOf", [edition.title, named(edition)].filter(Boolean).join(", ")),
    say(DC, "dc:rights", edition.license ?? ""),
    say(DC, "dc:bibliographicCitation", cited),
    ...(edition.terms ? [say(CC, "cc:license", "", edition.terms)] : []),
  );
  const rdf = document.createElementNS(RDF, "rdf:RDF");
  rdf.append(work);
  return part("metadata", {}, rdf);
}
