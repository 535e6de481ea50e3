// @ts-check
/** The questions of a chapter together: their cards, the running total, starting over, and what is said aloud. */

import { element } from "./dom.js";
import { createCard } from "./item.js";
import { sayProgress } from "./progress.js";
import { say } from "./strings.js";

/** @typedef {import("./types.js").Item} Item */
/** @typedef {import("./item.js").Card} Card */

/**
 * @param {object} places what the quiz is made in; the live regions must be in the page already
 * @param {HTMLElement} places.root
 * @param {HTMLElement} places.notice live region for what is lost
 * @param {HTMLElement} places.said live region for results
 * @param {HTMLElement} places.foot
 * @param {{ root: HTMLElement, item: Item }[]} entries
 * @param {import("./types.js").Answers} answers
 * @returns {() => void} how to let go of the answers
 */
export function createQuiz({ root, notice, said, foot }, entries, answers) {
  const items = entries.map((entry) => entry.item);
  const total = element("p", { class: "quiz-total" });
  /** @type {Card[]} */
  const cards = [];
  const announce = (/** @type {string} */ text) => (said.textContent = text);
  const progress = () => {
    const standings = cards.map((card) => card.standing());
    return {
      answered: standings.filter((standing) => standing.answered).length,
      right: standings.filter((standing) => standing.right).length,
      total: items.length,
    };
  };
  const reset = resetter(items.length, () => {
    answers.clear(items);
    cards[0]?.focus();
    announce(say("reset_done"));
  });
  foot.replaceChildren(total, reset.element);

  entries.forEach((entry, at) => {
    const next = at + 1 < entries.length ? () => cards[at + 1].focus() : null;
    const around = { answers, announce, next, progress: () => say("progress", progress()) };
    cards.push(createCard(entry.root, entry.item, around));
  });

  let told = "";
  function refresh() {
    cards.forEach((card) => card.refresh());
    const now = progress();
    const text = say("progress", now);
    if (text !== told) {
      told = text;
      total.textContent = text;
      sayProgress(root, now);
    }
    reset.offer(cards.some((card) => card.standing().given));
    const lines = answers.notices().map(({ key, values }) => say(/** @type {any} */ (key), values));
    // Writing the same words again would have them read aloud again.
    if (lines.join("\n") !== [...notice.children].map((line) => line.textContent).join("\n")) {
      notice.replaceChildren(...lines.map((line) => element("p", {}, line)));
    }
  }
  refresh();
  return answers.subscribe(refresh);
}

/**
 * A button that asks again, in its own place, before it does anything.
 * @param {number} total
 * @param {() => void} erase
 */
function resetter(total, erase) {
  const ask = element("button", { type: "button", class: "quiet" }, say("reset"));
  const yes = element("button", { type: "button" }, say("reset_yes"));
  const no = element("button", { type: "button", class: "quiet" }, say("reset_no"));
  const question = say("reset_ask", { total });
  const confirm = element(
    "div",
    { class: "confirm", role: "group", "aria-label": question },
    element("span", {}, question),
    yes,
    no,
  );
  const place = element("div", { class: "reset" }, ask);
  const leave = () => place.replaceChildren(ask);
  ask.addEventListener("click", () => {
    place.replaceChildren(confirm);
    no.focus();
  });
  no.addEventListener("click", () => {
    leave();
    ask.focus();
  });
  confirm.addEventListener("keydown", (event) => {
    if (event.key === "Escape") no.click();
  });
  yes.addEventListener("click", () => {
    leave();
    erase();
  });
  return { element: place, offer: (/** @type {boolean} */ some) => (ask.hidden = !some) };
}
