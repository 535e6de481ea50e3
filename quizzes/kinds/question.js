// @ts-check
/** What the controls of all kinds are built of: the question around them, menus, and the list of reasons. */

import { say } from "../frontend/strings.js";
import { afterPaint, element, icon } from "../frontend/web/dom.js";

/** Makes ids of hints unique where a quiz is shown twice in one document. */
let hints = 0;

/**
 * The question itself, how it is answered, the rows to answer in, and folded away what an answer counts.
 * @param {import("../frontend/types.js").Item} item
 * @param {import("../frontend/types.js").Credit} credit
 * @param {...(Node | null)} rows
 */
export function question(item, { how, counts }, ...rows) {
  const legend = element("legend", { class: "lead", dir: "auto" }, item.lead_in);
  const stated = how === "" ? null : element("p", { class: "hint" }, how);
  const around = element("fieldset", {}, legend, stated, ...rows, counts === "" ? null : scored(counts));
  if (stated) {
    hints += 1;
    stated.id = `${item.id}-hint-${hints}`;
    around.setAttribute("aria-describedby", stated.id);
  }
  return around;
}

/** @param {string} counts */
const scored = (counts) =>
  element("details", { class: "scored" }, element("summary", {}, say("scored")), element("p", {}, counts));

/** A field to type in. @param {Record<string, string>} attributes */
export const field = (attributes) =>
  element("input", { type: "text", autocomplete: "off", autocapitalize: "off", spellcheck: "false", ...attributes });

/**
 * A menu; it begins with no choice made.
 * @param {readonly { id: string, text: string }[]} lines
 */
export const menu = (lines) =>
  element(
    "select",
    { autocomplete: "off" },
    element("option", { value: "" }, say("choose")),
    ...lines.map(({ id, text }) => element("option", { value: id, dir: "auto" }, text)),
  );

/** What the menus offer, for paper alone. @param {string} text */
export const offered = (text) => element("p", { class: "offered", dir: "auto" }, text);

/**
 * @param {string} word
 * @param {"✓" | "✗"} sign
 * @param {"" | "key"} name what the mark is of where it is not its row's: the key in a row that is wrong
 */
export const markOf = (word, sign, name = "") =>
  element("span", { class: `mark ${name}`.trim() }, icon(sign), ` ${word}`);

/** Take back what was marked in a row. @param {HTMLElement} row */
export function cleared(row) {
  row.classList.remove("right", "wrong");
  row.querySelectorAll(".mark, .why").forEach((node) => node.remove());
}

/** @param {string} text */
export const why = (text) => element("span", { class: "why", dir: "auto" }, text);

/**
 * What could be answered, whether it is right, and why. `name` is the class: right, wrong (and given), neutral.
 * `word` may be empty.
 * @typedef {{ text: string, name: "right" | "wrong" | "neutral", word: string, why: string | null }} Reason
 */

/** Every reason in sight. @param {readonly Reason[]} rows */
export const reasons = (rows) =>
  element(
    "ul",
    { class: "reasons" },
    ...rows.map((row) =>
      element(
        "li",
        { class: row.name },
        element("span", { class: "text", dir: "auto" }, row.text),
        " ",
        row.word ? markOf(row.word, row.name === "right" ? "✓" : "✗") : null,
        row.why ? why(row.why) : null,
      ),
    ),
  );

/**
 * What was neither right nor given, folded away; null where there is nothing. It is filled once what is not folded is
 * on the screen.
 * @param {readonly Reason[]} rows
 */
export function others(rows) {
  if (rows.length === 0) return null;
  const folded = element("details", { class: "others" }, element("summary", {}, say("others")));
  afterPaint(() => folded.append(reasons(rows)));
  return folded;
}

/** What is right and what was given in sight, the others folded away. @param {readonly Reason[]} rows */
export function explained(rows) {
  const aside = others(rows.filter(({ name }) => name === "neutral"));
  const given = reasons(rows.filter(({ name }) => name !== "neutral"));
  return aside ? [given, aside] : [given];
}

/** Take back the reasons below a question. @param {HTMLElement} around */
export const unexplained = (around) => around.querySelectorAll(".reasons, .others").forEach((node) => node.remove());

/** Without its last full stop, to stand in a sentence. @param {string} text */
export const inSentence = (text) => text.replace(/\.$/, "");

/** The key as a sentence. @param {readonly string[]} right */
export const keySentence = (right) =>
  say(right.length === 1 ? "announce_key" : "announce_keys", { text: right.map(inSentence).join("; ") });
