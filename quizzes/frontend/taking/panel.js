// @ts-check
/** The results below the questions: the score, what one was wrongly sure of, each objective with its way back. */

import { saySure } from "../card/sure.js";
import { mark } from "../record/certainty.js";
import { say } from "../strings.js";
import { button, element, quietButton } from "../web/dom.js";
import { signed } from "../web/numbers.js";
import { BLOCK, weakest } from "./block.js";
import { calibrationPicture } from "./calibration.js";
import { clock, hands } from "./exam.js";
import { questions } from "./head.js";
import { summary } from "./results.js";

/** @typedef {import("./results.js").Row} Row */

/** Points without the noise of binary fractions. @param {number} points */
const neat = (points) => String(Math.round(points * 100) / 100);

/** @param {readonly Row[]} rows */
export function scoreLine(rows) {
  const { points, asked, right } = summary(rows);
  return say("results_score", { points: neat(points), asked, right });
}

/**
 * The heading under which a label of the page stands; empty where there is none, as in a notebook.
 * @param {string} href
 */
function nameOf(href) {
  const target = href.startsWith("#") ? document.getElementById(href.slice(1)) : null;
  const heading = target?.closest("section")?.querySelector("h1, h2, h3, h4, h5, h6");
  return [...(heading?.childNodes ?? [])]
    .filter((node) => !(node instanceof HTMLElement && node.matches(".headerlink")))
    .map((node) => node.textContent)
    .join("")
    .trim();
}

/** The ways back of some questions, each once. @param {readonly Row[]} rows */
function backs(rows) {
  const ways = new Map(rows.flatMap(({ item: { back } }) => (back ? [[back.href, back]] : [])));
  return [...ways.values()].map(({ href, text }) =>
    element("li", {}, element("a", { href }, text || nameOf(href) || say("results_paragraph"))),
  );
}

/**
 * @param {object} hooks
 * @param {(row: Row) => void} hooks.go to a question
 * @param {(row: Row) => number} hooks.number as shown on its card
 * @param {() => void} hooks.block take what comes next
 * @param {() => void} hooks.weakest take what is not right of the weakest objective
 */
export function resultsPanel({ go, number, block, weakest: takeWeakest }) {
  const heading = element("h3", { tabindex: "-1" }, say("results"));
  const root = element("section", { class: "quiz-results", "aria-label": say("results") });
  root.hidden = true;
  /** What is on the screen: the exam, and each row, which is the same object as long as it is the same. @type {readonly unknown[]} */
  let shown = [];

  /** @param {Row} row @param {string} text */
  function link(row, text) {
    const made = element("a", { href: `#${row.item.id}` }, text);
    made.addEventListener("click", (event) => {
      event.preventDefault();
      go(row);
    });
    return made;
  }

  /** @param {readonly Row[]} rows */
  function confident(rows) {
    if (rows.length === 0) return element("p", {}, say("results_confident_none"));
    const lines = rows.map((row) => {
      const brought = { sure: saySure(row.certainty), mark: signed(mark(false, row.certainty)) };
      return element(
        "li",
        {},
        link(row, say("exam_step", { i: number(row) })),
        ` · ${say("certainty_mark", brought)}`,
        element("span", { class: "by", dir: "auto" }, row.item.lead_in),
      );
    });
    return element("ul", { class: "confident" }, ...lines);
  }

  /** @param {import("./results.js").ObjectiveResult[]} objectives */
  function byObjective(objectives) {
    const rows = objectives.map(({ number: at, text, asked, right, rows: own }) => {
      const ways = backs(own);
      const links = own.map((row) => element("li", {}, link(row, say("exam_step", { i: number(row) }))));
      const cells = [
        [say("results_right"), say("results_share", { right, asked })],
        [say("results_teach"), element("ul", {}, ...ways)],
        [say("results_questions"), element("ul", { class: "near" }, ...links)],
      ];
      return element(
        "tr",
        { class: right === asked ? "full" : "part" },
        element("th", { scope: "row", dir: "auto" }, `${at}. ${text}`),
        ...cells.map(([name, inside]) => element("td", { "data-column": String(name) }, inside)),
      );
    });
    const names = /** @type {const} */ (["results_objective", "results_right", "results_teach", "results_questions"]);
    const heads = names.map((name) => element("th", { scope: "col" }, say(name)));
    return element(
      "table",
      { class: "objectives-table" },
      element("thead", {}, element("tr", {}, ...heads)),
      element("tbody", {}, ...rows),
    );
  }

  /** Where to go on from a block, by how all questions stand. @param {readonly Row[]} all */
  function ways(all) {
    const left = all.filter((row) => !(row.settled && row.answered)).length;
    const weak = weakest(all);
    const more = button(say("block_more", { count: Math.min(left, BLOCK) }));
    more.addEventListener("click", block);
    const again = weak && quietButton(say("block_weakest", { text: weak.text }));
    again?.addEventListener("click", takeWeakest);
    const next = document.querySelector("link[rel='next']")?.getAttribute("href");
    const on = next ? element("a", { class: "on", href: next }, say("block_on")) : null;
    return element("div", { class: "act" }, left > 0 ? more : null, again, on);
  }

  return {
    element: root,
    focus: () => {
      heading.focus({ preventScroll: true });
      root.scrollIntoView({ block: "start" });
    },
    /**
     * @param {readonly Row[]} rows in the order shown; none hides the panel
     * @param {import("../types.js").Exam | null} exam
     * @param {readonly Row[] | null} all how all questions stand where a block is done, else null
     */
    write(rows, exam, all) {
      const now = [exam?.started, all === null, ...rows];
      if (now.length === shown.length && now.every((part, at) => part === shown[at])) return;
      shown = now;
      root.hidden = rows.length === 0;
      const sum = summary(rows);
      heading.textContent = all ? say("block_done", { asked: sum.asked, right: sum.right }) : say("results");
      const lines = [
        scoreLine(rows),
        sum.unanswered > 0 ? say("results_open", { count: sum.unanswered }) : "",
        sum.hinted > 0 ? say("results_hinted", { count: sum.hinted }) : "",
        exam ? say("results_time", { time: hands(clock(exam, Date.now()).used) }) : "",
      ];
      /** @type {HTMLElement[]} */
      const parts = [heading, element("p", { class: "score" }, lines.filter(Boolean).join(" "))];
      if (all) parts.push(ways(all));
      if (sum.sure > 0) {
        const marks = { marks: signed(sum.marks), questions: questions(sum.sure) };
        parts.push(
          element("h4", {}, say("results_confident")),
          confident(sum.confident),
          element("h4", {}, say("calibration")),
          element("p", {}, say("calibration_marks", marks)),
          calibrationPicture(sum.levels),
        );
      }
      const objectives = byObjective(sum.objectives);
      if (all) parts.push(element("details", {}, element("summary", {}, say("results_objectives")), objectives));
      else parts.push(element("h4", {}, say("results_objectives")), objectives);
      root.replaceChildren(...parts);
    },
  };
}
