// @ts-check
/** A forest on a page answers its reader: what is chosen is drawn, said and kept in the address; a point opens its study. */

import measures from "../../chart/forest.json" with { type: "json" };
import { inLines } from "../take/lines.js";
import { around } from "./around.js";
import { choose, NAMES, optionsOf, read, rowsOf } from "./choice.js";
import { countOf, placeOn } from "./draw.js";
import { following, LAYOUTS, pictureOf } from "./picture.js";
import { compared, intervalOf, sentence, spoken } from "./words.js";

const { controls } = measures;

/**
 * @typedef {import("./draw.js").Forest} Forest
 * @typedef {import("./draw.js").Row} Row
 * @typedef {import("./choice.js").Choice} Choice
 */

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name @param {Record<string, unknown>} [own] @param {(string | globalThis.Node)[]} children
 * @returns {HTMLElementTagNameMap[Name]}
 */
function html(name, own = {}, ...children) {
  const element = Object.assign(document.createElement(name), own);
  element.append(...children);
  return element;
}

/** How far from the middle of a line a finger may be [px]. */
const REACH = 24;

/** The lines of a forest as they are drawn, from the top down, each with the scale of its axis. @param {Forest} forest */
const linesOf = ({ axes }) =>
  axes.flatMap(({ groups, scale }) => groups.flatMap(({ lines }) => lines.map(({ rows }) => ({ rows, scale }))));

/** An axis with nothing but two results, whose names may be longer than those of the lines that they stand on. @param {import("./draw.js").Axis} axis @param {Row[]} rows @param {import("./draw.js").Columns} columns */
function alone(axis, rows, columns) {
  /** @param {string} words */
  const wide = (words) => 7 * words.length;
  const label = Math.max(columns.narrow.label, 110);
  const lines = rows.map((row) => ({
    label: inLines(row.label, label, wide),
    text: "",
    rows: [{ ...row, bare: false }],
  }));
  const longest = Math.max(columns.wide.label, ...rows.map((row) => wide(row.label)));
  return {
    ...axis,
    groups: [{ name: "", heading: [], lines }],
    columns: { wide: { ...columns.wide, label: longest }, narrow: { ...columns.narrow, label } },
  };
}

/** The rows of the list of what is drawn, and of what is not. @param {Forest} chosen @param {Choice} choice */
function listed(chosen, { endpoint }) {
  /** @param {{ href?: string, label: string }} result @param {HTMLElement[]} cells */
  const line = ({ href, label }, ...cells) => html("tr", {}, html("td", {}, html("a", { href }, label)), ...cells);
  /** @param {string} column @param {string} words */
  const cell = (column, words) => {
    const made = html("td", {}, words);
    made.dataset.column = column;
    return made;
  };
  const drawn = rowsOf(chosen).map((row) =>
    line(
      row,
      cell("Value", row.text),
      cell("of n", countOf(row)),
      cell("Interval", row.bounds),
      cell("Study", row.source),
    ),
  );
  const left = chosen.left_out?.[endpoint ?? chosen.axes[0]?.measure] ?? [];
  const not = left.map((each) =>
    line(
      each,
      cell("Value", each.text),
      html("td", { colSpan: 2 }, `Not drawn: ${each.why}`),
      cell("Study", each.source),
    ),
  );
  return [...drawn, ...not];
}

/**
 * Bring a figure to life; what is returned answers its events.
 * @param {HTMLElement} figure @param {Forest} forest
 */
