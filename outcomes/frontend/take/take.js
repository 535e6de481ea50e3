// @ts-check
/**
 * What can be done with a figure: as a picture, as a table, as a link, larger, before a room. Loaded when a reader asks
 * for it (book/_theme/static/course.js); every file is made here, from what the page has.
 */

import { addressOf, aloneAt, dataBeside, embedLine } from "./address.js";
import { citation } from "./edition.js";
import { standalone, wordsOf } from "./standalone.js";
import { chosen, table } from "./table.js";

/** @typedef {{ courseEdition?: import("./edition.js").Edition, courseData?: { columns: string[], figures: Record<string, import("./table.js").Cell[][]> } }} Loaded */

const { src } = /** @type {HTMLScriptElement} */ (document.currentScript);
const loaded = /** @type {Window & Loaded} */ (window);
const root = document.documentElement;

/** @param {string} address */
const script = (address) =>
  new Promise((resolve, reject) => {
    const made = Object.assign(document.createElement("script"), { src: new URL(address, src).href });
    made.onload = resolve;
    made.onerror = reject;
    document.head.append(made);
  });
/** @type {Promise<unknown> | undefined} */
let known;
/** What is said of the course, the numbers of the page and the looks: loaded once. */
function know() {
  known ??= loadAll().catch((fault) => {
    // Asked for again, it may be there.
    known = undefined;
    throw fault;
  });
  return known;
}
async function loadAll() {
  const look = Object.assign(document.createElement("link"), { rel: "stylesheet", href: src.replace(/\.js$/, ".css") });
  const styled = new Promise((resolve) => {
    look.onload = look.onerror = resolve;
  });
  document.head.append(look);
  const { charts } = /** @type {HTMLElement | null} */ (document.querySelector("script[data-charts]"))?.dataset ?? {};
  const data = charts && new URL(dataBeside(charts), location.href).href;
  await Promise.all([script("edition.js"), data && script(data), styled]);
}

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag @param {Record<string, string>} [attributes] @param {...(Node | string)} children
 */
function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** @param {string} words @param {() => unknown} act */
function button(words, act) {
  const made = element("button", { type: "button" }, words);
  made.addEventListener("click", act);
  return made;
}

/** @param {string} name @param {Blob} file */
function save(name, file) {
  const href = URL.createObjectURL(file);
  Object.assign(document.createElement("a"), { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}

/** An SVG as PNG, twice as fine as it is written. @param {{ text: string, width: number, height: number }} svg */
async function png({ text, width, height }) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const scale = Math.max(2, 1200 / width);
  const canvas = Object.assign(document.createElement("canvas"), {
    width: Math.round(width * scale),
    height: Math.round(height * scale),
  });
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return /** @type {Promise<Blob | null>} */ (new Promise((resolve) => canvas.toBlob(resolve, "image/png")));
}

/** @param {HTMLElement} figure @param {HTMLElement} way */
export async function take(figure, way) {
  await know();
  const { id } = figure;
  const here = location.href;
  const finding = wordsOf(figure, ".finding");
  const link = addressOf(here, id);
  // Where a folder lies on a device is nobody's business.
  const address = location.protocol === "file:" ? "" : link;
  const from = { edition: loaded.courseEdition ?? { title: document.title, authors: "" }, address };
  const page = location.pathname
    .split("/")
    .pop()
    ?.replace(/\.html$/, "");
  const name = [root.dataset.book, page, id].filter(Boolean).join("-");
  const all = loaded.courseData?.figures[id] ?? [];
  // A forest says which results it draws now: all, or those that the reader has chosen.
  const { shown } = figure.dataset;
  const rows = shown === undefined ? all : chosen(all, shown.split(","));

  const said = element("p", { role: "status", class: "said" });
  /** @param {string} kind @param {() => Promise<Blob | null> | Blob} make */
  const saving = (kind, make) => async () => {
    const file = await Promise.resolve(make()).catch(() => null);
    if (file) save(`${name}.${kind}`, file);
    said.textContent = file ? `Saved as ${name}.${kind}.` : "This browser could not make the file.";
  };
  const svg = () => new Blob([standalone(figure, from).text], { type: "image/svg+xml" });
  const csv = () => {
    const text = table(loaded.courseData?.columns ?? [], rows, { finding, ...from });
    return new Blob([`\ufeff${text}`], { type: "text/csv;charset=utf-8" });
  };
  const files = element(
    "div",
    { class: "files" },
    button(
      "Picture (PNG)",
      saving("png", () => png(standalone(figure, from))),
    ),
    button("Picture (SVG)", saving("svg", svg)),
    ...(rows.length > 0 ? [button("Numbers (CSV)", saving("csv", csv))] : []),
  );
  /** @param {string} label @param {string} text */
  const copied = (label, text) => {
    const field = element("input", { readonly: "", value: text });
    field.addEventListener("focus", () => field.select());
    const copy = async () => {
      field.select();
      const done = await navigator.clipboard?.writeText(text).then(
        () => true,
        () => false,
      );
      said.textContent = done || document.execCommand("copy") ? `${label} copied.` : "Not copied: copy what is marked.";
    };
    const way = button("Copy", copy);
    way.setAttribute("aria-label", `Copy: ${label}`);
    return element("div", { class: "copied" }, element("label", {}, element("span", {}, label), field), way);
  };
  const [larger, close] = ["Enlarge", "Close"].map((words) => element("button", { type: "button" }, words));
  const dialog = element(
    "dialog",
    { class: "take", "aria-labelledby": "take-title" },
    element("h2", { id: "take-title" }, "Share this figure"),
    element("p", { class: "about" }, finding),
    files,
    ...(location.protocol === "file:"
      ? [
          element(
            "p",
            { class: "about" },
            "This course is open from a folder, so there is no link to send: send a file.",
          ),
        ]
      : [copied("Link", link), copied("To embed", embedLine(here, id, finding))]),
    copied("Citation", citation(finding, from.edition, address)),
    said,
    element("div", { class: "ways" }, element("a", { href: aloneAt(here, id) }, "Present it to a room"), larger, close),
  );
  larger.addEventListener("click", () => {
    dialog.close();
    void enlarge(figure, way);
  });
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

/** The figure over the whole screen, and back to its place. @param {HTMLElement} figure @param {HTMLElement} way */
export async function enlarge(figure, way) {
  await know();
  // Where a browser can, its own frame goes too; asked first, for what fills the screen later would cover the dialog.
  await root.requestFullscreen?.().catch(() => {});
  const place = element("div");
  place.style.height = `${figure.offsetHeight}px`;
  const close = element("button", { type: "button" }, "Close");
  const dialog = element("dialog", { class: "enlarged", "aria-label": wordsOf(figure, ".finding") }, close);
  const left = () => document.fullscreenElement || dialog.close();
  dialog.addEventListener("close", () => {
    document.removeEventListener("fullscreenchange", left);
    if (document.fullscreenElement) void document.exitFullscreen();
    place.replaceWith(figure);
    dialog.remove();
    way.focus({ preventScroll: true });
  });
  close.addEventListener("click", () => dialog.close());
  figure.replaceWith(place);
  dialog.append(figure);
  document.body.append(dialog);
  dialog.showModal();
  document.addEventListener("fullscreenchange", left);
}
