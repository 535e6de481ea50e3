// @ts-check
/**
 * How long a reader is at something: while the pointer or the focus is in it and the page is in sight. Who stirs nothing
 * for long has gone away.
 */

/** The longest that one sits over a question without a sign of life [ms]. */
const LONGEST = 120_000;
/** What shows that somebody is there. */
const SIGNS = ["pointerenter", "pointerleave", "pointermove", "focusin", "focusout", "keydown", "input"];

/** @param {HTMLElement} root */
export function stopwatch(root) {
  let spent = 0;
  /** When it was last begun to count, by a clock that nobody can put back. @type {number | null} */
  let since = null;
  /** @param {boolean} on whether it is counted from here */
  function lap(on) {
    if (since !== null) spent += Math.min(performance.now() - since, LONGEST);
    since = on && !document.hidden ? performance.now() : null;
    // A tab that is left keeps its focus.
    document[on ? "addEventListener" : "removeEventListener"]("visibilitychange", look);
  }
  const look = () => lap(root.matches(":hover, :focus-within"));
  for (const name of SIGNS) root.addEventListener(name, look);
  return {
    stop: () => lap(false),
    /** The time so far [ms], whole. */
    read() {
      lap(since !== null);
      return Math.round(spent);
    },
  };
}
