// @ts-check
/**
 * The page that reads a class: files are dropped or chosen, read one by one, and become the report. Nothing leaves the
 * device and nothing is kept; the report can be saved as a page or as CSV.
 */

import { BOOK } from "../record/record.js";
import { say } from "../strings.js";
import { button, element, quietButton } from "../web/dom.js";
import { droppedFiles, inputFiles } from "./chosen.js";
import { cohort } from "./cohort.js";
import { BEGINNING, isCompanion } from "./companions.js";
import { read, tidy, unopened } from "./handed-in.js";
import { itemAnalysis } from "./item-analysis.js";
import { marks } from "./marks.js";
import { count } from "./numbers.js";
import { report } from "./report.js";
import { unsorted } from "./sorting.js";
import { csv } from "./table.js";

/** @typedef {import("./chosen.js").Chosen} Chosen */
/** @typedef {import("./cohort.js").ReadFile} ReadFile */
/** @typedef {import("./cohort.js").Question} Question */
/**
 * What the page was built with: `style` is the report's own style sheet.
 * @typedef {{ style: string, limits: import("./item-analysis.js").Limits & { companion: string, looks: Record<string, string> },
 *   banks: Record<string, { title: string, page: string | null, questions: Question[] }> }} Data
 */

/** How long reading may take before the page shows how far it is [ms]. */
const PAUSE = 50;

function start() {
  const root = document.querySelector("[data-class-report]");
  const [place, said, data] = [".class-place", ".quiz-said", ".class-data"].map((part) => root?.querySelector(part));
  if (place && said && data) place.replaceChildren(...classReport(JSON.parse(data.textContent ?? ""), said));
}

/** @param {Data} data @param {Element} said where what happened is said aloud */
function classReport({ style, limits, banks }, said) {
  const questions = Object.values(banks).flatMap((bank) => bank.questions);
  /** @type {ReadFile[]} */
  let files = [];
  /** @type {import("./item-analysis.js").Row[]} */
  let rows = [];

  const [byFile, byFolder] = [fileInput(), fileInput()];
  byFolder.webkitdirectory = true;
  const drop = element(
    "div",
    { class: "class-drop" },
    element("p", {}, say("class_drop")),
    label(say("class_choose_files"), byFile),
    label(say("class_choose_folder"), byFolder),
    element("p", { class: "class-private" }, say("class_private")),
  );
  const bar = element("progress", { "aria-label": say("class_title") });
  const came = element("p", { class: "class-came", tabindex: "-1" });
  const host = element("div", { class: "class-shown" });
  const shown = host.attachShadow({ mode: "open" });
  const [asPage, asTable, print, forget] = [
    button(say("class_save")),
    quietButton(say("class_save_csv")),
    quietButton(say("class_print")),
    quietButton(say("class_forget")),
  ];
  const after = element("div", { class: "class-after row" }, asPage, asTable, print, forget);
  const which = element("div", { class: "class-which" });
  bar.hidden = true;
  after.hidden = true;

  /** @param {string} text */
  const tell = (text) => {
    came.textContent = text;
    said.textContent = text;
  };
  /** Read files, and draw the class again with them. @param {Promise<Chosen[]> | Chosen[]} chosen */
  const add = async (chosen) => {
    const list = await chosen;
    if (list.length === 0) return tell(say("class_no_files"));
    drop.inert = true;
    bar.hidden = false;
    bar.max = list.length;
    files = [...files, ...(await readAll(list, files, limits.companion, (at) => progress(at, list.length)))];
    bar.hidden = true;
    drop.inert = false;
    draw();
    came.focus();
  };
  /** @param {number} at @param {number} total */
  const progress = (at, total) => {
    bar.value = at;
    came.textContent = say("class_reading", { at: count(at), total: count(total) });
  };
  const draw = () => {
    const found = cohort(files, questions, Date.now(), limits.looks);
    rows = itemAnalysis(found.scored, questions, limits);
    shown.replaceChildren(element("style", {}, style), ...report(found, rows, banks).filter((part) => part !== null));
    after.hidden = false;
    which.replaceChildren(...key(marks(found)));
    const [students, answers] = [found.students.length, found.scored.length].map(count);
    const [refused, aside] = [found.refused.length, found.setAside.length].map(count);
    tell(say("class_sum", { students, answers, refused, aside }));
  };

  for (const input of [byFile, byFolder]) {
    input.addEventListener("change", () => {
      void add(inputFiles(input.files));
      // The same file may be chosen again, once it is mended.
      input.value = "";
    });
  }
  drop.addEventListener("dragover", (event) => {
    event.preventDefault();
    drop.classList.add("over");
  });
  drop.addEventListener("dragleave", () => drop.classList.remove("over"));
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    drop.classList.remove("over");
    if (event.dataTransfer) void add(droppedFiles(event.dataTransfer));
  });
  asPage.addEventListener("click", () =>
    save("class-report.html", "text/html", page(style, shown, came.textContent ?? "")),
  );
  asTable.addEventListener("click", () => save("class-report.csv", "text/csv", `\ufeff${csv(rows)}`));
  print.addEventListener("click", () => window.print());
  forget.addEventListener("click", () => {
    [files, rows] = [[], []];
    shown.replaceChildren();
    which.replaceChildren();
    after.hidden = true;
    tell(say("class_forgotten"));
    came.focus();
  });
  return [drop, bar, came, after, host, which];
}

