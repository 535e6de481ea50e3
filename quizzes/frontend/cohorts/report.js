// @ts-check
/** What a class showed, in the form of `quizzes/cohorts/report`: its style sheet fits both. */

import { say } from "../strings.js";
import { element } from "../web/dom.js";
import { marks, reasonWithMark } from "./marks.js";
import { count } from "./numbers.js";
import { sorted } from "./sorting.js";
import { written } from "./table.js";

/** @typedef {import("./cohort.js").Cohort} Cohort */
/** @typedef {import("./item-analysis.js").Row} Row */
/** @typedef {Node | string | null} Child */

/**
 * @param {Cohort} found
 * @param {readonly Row[]} rows
 * @param {Record<string, { title: string, page: string | null }>} pages of each bank
 */
export function report(found, rows, pages) {
  const banks = [...new Set(rows.map(({ question }) => question.bank))];
  const tables = banks.flatMap((bank) => [
    element("h3", {}, pages[bank].title),
    questions(
      rows.filter(({ question }) => question.bank === bank),
      pages[bank].page,
    ),
  ]);
  return [
    ...doubts(found),
    element("h2", {}, say("class_questions")),
    ...(rows.length > 0
      ? [element("p", { class: "muted on-screen" }, say("class_sorts")), ...tables]
      : [element("p", {}, say("class_nobody"))]),
    element("h2", {}, say("class_files")),
    ...files(found),
    element("h2", {}, say("class_how")),
    element("dl", {}, ...READING.flatMap(explained)),
  ];
}

const READING = /** @type {const} */ (["facility", "discrimination", "mind", "intervals", "scores"]);

/** @param {typeof READING[number]} name */
const explained = (name) => [
  element("dt", {}, element("strong", {}, say(`class_${name}`))),
  element("dd", {}, say(`class_how_${name}`)),
];

/** @param {readonly Row[]} rows @param {string | null} page that has the questions */
function questions(rows, page) {
  const body = rows.map((row) => {
    const said = written(row);
    const { low, high } = row.facilityRange;
    const picks = said.options.map(({ text, right, said: picked, warning }, at) =>
      element(
        "li",
        {},
        element("span", { dir: "auto", ...(right ? { class: "right" } : {}) }, text),
        right + picked,
        bar(row.options[at].share),
        warn(warning),
      ),
    );
    const mistakes = said.mistakes.map(({ text, said: made }) => element("li", {}, element("bdi", {}, text), made));
    return [
      [
        asked(said, page),
        small(said.item),
        folded(say("class_picked"), picks),
        folded(say("class_mistakes"), mistakes),
      ],
      [said.n],
      [said.facility, small(said.facilityRange), bar(row.facility, low, high)],
      [said.discrimination, said.discriminationRange && small(said.discriminationRange)],
      [warn(said.warning)],
    ];
  });
  const heads = /** @type {const} */ (["question", "answers", "facility", "discrimination", "mind"]);
  const made = table(
    say("class_questions"),
    heads.map((head) => say(`class_${head}`)),
    body,
  );
  const values = rows.map(({ question, n, facility, discrimination, warning }) => [
    question.place,
    n,
    facility,
    discrimination,
    warning || null,
  ]);
  sorted(/** @type {HTMLElement} */ (made.firstElementChild), values);
  return made;
}

/** A question, which leads to its place in a tab of its own: to leave the page is to forget the class. @param {{ question: string, item: string }} said @param {string | null} page */
function asked({ question, item }, page) {
  if (page === null) return element("span", { dir: "auto" }, question);
  const { href } = new URL(`${page}#${item}`, document.baseURI);
  return element("a", { href, dir: "auto", target: "_blank", rel: "noopener noreferrer" }, question);
}

/** Names that may stand for two people, or several for one. @param {Cohort} found */
function doubts({ setAside, oneRecord, alike }) {
  const strange = [...new Set(setAside.flatMap(({ stranger, student }) => (stranger ? [student] : [])))].sort();
  const lists = [
    ...doubt(
      "class_two_people",
      strange.map((name) => [name]),
    ),
    ...doubt("class_one_record", oneRecord),
    ...doubt("class_alike", alike),
  ];
  return lists.length > 0 ? [element("h2", {}, say("class_doubts")), ...lists] : [];
}

