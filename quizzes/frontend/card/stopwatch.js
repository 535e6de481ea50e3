// @ts-check
/** How long a reader is at something: while the pointer or the focus is in it. */

/** @param {HTMLElement} root */
export function stopwatch(root) {
  let spent = 0;
  /** When it was last begun to count, by a clock that nobody can put back. @type {number | null} */
  let since = null;
  /** @param {boolean} on whether it is counted from here */
  function lap(on) {
    if (since !== null) spent += performance.now() - since;
    since = on ? performance.now() : null;
  }
  for (const name of ["pointerenter", "pointerleave", "focusin", "focusout"])
    root.addEventListener(name, () => lap(root.matches(":hover, :focus-within")));
  return {
    stop: () => lap(false),
    /** The time so far [ms], whole. */
    read() {
      lap(since !== null);
      return Math.round(spent);
    },
  };
}