export function start(figure, forest) {
  const drawing = /** @type {HTMLElement} */ (figure.querySelector(".drawing"));
  const opener = /** @type {HTMLButtonElement | null} */ (figure.querySelector("button.choose"));
  const all = new Map(rowsOf(forest).map((row) => [row.id, row]));
  const said = html("p", { className: "said" });
  said.setAttribute("role", "status");
  const card = html("div", { className: "point-card", hidden: true });
  const beside = html("div", { className: "beside" });
  const form = makeForm();
  const follow = around(figure, forest);
  const panel = html("div", { className: "choices", id: `${figure.id}-choices` }, form);
  drawing.before(panel, said, beside);
  drawing.append(card);
  openPanel(false);
  opener?.setAttribute("aria-controls", panel.id);

  /** @type {Choice} */
  let choice = {};
  let chosen = choose(forest, choice);
  const pictures = LAYOUTS.map((layout) => {
    const picture = /** @type {Element} */ (drawing.querySelector(`.picture.${layout}`));
    return { layout, follow: following(picture, chosen, layout), lines: [...picture.querySelectorAll(".line")] };
  });
  /** The layout that is seen: asked when it may have changed, since in the middle of a change the page is laid out to tell. */
  let seen = "";
  const look = () => {
    seen = getComputedStyle(drawing).getPropertyValue("--layout").trim();
  };
  look();
  new ResizeObserver(look).observe(drawing);
  /** The result that the keys are at. */
  let at = -1;
  let later = 0;

  function makeForm() {
    const fields = NAMES.filter((name) => name !== "pick").map((name) => {
      const { label } = Reflect.get(controls, name);
      if (name === "least") {
        const input = html("input", { type: "number", name, min: "1", inputMode: "numeric", placeholder: "any" });
        return html("label", {}, label, input);
      }
      const options = optionsOf(forest, name).map(([value, words]) => html("option", { value }, words));
      return html("label", { hidden: options.length < 2 }, label, html("select", { name }, ...options));
    });
    const reset = html("button", { type: "reset" }, "Reset");
    return html("form", {}, ...fields, reset);
  }

  /** @param {string} name */
  const field = (name) => /** @type {HTMLInputElement | HTMLSelectElement | null} */ (form.elements.namedItem(name));

  function show() {
    chosen = choose(forest, choice);
    // For who takes the figure along (frontend/take).
    figure.dataset.shown = rowsOf(chosen)
      .map(({ id }) => id)
      .join(",");
    const picked = choice.pick?.split(",") ?? [];
    clearTimeout(later);
    for (const picture of pictures) if (picture.layout === seen) redraw(picture, picked);
    // What is not seen can wait.
    later = window.setTimeout(() => {
      for (const picture of pictures) if (picture.layout !== seen) redraw(picture, picked);
      figure.querySelector(".listed tbody")?.replaceChildren(...listed(chosen, choice));
      follow(chosen, choice);
    });
    const none = rowsOf(chosen).length === 0;
    said.textContent = none ? "No result has all of this." : sentence(forest, chosen, choice);
    showBeside(picked);
    at = -1;
  }

  /** @param {typeof pictures[number]} picture @param {string[]} picked */
  function redraw(picture, picked) {
    const { height, lines } = picture.follow(chosen);
    picture.lines = lines;
    drawing.style.setProperty(`--${picture.layout}`, `${height}px`);
    for (const [at, { rows }] of linesOf(chosen).entries()) {
      const isPicked = rows.some(({ id }) => picked.includes(id));
      lines[at].classList.remove("at");
      lines[at].classList.toggle("picked", isPicked);
    }
  }

  /** @param {string[]} ids */
  function showBeside(ids) {
    beside.replaceChildren();
    if (ids.length === 0) return;
    const names = ids.map((id) => all.get(id)?.label ?? "").join(" and ");
    const clear = html("button", { type: "button", onclick: () => set({ pick: "" }) }, "Clear");
    const found = compared(chosen, ids);
    if (!found) {
      const waits = ids.length < 2 ? "Pick another result to compare it with." : "What is shown does not hold both.";
      beside.append(html("p", {}, `Picked: ${names}. ${waits} `, clear));
      return;
    }
    beside.append(html("p", {}, `${names}. `, clear));
    if (found.axis && found.rows) {
      const axis = alone(found.axis, found.rows, found.axis.columns ?? forest.columns);
      const small = html("div", { className: "drawing" });
      small.setAttribute("aria-hidden", "true");
      for (const layout of LAYOUTS) {
        const { height, picture } = pictureOf({ ...forest, axes: [axis] }, layout);
        small.append(picture);
        small.style.setProperty(`--${layout}`, `${height}px`);
      }
      beside.append(small);
    }
    for (const words of [found.why, ...found.said].filter(Boolean)) beside.append(html("p", {}, words));
  }

  /** Change what is chosen, draw it, and keep it in the address. @param {Choice} changes */
  function set(changes) {
    choice = Object.fromEntries(Object.entries({ ...choice, ...changes }).filter(([, value]) => value));
    closeCard();
    show();
    const address = new URL(location.href);
    for (const name of ["figure", ...NAMES]) address.searchParams.delete(name);
    if (Object.keys(choice).length > 0) {
      address.searchParams.set("figure", figure.id);
      for (const [name, value] of Object.entries(choice)) address.searchParams.set(name, value);
      address.hash = figure.id;
    }
    try {
      history.replaceState(history.state, "", address);
    } catch {
      // A page from a folder may not change its address.
    }
  }

  form.addEventListener("input", ({ target }) => {
    const { name, value } = /** @type {HTMLInputElement} */ (target);
    set({ [name]: name === "least" && !(Number(value) > 0) ? "" : value });
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => set(Object.fromEntries(NAMES.map((name) => [name, ""]))));

  /** @param {boolean} [open] */
  function openPanel(open = panel.hidden === true) {
    panel.hidden = !open;
    // What is said is heard whether or not it is seen.
    said.classList.toggle("aside", !open);
    opener?.setAttribute("aria-expanded", String(open));
  }

  /** @param {Row} row @param {Element} line */
  function openCard(row, line) {
    const picked = choice.pick?.split(",") ?? [];
    const isPicked = picked.includes(row.id);
    const pick = () => {
      openPanel(true);
      set({ pick: (isPicked ? picked.filter((id) => id !== row.id) : [...picked.slice(-1), row.id]).join(",") });
      // Whoever picks by keys goes on in the drawing, and what a second pick brings is seen.
      drawing.focus({ preventScroll: true });
      if (!isPicked) beside.scrollIntoView({ block: "nearest" });
    };
    const link = html("a", { href: row.href ?? "", className: "ev-source" }, row.source);
    const count =
      row.n === null ? "n not reported" : row.events === null ? `n = ${row.n}` : `${row.events} of ${row.n}`;
    card.replaceChildren(
      html("button", { type: "button", className: "close", ariaLabel: "Close", onclick: closeCard }, "×"),
      html("span", { className: "ev-title" }, row.label),
      html("span", {}, `${row.text} · ${count}`),
      html("span", { className: "ev-detail" }, intervalOf(row)),
      link,
      html("button", { type: "button", onclick: pick }, isPicked ? "Do not compare" : "Compare"),
    );
    card.hidden = false;
    const top = extentOf(line).bottom - drawing.getBoundingClientRect().top;
    card.style.setProperty("--top", `${top}px`);
    for (const other of drawing.querySelectorAll(".line.at")) other.classList.remove("at");
    line.classList.add("at");
    return link;
  }

  function closeCard() {
    card.hidden = true;
  }

  /** The lines of the layout that is seen, from the top down. */
  const seenLines = () => pictures.find(({ layout }) => layout === seen)?.lines ?? [];

  /** Where the words of a line begin and end [px]: in Firefox its group reaches to the top of the picture. @param {Element} line */
  function extentOf(line) {
    const all = [...line.querySelectorAll("text")].map((words) => words.getBoundingClientRect());
    return { top: Math.min(...all.map(({ top }) => top)), bottom: Math.max(...all.map(({ bottom }) => bottom)) };
  }

  /** The result that is nearest to a place in the window, on the line that is nearest. @param {MouseEvent} event */
  function resultAt({ clientX, clientY }) {
    const seen = seenLines();
    const far = seen.map((line) => {
      const { top, bottom } = extentOf(line);
      return Math.abs((top + bottom) / 2 - clientY);
    });
    const at = far.indexOf(Math.min(...far));
    const picture = /** @type {SVGGElement | undefined} */ (seen[at])?.ownerSVGElement;
    if (!picture || far[at] > REACH) return null;
    const { left, width } = picture.getBoundingClientRect();
    const { rows, scale } = linesOf(chosen)[at];
    const place = placeOn(scale);
    /** @param {Row} row */
    const across = ({ value }) => Math.abs(left + (width * Number.parseFloat(place(value))) / 100 - clientX);
    return { row: rows.reduce((best, row) => (across(row) < across(best) ? row : best)), line: seen[at] };
  }

  /** @param {Event} event */
  function answer(event) {
    if (event instanceof KeyboardEvent) return key(event);
    const target = /** @type {Element} */ (event.target);
    if (opener?.contains(target)) return openPanel();
    if (card.contains(target)) return;
    const found = resultAt(/** @type {MouseEvent} */ (event));
    if (found) openCard(found.row, found.line);
    else closeCard();
  }

  /** @param {KeyboardEvent} event */
  function key(event) {
    const steps = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };
    const step = steps[/** @type {keyof typeof steps} */ (event.key)];
    if (event.key === "Escape") {
      closeCard();
      drawing.focus();
    } else if (step && !card.contains(document.activeElement)) {
      const seen = seenLines();
      const all = linesOf(chosen).flatMap(({ rows }, line) => rows.map((row) => ({ row, line: seen[line] })));
      at = Math.max(0, Math.min(all.length - 1, at + step));
      if (!all[at]) return;
      openCard(all[at].row, all[at].line);
      said.textContent = spoken(all[at].row);
    } else if (event.key === "Enter" && event.target === drawing) {
      /** @type {HTMLElement | null} */ (card.hidden ? null : card.querySelector("a"))?.focus();
    }
  }

  const asked = new URLSearchParams(location.search);
  if (asked.get("figure") === figure.id) {
    const { choice: given, faults } = read(forest, asked);
    choice = given;
    for (const [name, value] of Object.entries(given)) {
      const input = field(name);
      if (input) input.value = value;
    }
    openPanel(true);
    show();
    if (faults.length > 0)
      said.textContent = `The address asks for what this chart does not have (${faults.join(", ")}): it is drawn as it stands by itself.`;
  } else said.textContent = sentence(forest, chosen, choice);
  return answer;
}
