// @ts-check
/**
 * Built pages: make the plain questions that are in the page already interactive. They are asked one at a time.
 *
 * An address may say which: `chapter.html?questions=all` shows them one under the other, `?questions=<id>+<id>#<id>`
 * asks these; so does, within a page, `<a href="#<id>" data-questions="<id> <id>">`. Without scripts both lead to a card.
 * `?questions=5` asks the first five, of a page that whoever leads to it knows by name alone.
 * `?again=<id>+<id>#<id>` puts away the wrong answers among them first, once: the address then is the other one.
 */

import { kindOf } from "../kinds/register.js";
import { openStore } from "./record/store.js";
import { say } from "./strings.js";
import { keepAnswersForPrint } from "./taking/print.js";
import { watchProgress } from "./taking/progress.js";
import { createQuiz } from "./taking/quiz.js";
import { beside } from "./web/beside.js";
import { button, element } from "./web/dom.js";
import { followStorage } from "./web/follow.js";
import { isFramedElsewhere } from "./web/frame.js";
import { dataOf } from "./web/items.js";
import { loadScript } from "./web/script.js";
import { withStorage } from "./web/storage.js";

/** @typedef {import("./types.js").Item} Item */

/**
 * Compute the score of answers that were kept before scores were, so that other pages know it too.
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
 * A card with its data; none where they cannot be read, and the card then stays plain.
 * @param {HTMLElement} root
 * @param {HTMLElement} quiz
 */
function entry(root, quiz) {
  try {
    const item = dataOf(root, quiz);
    if (!item) return [];
    kindOf(item);
    return [{ root, item }];
  } catch {
    return [];
  }
}

/** What offers the record as a file, where some of it is about to be erased. @param {ReturnType<typeof openStore>} store */
function saving(store) {
  const save = button(say("export_first"));
  const said = element("div", { role: "status" });
  save.addEventListener("click", async () => {
    await loadScript(beside("save-here.js"));
    const { courseSave } = /** @type {{ courseSave?: typeof import("./own/results-file/save-here.js") }} */ (window);
    if (courseSave) courseSave.saveHere(store, said);
    else said.textContent = say("export_not_here");
  });
  return element("div", {}, save, said);
}

function start() {
  /** @type {NodeListOf<HTMLElement>} */
  const roots = document.querySelectorAll(".quiz[data-quiz]");
  if (roots.length > 0) withStorage((storage) => begin(roots, storage));
  if (isFramedElsewhere()) loadScript(beside("framed.js"));
}

/** @param {NodeListOf<HTMLElement>} roots @param {() => import("./web/storage.js").Area} storage */
function begin(roots, storage) {
  /** @type {ReturnType<typeof createQuiz>[]} */
  const quizzes = [];
  const store = openStore({ storage });
  followStorage(store);
  /** Ask some questions, by their ids. @param {string} ids @param {boolean} again whether wrong answers to them are put away */
  const take = (ids, again = false) => quizzes.some((quiz) => quiz.take(ids.split(" "), again));
  /** @type {string[]} */
  const ids = [];
  const asked = new URLSearchParams(location.search);
  const [wanted, again] = [asked.get("questions"), asked.get("again")];
  for (const root of roots) {
    const names = ["notice", "said", "head", "foot"];
    /** @type {(HTMLElement | null)[]} */
    const [notice, said, head, foot] = names.map((name) => root.querySelector(`.quiz-${name}`));
    if (!notice || !said || !head || !foot) continue;
    /** @type {NodeListOf<HTMLElement>} */
    const cards = root.querySelectorAll(".item");
    const entries = [...cards].flatMap((card) => entry(card, root));
    if (entries.length === 0) continue;
    ids.push(...entries.map(({ item }) => item.id));
    scoreOldAnswers(
      store,
      entries.map((entry) => entry.item),
    );
    keepAnswersForPrint(
      root,
      entries.map((entry) => entry.root),
    );
    const entered = root.contains(document.activeElement);
    quizzes.push(createQuiz({ root, notice, said, head, foot }, entries, store, wanted === "all", () => saving(store)));
    // Who is in a plain card already, by the keyboard, stays in the one that has taken its place.
    if (entered && !root.contains(document.activeElement)) [...cards].find((card) => !card.hidden)?.focus();
  }
  if (wanted) take(Number(wanted) > 0 ? ids.slice(0, Number(wanted)).join(" ") : wanted);
  if (again) {
    history.replaceState(history.state, "", location.href.replace("?again=", "?questions="));
    take(again, true);
  }
  document.addEventListener("click", ({ target }) => {
    const link = target instanceof Element ? target.closest("a[data-questions]") : null;
    if (link) take(link.getAttribute("data-questions") ?? "");
  });
  for (const place of document.querySelectorAll("[data-quiz-progress]")) {
    watchProgress((progress) => (place.textContent = say("progress", progress)));
  }
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
else start();