/** @param {"class_two_people" | "class_one_record" | "class_alike"} name @param {string[][]} groups */
function doubt(name, groups) {
  if (groups.length === 0) return [];
  const named = groups.map((group) => element("li", {}, element("bdi", {}, group.map((one) => `“${one}”`).join(", "))));
  return [
    element("h3", {}, say(name, { count: groups.length })),
    element("p", {}, say(`${name}_ask`)),
    element("ul", {}, ...named),
  ];
}

/** @param {Cohort} found */
function files(found) {
  const { students, refused, setAside, beside, unusable } = found;
  const called = marks(found);
  const file = (/** @type {{ file: string }} */ row) => called.get(row.file) ?? "";
  const state = { changed: say("class_changed"), gone: say("class_gone") };
  const lists = [
    list(
      "refused",
      ["file", "reason"],
      refused.map((row) => ({ ...row, file: file(row) })),
    ),
    list(
      "aside",
      ["file", "student", "reason"],
      setAside.map((row) => ({ file: file(row), student: row.student, reason: reasonWithMark(row, called) })),
    ),
    list(
      "unusable",
      ["question", "state", "students"],
      unusable.map((row) => ({ question: row.item, state: state[row.state], students: count(row.students) })),
    ),
  ];
  const names = [...students].sort().map((name) => element("li", {}, element("bdi", {}, name)));
  return [
    folded(say("class_counted", { title: say("class_students"), count: count(students.length) }), names),
    ...lists.flat(),
    called.size > 0 ? element("p", {}, say("class_numbered")) : null,
    beside > 0 ? element("p", {}, say("class_beside", { count: count(beside) })) : null,
  ];
}

/**
 * @param {"refused" | "aside" | "unusable"} name
 * @param {("file" | "reason" | "student" | "students" | "question" | "state")[]} heads
 * @param {readonly Record<string, string>[]} rows
 */
function list(name, heads, rows) {
  const title = say(`class_${name}`);
  const heading = element("h3", {}, say("class_counted", { title, count: count(rows.length) }));
  const cells = rows.map((row) => heads.map((head) => [element("bdi", {}, row[head])]));
  const words = heads.map((head) => say(`class_${head}`));
  return rows.length > 0 ? [heading, table(title, words, cells)] : [heading];
}

/**
 * A table with its name; the first cell of a row names it.
 * @param {string} name
 * @param {string[]} heads
 * @param {Child[][][]} rows
 */
function table(name, heads, rows) {
  const body = rows.map(([first, ...rest]) => {
    const cells = rest.map((content, at) => {
      const empty = content.every((part) => part === null);
      return element("td", { class: "mid", ...(empty ? {} : { "data-column": heads[at + 1] }) }, ...content);
    });
    return element("tr", {}, element("th", { scope: "row", class: "wide" }, ...first), ...cells);
  });
  const head = element("tr", {}, ...heads.map((text) => element("th", { scope: "col" }, text)));
  const whole = element("table", { "aria-label": name }, element("thead", {}, head), element("tbody", {}, ...body));
  const region = { class: "scroll", tabindex: "0", role: "region", "aria-label": say("class_table", { name }) };
  return element("div", region, whole);
}

/** @param {string} text */
const small = (text) => element("small", {}, text);

/** @param {string} text */
const warn = (text) => (text ? element("small", { class: "warn" }, text) : null);

/** A list, folded up; nothing where it is empty. @param {string} summary @param {HTMLElement[]} lines */
const folded = (summary, lines) =>
  lines.length > 0 ? element("details", {}, element("summary", {}, summary), element("ol", {}, ...lines)) : null;

/** A share as a small bar, for a cell that says the same in digits. @param {number} share @param {number} [low] @param {number} [high] */
function bar(share, low, high) {
  const parts = [
    svg("rect", { class: "track", x: 0, y: 3, width: 80, height: 6 }),
    svg("rect", { class: "fill", x: 0, y: 3, width: 80 * share, height: 6 }),
  ];
  if (low !== undefined && high !== undefined)
    parts.push(svg("line", { class: "whisker", x1: 80 * low, y1: 6, x2: 80 * high, y2: 6 }));
  const drawn = svg("svg", { class: "small", viewBox: "0 0 80 12", width: 80, height: 12, "aria-hidden": "true" });
  drawn.append(...parts);
  return drawn;
}

/** @param {string} name @param {Record<string, string | number>} attributes */
function svg(name, attributes) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}
