// @ts-check
/** The debrief of a case: what the path was worth, the path drawn beside the best, what cost most, and each step. */

import { afterPaint, element } from "../../frontend/web/dom.js";
import { signed } from "../../frontend/web/numbers.js";
import { drawn } from "../../frontend/web/svg.js";
import { inSentence, markOf, reasons } from "../question.js";
import { bestPath, costs, reaches, sideBySide, worthOf } from "./graph.js";
import { words } from "./words.js";

/** @typedef {import("./graph.js").CaseItem} CaseItem */
/** @typedef {import("./graph.js").Move} Move */
/** @typedef {import("./graph.js").Step} Step */
/** @typedef {import("./graph.js").Taken} Taken */
/** A step that was taken: its number, what it cost, and where it is told. @typedef {Taken & { at: number, cost: number, told: HTMLDetailsElement }} Turn */

/** How many turns are told before all others. */
const DEAREST = 2;
/** The bar of the score [px]. */
const BAR = 12;
/** Where the two paths run, and how large a step is on them [px]. */
const LANES = { own: 18, best: 54, width: 72, radius: 14 };

/**
 * @param {CaseItem} item
 * @param {readonly Taken[]} taken
 * @param {boolean} ended whether it leads to an end, which it need not where an exam was submitted
 */
export function debrief(item, taken, ended) {
  const found = reaches(item);
  const cost = costs(item, taken);
  const turns = taken.map(({ step, choice }, at) => {
    const told = element("details", { class: "taken-step" });
    return { step, choice, at, cost: cost[at], told };
  });
  const dearest = [...turns]
    .filter((turn) => turn.cost > 0)
    .sort((one, other) => other.cost - one.cost)
    .slice(0, DEAREST);
  for (const turn of turns) {
    fill(turn, found);
    turn.told.open = dearest.includes(turn);
  }
  return element(
    "div",
    { class: "debrief" },
    element("h3", {}, words("case_debrief")),
    ...(ended ? score(worthOf(taken), found.get(item.start)?.best ?? 0) : []),
    ...(ended || dearest.length > 0 ? costliest(dearest, found) : []),
    ...rail(turns, bestPath(item)),
    element("p", { class: "lesson", dir: "auto" }, item.debrief),
    turns.length > 0 ? element("h3", { class: "steps" }, words("case_steps_taken")) : null,
    ...turns.map(({ told }) => told),
  );
}

/** @param {number} total @param {number} best above 0 */
function score(total, best) {
  const width = `${Math.max(0, (100 * total) / best)}%`;
  const bar = drawn(
    "svg",
    { class: "score-bar", width: "100%", height: BAR, "aria-hidden": "true" },
    drawn("rect", { class: "most", width: "100%", height: BAR }),
    drawn("rect", { class: "own", width, height: BAR }),
  );
  const sum = { total: signed(total), best: signed(best) };
  return [element("p", { class: "total" }, words("case_total", sum)), bar];
}

/** To where a turn is told in full. @param {Turn} turn @param {string} text */
function wayTo({ told }, text) {
  const way = element("button", { type: "button", class: "to-step", dir: "auto" }, text);
  way.addEventListener("click", () => {
    told.open = true;
    told.querySelector("summary")?.focus({ preventScroll: true });
    told.scrollIntoView({ block: "start" });
  });
  return way;
}

/** @param {readonly Turn[]} dearest @param {ReturnType<typeof reaches>} found */
function costliest(dearest, found) {
  if (dearest.length === 0) return [element("p", { class: "no-turn" }, words("case_no_turn"))];
  const rows = dearest.map((turn) => {
    const { step, choice, at, cost } = turn;
    const better = found.get(step.id)?.move;
    return element(
      "li",
      {},
      element("p", { class: "choice", dir: "auto" }, choice.text),
      element("p", { class: "cost" }, words("case_cost", { cost })),
      element("p", { dir: "auto" }, choice.rationale),
      better ? element("p", { class: "better", dir: "auto" }, words("case_better", { text: better.text })) : null,
      wayTo(turn, words("case_back", { step: at + 1 })),
    );
  });
  const name = words(dearest.length === 1 ? "case_turn" : "case_turns");
  return [element("h3", {}, name), element("ol", { class: "turns" }, ...rows)];
}

