// @ts-check
/**
 * The questions of a page before anybody comes near: how many are answered is said, they print, and what asks them
 * (`page.js`, and their data) is loaded once a reader comes near, or has asked for them: by the address, a link, the
 * keyboard, an exam that runs. Where it does not come, all stand there plain until the network is back.
 */

import { BOOK, KEY, OLD_KEY, own, readAnswer, readExam, readMap, VERSION } from "./record/record.js";
import { keepAnswersForPrint } from "./taking/print.js";
import { sayProgress } from "./taking/progress.js";
import { idInAddress } from "./web/address.js";
import { loadScript } from "./web/script.js";
import { isApart } from "./web/storage.js";

/** Near is who is past the questions, or two screens above them. */
const MARGIN = "100000px 0px 1500px";

const { dataset } = /** @type {HTMLScriptElement} */ (document.currentScript);
/** @type {NodeListOf<HTMLElement>} */
const roots = document.querySelectorAll(".quiz[data-items]");

/** The answers and exams that are kept; null where there is more to say of the record, as the questions themselves do. */
function kept() {
  if (isApart()) return null;
  try {
    const data = JSON.parse(localStorage.getItem(KEY) ?? JSON.stringify({ book: BOOK, version: VERSION }));
    if (localStorage.getItem(OLD_KEY) !== null || own(data, "book") !== BOOK || own(data, "version") !== VERSION)
      return null;
    return {
      answers: readMap(own(data, "answers"), readAnswer).read,
      exams: readMap(own(data, "exams"), readExam).read,
    };
  } catch {
    return null;
  }
}

/** Say how many are answered. */
function tell() {
  const answers = kept()?.answers;
  if (!answers) return;
  for (const root of roots) {
    /** @type {NodeListOf<HTMLElement>} */
    const cards = root.querySelectorAll(".item");
    const settled = [...cards].flatMap(({ id, dataset }) => {
      const answer = answers.get(id);
      return answer?.checked && answer.digest === dataset.digest ? [answer] : [];
    });
    const right = settled.filter(({ score }) => score === 1).length;
    sayProgress(root, { answered: settled.length, right, total: cards.length });
  }
}

/** Whether an id names a question, or the section in which they stand. @param {unknown} id */
function names(id) {
  const part = document.getElementById(String(id));
  return part !== null && [...roots].some((root) => root.contains(part) || root.closest("section[id]") === part);
}

/** Whether the questions are wanted as soon as the page is there; a reload comes back to the place in the history's state. */
function wanted() {
  const exams = kept()?.exams;
  const asked = new URLSearchParams(location.search);
  return (
    !exams ||
    [...roots].some(({ dataset }) => exams.has(dataset.quiz ?? "")) ||
    asked.has("questions") ||
    asked.has("again") ||
    names(idInAddress()) ||
    names(history.state?.place?.id)
  );
}

/** The link that has asked for some of the questions before they could be. @type {HTMLElement | null} */
let link = null;
const waiting = new AbortController();

function ask() {
  if (waiting.signal.aborted) return;
  waiting.abort();
  load();
}

async function load() {
  const { classList, dataset: page } = document.documentElement;
  page.asking = "soon";
  const { quiz = "", case: branching } = dataset;
  const items = [...roots].map(({ dataset }) => dataset.items ?? "");
  const come = await Promise.all([...items, ...(branching === undefined ? [] : [branching]), quiz].map(loadScript));
  delete page.asking;
  classList.toggle("unasked", come.includes(false));
  if (come.includes(false)) addEventListener("online", load, { once: true });
  link?.click();
  link = null;
}

for (const root of roots) keepAnswersForPrint(root, root.querySelectorAll(".item"));
tell();
if (wanted()) ask();
else {
  const { signal } = waiting;
  const near = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && ask(), {
    rootMargin: MARGIN,
  });
  signal.addEventListener("abort", () => near.disconnect());
  for (const root of roots) {
    near.observe(root);
    root.addEventListener("focusin", ask, { signal });
  }
  addEventListener("hashchange", () => names(idInAddress()) && ask(), { signal });
  addEventListener("storage", tell, { signal });
  const asks = (/** @type {Event} */ { target }) => {
    link = target instanceof Element ? target.closest("a[data-questions]") : null;
    if (link) ask();
  };
  document.addEventListener("click", asks, { signal });
}
