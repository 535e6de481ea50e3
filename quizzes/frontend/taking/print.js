// @ts-check
/** On paper: the questions first, their answers on a page of their own. */

import { say } from "../strings.js";
import { element } from "../web/dom.js";

/**
 * Keep the plain answers of a page, which the interactive cards replace, and add them to the end while it prints.
 * A running exam prints without them. Whoever is first has kept them.
 * @param {HTMLElement} quiz
 * @param {Iterable<HTMLElement>} cards as built, not yet interactive
 */
export function keepAnswersForPrint(quiz, cards) {
  if (quiz.querySelector(":scope > .answers-printed")) return;
  const kept = [...cards].map((card) => ({
    name: card.getAttribute("aria-label") ?? "",
    answer: card.querySelector("details.answer"),
  }));
  const list = element("section", { class: "answers-printed" });
  quiz.append(list);
  window.addEventListener("beforeprint", () => {
    if (quiz.dataset.mode === "exam") return;
    const parts = kept.flatMap(({ name, answer }) => {
      const [, ...told] = answer?.cloneNode(true).childNodes ?? []; // the first is what unfolds it
      return told.length > 0 ? [element("section", {}, element("h4", {}, name), ...told)] : [];
    });
    list.replaceChildren(element("h3", {}, say("printed_answers")), ...parts);
  });
  window.addEventListener("afterprint", () => list.replaceChildren());
}
