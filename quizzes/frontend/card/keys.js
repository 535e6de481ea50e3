// @ts-check
/** The keys of a question, as long as the focus is in it and in nothing that takes letters. */

const TYPED_IN = "select, textarea, input:not([type='radio'], [type='checkbox']), [contenteditable]";
/** What does something of its own when Enter is pressed on it. */
const ACTS = "a, button, summary, input";

/**
 * 1 to 6 choose an option, Enter goes on, F flags.
 * @param {HTMLElement} root
 * @param {{ choose: (at: number) => void, enter: () => void, flag: () => void }} hooks `at` counts from 0
 */
export function onKeys(root, { choose, enter, flag }) {
  root.addEventListener("keydown", (event) => {
    const { key, target } = event;
    if (event.ctrlKey || event.altKey || event.metaKey || !(target instanceof Element)) return;
    if (target.matches(TYPED_IN)) return;
    if (/^[1-6]$/.test(key)) choose(Number(key) - 1);
    else if (key.toLowerCase() === "f") flag();
    else if (key === "Enter" && !target.closest(ACTS)) enter();
    else return;
    event.preventDefault();
  });
}
