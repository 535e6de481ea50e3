// @ts-check
/** Built pages: make the plain questions that are in the page already interactive. */

import { kindOf } from "../kinds/register.js";
import { openStore } from "./record/store.js";
import { say } from "./strings.js";
import { keepAnswersForPrint } from "./taking/print.js";
import { watchProgress } from "./taking/progress.js";
import { createQuiz } from "./taking/quiz.js";

/** @typedef {import("./types.js").Item} Item */

/**
 * Reckon the score of answers that were kept before scores were, so that other pages know it too.
 * @param {ReturnType<typeof openStore>} store
 * @param {readonly Item[]} items
 */
function scoreOldAnswers(store, items) {
  const { answers } = store.all();
  for (const item of items) {
    const { digest, checked, score, chosen } = answers.get(item.id) ?? {};
    if (digest === item.digest && checked && score === null)
      store.note(item, { score: kindOf(item).grade(item, chosen ?? []).score });
  }
}

/**
 * The data of a plain card; null where they cannot be read, and the card then stays plain.
 * @param {HTMLElement} card
 * @returns {Item | null}
 */
function dataOf(card) {
  try {
    /** @type {Item} */
    const item = JSON.parse(card.querySelector("script.item-data")?.textContent ?? "");
    kindOf(item);
    return item;
  } catch {
    return null;
  }
}

function start() {
  /** @type {NodeListOf<HTMLElement>} */
  const quizzes = document.querySelectorAll(".quiz[data-quiz]");
  if (quizzes.length === 0) return;
  const store = openStore({ storage: () => window.localStorage });
  window.addEventListener("storage", store.storageChanged);
  for (const root of quizzes) {
    const names = ["notice", "said", "head", "foot"];
    /** @type {(HTMLElement | null)[]} */
    const [notice, said, head, foot] = names.map((name) => root.querySelector(`.quiz-${name}`));
    if (!notice || !said || !head || !foot) continue;
    /** @type {NodeListOf<HTMLElement>} */
    const cards = root.querySelectorAll(".item");
    const entries = [...cards].flatMap((card) => {
      const item = dataOf(card);
      return item ? [{ root: card, item }] : [];
    });
    if (entries.length === 0) continue;
    scoreOldAnswers(
      store,
      entries.map((entry) => entry.item),
    );
    keepAnswersForPrint(
      root,
      entries.map((entry) => entry.root),
    );
    createQuiz({ root, notice, said, head, foot }, entries, store);
  }
  for (const place of document.querySelectorAll("[data-quiz-progress]")) {
    watchProgress((progress) => (place.textContent = say("progress", progress)));
  }
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
else start();
