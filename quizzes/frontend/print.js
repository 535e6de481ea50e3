// @ts-check
/** On paper: the questions first, their answers on a page of their own. */

import { element } from "./dom.js";
import { say } from "./strings.js";

/**
 * Keep the plain answers of a page, which the interactive cards replace, and add them to the end while it prints.
 * A running exam prints without them.
 * @param {HTMLElement} quiz
 * @param {Iterable<HTMLElement>} cards as built, not yet interactive
 */
export function keepAnswersForPrint(quiz, cards) {
  const parts = [...cards].flatMap((card) => {
    const answer = card.querySelector("details.answer");
    if (!(answer instanceof HTMLDetailsElement)) return [];
    const heading = element("h4", {}, card.getAttribute("aria-label") ?? "");
    return [element("section", {}, heading, ...[...answer.children].filter((part) => part.tagName !== "SUMMARY"))];
  });
  const list = element("section", { class: "answers-printed" }, element("h3", {}, say("printed_answers")), ...parts);
  window.addEventListener("beforeprint", () => {
    if (quiz.dataset.mode !== "exam") quiz.append(list);
  });
  window.addEventListener("afterprint", () => list.remove());
}