/** The two paths, drawn in two lanes beside their words. @param {readonly Turn[]} turns @param {readonly Taken[]} best */
function rail(turns, best) {
  const rows = sideBySide(turns, best);
  const ends = (/** @type {"own" | "best"} */ lane) => {
    const there = rows.map((row) => row[lane] !== null);
    return { first: there.indexOf(true), last: there.lastIndexOf(true) };
  };
  const lanes = /** @type {const} */ (["own", "best"]).map((lane) => ({ lane, ...ends(lane) }));
  const lines = rows.map(({ own, best }, row) => {
    const turn = own && turns.find(({ step }) => step === own.step);
    const same = own?.choice.id === best?.choice.id;
    const drawnRow = drawn("svg", {
      width: LANES.width,
      height: "100%",
      role: "img",
      "aria-label": sayNodes(own, best),
    });
    for (const { lane, first, last } of lanes) {
      if (row < first || row > last) continue;
      const [x, y1, y2] = [LANES[lane], row === first ? "50%" : 0, row === last ? "50%" : "100%"];
      drawnRow.append(drawn("line", { class: lane, x1: x, x2: x, y1, y2 }));
    }
    if (best) drawnRow.append(...node("ideal", LANES.best, best.choice.worth));
    if (own && turn) drawnRow.append(...node(turn.cost > 0 ? "own costly" : "own", LANES.own, own.choice.worth));
    return element(
      "li",
      {},
      drawnRow,
      turn ? wayTo(turn, `${turn.at + 1}. ${turn.choice.text}`) : null,
      best && !same
        ? element("p", { class: "better", dir: "auto" }, words("case_better", { text: best.choice.text }))
        : null,
    );
  });
  const heads = [element("span", {}, words("case_own")), element("span", {}, words("case_ideal"))];
  return [
    element("h3", {}, words("case_rail")),
    element("div", { class: "lanes", "aria-hidden": "true" }, ...heads),
    element("ol", { class: "rail" }, ...lines),
  ];
}

/** @param {Taken | null} own @param {Taken | null} best */
function sayNodes(own, best) {
  const worth = { own: signed(own?.choice.worth ?? 0), best: signed(best?.choice.worth ?? 0) };
  return words(own && best ? "case_node" : own ? "case_node_own" : "case_node_ideal", worth);
}

/** A step on its lane: round, and square where the choice cost something. @param {string} name @param {number} x @param {number} worth */
function node(name, x, worth) {
  const [size, inset] = [2 * LANES.radius, -LANES.radius];
  const shape = name.includes("costly")
    ? drawn("rect", {
        class: name,
        x: x + inset,
        y: "50%",
        width: size,
        height: size,
        transform: `translate(0 ${inset})`,
      })
    : drawn("circle", { class: name, cx: x, cy: "50%", r: LANES.radius });
  const text = drawn("text", { class: name, x, y: "50%", dy: "0.35em", "text-anchor": "middle" }, signed(worth));
  return [shape, text];
}

/**
 * A step as it was taken: the scene, what came of it, and what each of its choices was worth; all but its name once
 * what stands above is on the screen.
 * @param {Turn} turn
 * @param {ReturnType<typeof reaches>} found
 */
function fill({ step, choice, at, cost, told }, found) {
  const summary = element(
    "summary",
    {},
    element("span", { dir: "auto" }, words("case_taken", { step: at + 1, text: inSentence(choice.text) })),
  );
  const mark = markOf(signed(choice.worth), cost > 0 ? "✗" : "✓");
  mark.classList.add(cost > 0 ? "costly" : "best");
  summary.append(mark);
  told.append(summary);
  afterPaint(() =>
    told.append(
      element("p", { class: "stem", dir: "auto" }, step.text),
      element("p", { class: "consequence", dir: "auto" }, choice.consequence),
      reasons(worths(step, choice, found)),
    ),
  );
}

/**
 * What each choice of a step was worth, and why. Best is what leads to the most in the end.
 * @param {Step} step
 * @param {Move} taken
 * @param {ReturnType<typeof reaches>} found
 * @returns {Parameters<typeof reasons>[0]}
 */
function worths(step, taken, found) {
  const most = found.get(step.id)?.best;
  return step.choices.map((choice) => {
    const right = choice.worth + (found.get(choice.next)?.best ?? 0) === most;
    const worth = words("case_worth", { worth: signed(choice.worth) });
    const yours = choice.id === taken.id;
    const key = right ? (yours ? "case_your_best" : "case_best") : "case_yours";
    return {
      text: choice.text,
      name: right ? "right" : yours ? "wrong" : "neutral",
      word: right || yours ? words(key, { worth }) : worth,
      why: choice.rationale,
    };
  });
}
