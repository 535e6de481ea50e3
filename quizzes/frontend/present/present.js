// @ts-check
/**
 * A question or a figure for a room: large, one thing at a time, its answer only when asked for. Nothing is recorded.
 *
 * `page.html?present#<id>` shows one of the page's questions or figures, with the others of its kind to go on to;
 * `?present=<id>+<id>#<id>` goes through these. Loaded only where the address asks for it, before any other script has
 * changed the page (book/_theme/static/first.js); without scripts the link leads to the plain question or figure.
 */

import { say } from "../strings.js";
import { idInAddress } from "../web/address.js";
import { button, element } from "../web/dom.js";
import { dataOf } from "../web/items.js";
import { loadScript } from "../web/script.js";
import { presentedCase } from "./case.js";
import { presentedFigure } from "./figure.js";
import { presentedQuestion } from "./question.js";

/**
 * What is shown, and what is brought in bit by bit: each reveal has its button's words, and returns what to say aloud.
 * `choose` marks what the room picks, counted from 0, and returns what to say of it; `redraw` hears of what changed by
 * other ways than keys, and of reveals that came to the list.
 * @typedef {{ name: string, body: HTMLElement, reveals: { label: string, show: () => string }[],
 *   choose?: (at: number) => string, redraw?: (said: string) => void }} Presented
 */

const QUESTION = ".quiz[data-quiz] .item";
const FIGURE = "figure.chart";

/** Keys that go on and back; a pointer with buttons sends those of pages. @type {Record<string, 1 | -1>} */
const STEPS = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 };

function start() {
  const ids = asked();
  if (ids.length === 0) return;
  const first = Math.max(0, ids.indexOf(idInAddress()));
  /** @type {(Presented | undefined)[]} */
  const made = [];
  let [at, revealed] = [first, 0];

  const where = element("p", { class: "present-where" });
  const stage = element("div", { class: "present-stage", tabindex: "-1" });
  const said = element("p", { class: "present-said", role: "status" });
  const [back, reveal, on] = [button(say("present_back")), button(), button(say("present_on"))];
  const leave = button(say("present_leave"));
  const keys = element("p", { class: "present-keys" }, say("present_keys"));
  const foot = element("div", { class: "present-foot" }, back, reveal, on, keys, leave);
  const dialog = element("dialog", { class: "present" }, where, stage, foot, said);

  const shown = () => (made[at] ??= presented(ids[at], ids.length > 1 ? { at: at + 1, total: ids.length } : null));
  const buttons = () => {
    const next = shown().reveals[revealed];
    reveal.hidden = next === undefined;
    reveal.textContent = next?.label ?? "";
    back.disabled = at === 0;
    on.disabled = at === ids.length - 1;
  };
  /** @param {number} to */
  const go = (to) => {
    if (to < 0 || to >= ids.length) return;
    // What has been revealed is covered again when one comes back to it.
    delete made[at];
    [at, revealed] = [to, 0];
    where.textContent = shown().name;
    stage.replaceChildren(shown().body);
    shown().redraw = heard;
    dialog.setAttribute("aria-label", shown().name);
    history.replaceState(history.state, "", `${location.pathname}${location.search}#${ids[at]}`);
    said.textContent = "";
    buttons();
    stage.scrollTop = 0;
    stage.focus();
  };
  /** @param {string} words */
  const heard = (words) => {
    said.textContent = words;
    buttons();
  };
  const more = () => {
    const next = shown().reveals[revealed];
    if (next === undefined) return;
    revealed += 1;
    const held = document.activeElement === reveal;
    heard(next.show());
    if (held && reveal.hidden) stage.focus();
  };

  back.addEventListener("click", () => go(at - 1));
  on.addEventListener("click", () => go(at + 1));
  reveal.addEventListener("click", more);
  leave.addEventListener("click", () => dialog.close());
  /** Keys mean what they mean here, wherever the focus is, and nothing to the page behind. @param {KeyboardEvent} event */
  const onKey = (event) => {
    event.stopPropagation();
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const on = event.target instanceof Element ? event.target : stage;
    const step = on.closest("[role=region]") ? undefined : STEPS[event.key];
    const choose = /^[1-9]$/.test(event.key) ? shown().choose : undefined;
    if (step !== undefined) go(at + step);
    else if (choose) heard(choose(Number(event.key) - 1));
    else if ((event.key === " " || event.key === "Enter") && !on.closest("button, a, summary")) more();
    else return;
    event.preventDefault();
  };
  window.addEventListener("keydown", onKey, true);
  // Led to a place of the page, a browser takes the focus away.
  window.addEventListener("load", () => stage.focus());
  // Anew, so that the page itself leads to the question or figure.
  dialog.addEventListener("close", () => location.replace(`${location.pathname}#${ids[at]}`));
  document.body.append(dialog);
  document.documentElement.classList.add("presenting");
  dialog.showModal();
  go(first);
}