/**
 * Read files one by one, with a pause for the page now and then.
 * @param {readonly Chosen[]} chosen
 * @param {readonly ReadFile[]} before
 * @param {string} companion what files are called that programs leave
 * @param {(at: number) => void} progress
 */
async function readAll(chosen, before, companion, progress) {
  const names = new Set(before.map(({ file }) => file));
  /** @type {ReadFile[]} */
  const found = [];
  let since = 0;
  for (const one of chosen) {
    if (performance.now() - since > PAUSE) {
      progress(found.length + 1);
      await new Promise((resolve) => setTimeout(resolve));
      since = performance.now();
    }
    const known = distinct(tidy(one.name), names);
    names.add(known);
    found.push({ file: known, ...("file" in one ? await readOne(one.file, companion) : one) });
  }
  return found;
}

/** Which file is which, folded up. @param {Map<string, string>} called */
function key(called) {
  if (called.size === 0) return [];
  const lines = [...called].map(([name, mark]) => element("li", {}, `${mark}: `, element("bdi", {}, name)));
  return [element("details", {}, element("summary", {}, say("class_which")), element("ul", {}, ...lines))];
}

/** @param {File} file @param {string} companion */
async function readOne(file, companion) {
  const one = await opened(file);
  const nobodys = "reason" in one && isCompanion(file.name, await beginning(file), companion);
  return nobodys ? { beside: /** @type {const} */ (true) } : one;
}

/** What is in a file; whatever becomes of it, it stops no other. @param {File} file */
async function opened(file) {
  const reason = unopened(file.name, file.size);
  if (reason !== null) return { reason };
  try {
    return read(new Uint8Array(await file.arrayBuffer()), Date.now());
  } catch (why) {
    return { reason: say("class_is_unopened", { why: why instanceof Error ? why.message : "" }) };
  }
}

/** @param {File} file */
const beginning = (file) =>
  file
    .slice(0, BEGINNING)
    .arrayBuffer()
    .then(
      (data) => new Uint8Array(data),
      () => new Uint8Array(),
    );

/** A name that no other file has. @param {string} name @param {Set<string>} others */
function distinct(name, others) {
  let known = name;
  for (let turn = 2; others.has(known); turn += 1) known = `${name} (${turn})`;
  return known;
}

/** The report as a page that needs nothing else, and in which nothing can run. @param {string} style @param {ShadowRoot} shown @param {string} sum */
function page(style, shown, sum) {
  const made = document.implementation.createHTMLDocument(say("class_title"));
  const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
  made.documentElement.lang = document.documentElement.lang;
  made.head.prepend(
    element("meta", { charset: "utf-8" }),
    element("meta", { "http-equiv": "Content-Security-Policy", content: policy }),
    element("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
    element("style", {}, style),
  );
  const when = say("class_made", { made: new Date().toISOString().slice(0, 16).replace("T", " ").concat(" UTC") });
  const parts = [...shown.children].filter((part) => part.localName !== "style").map((part) => part.cloneNode(true));
  const head = [element("h1", {}, say("class_title")), element("p", {}, sum), element("p", {}, when)];
  made.body.append(element("main", {}, ...head, ...parts));
  for (const part of made.querySelectorAll(".on-screen")) part.remove();
  unsorted(made);
  return `<!doctype html>\n${made.documentElement.outerHTML}\n`;
}

/** Hand a text to the reader as a file. @param {string} name @param {string} type @param {string} text */
function save(name, type, text) {
  const href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  element("a", { href, download: `${BOOK}-${name}` }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}

function fileInput() {
  const made = element("input", { type: "file" });
  made.multiple = true;
  return made;
}

/** @param {string} text @param {HTMLInputElement} input */
const label = (text, input) => element("label", {}, element("span", {}, text), input);

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
else start();
