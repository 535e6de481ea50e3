// @ts-check
/** How far a reader is, said by the quiz and heard by whoever shows it, such as the head of a chapter. */

/** @typedef {{ answered: number, right: number, total: number }} Progress */

export const EVENT = "quiz:change";

/**
 * Say it: an event that bubbles, and attributes for a listener that comes later.
 * @param {HTMLElement} quiz
 * @param {Progress} progress
 */
export function sayProgress(quiz, progress) {
  for (const [name, value] of Object.entries(progress)) quiz.dataset[name] = String(value);
  quiz.dispatchEvent(new CustomEvent(EVENT, { bubbles: true, detail: progress }));
}

/**
 * Hear it, now and at every change, summed over all quizzes of the page.
 * @param {(progress: Progress) => void} listener
 */
export function watchProgress(listener) {
  function tell() {
    const sum = { answered: 0, right: 0, total: 0 };
    /** @type {NodeListOf<HTMLElement>} */
    const quizzes = document.querySelectorAll(".quiz[data-total]");
    for (const { dataset } of quizzes) {
      sum.answered += Number(dataset.answered);
      sum.right += Number(dataset.right);
      sum.total += Number(dataset.total);
    }
    if (quizzes.length > 0) listener(sum);
  }
  document.addEventListener(EVENT, tell);
  tell();
}