/** The ids of what is to be shown: those of the address, or all of the kind that its hash names, of the page. */
function asked() {
  const named = (new URLSearchParams(location.search).get("present") ?? "").split(" ").filter((id) => PLAIN.has(id));
  if (named.length > 0) return named;
  const isFigure = (/** @type {HTMLElement | undefined} */ plain) => plain?.matches(FIGURE) ?? false;
  const all = [...PLAIN];
  const figures = isFigure(PLAIN.get(idInAddress())) || all.every(([, plain]) => isFigure(plain));
  return all.filter(([, plain]) => isFigure(plain) === figures).map(([id]) => id);
}

/** @param {string} id @param {{ at: number, total: number } | null} place @returns {Presented} */
function presented(id, place) {
  const plain = PLAIN.get(id) ?? element("div");
  if (plain.matches(FIGURE)) return presentedFigure(plain, place);
  const item = JSON.parse(plain.querySelector("script.item-data")?.textContent ?? "");
  return item.kind === "case" ? presentedCase(item, plain, place) : presentedQuestion(item, plain, place);
}

/** What the page had before other scripts made it interactive. @type {Map<string, HTMLElement>} */
const PLAIN = new Map(
  [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(`${QUESTION}, ${FIGURE}`))].map((plain) => [
    plain.id,
    /** @type {HTMLElement} */ (plain.cloneNode(true)),
  ]),
);
// The script that draws figures finds these too, and draws each as it is shown.
const waiting = element("div", { hidden: "" });
for (const [id, plain] of PLAIN) {
  if (!plain.matches(FIGURE)) continue;
  plain.dataset.figure = id;
  for (const part of [plain, ...plain.querySelectorAll("[id]")]) part.removeAttribute("id");
  waiting.append(plain);
}
document.body.append(waiting);

/** Have each question carry its data where the page has them in a script of their own, and begin. @param {readonly HTMLElement[]} quizzes */
async function startWith(quizzes) {
  const { src } = /** @type {HTMLScriptElement} */ (document.currentScript);
  const look = element("link", { rel: "stylesheet", href: src.replace(/\.js$/, ".css") });
  document.head.append(look);
  const styled = new Promise((resolve) => ["load", "error"].forEach((type) => look.addEventListener(type, resolve)));
  await Promise.all([styled, ...quizzes.flatMap(({ dataset }) => (dataset.items ? [loadScript(dataset.items)] : []))]);
  for (const quiz of quizzes) {
    for (const { id } of quiz.querySelectorAll(".item")) {
      const plain = PLAIN.get(id);
      const item = plain?.querySelector("script.item-data") ? undefined : plain && dataOf(plain, quiz);
      if (!item) continue;
      plain?.append(element("script", { type: "application/json", class: "item-data" }, JSON.stringify(item)));
    }
  }
  start();
}

startWith([.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".quiz[data-quiz]"))]);
