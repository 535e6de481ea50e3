// @ts-check
/** What a reader has picked or typed in a plain card; the interactive one that takes its place begins with it. */

/** @param {HTMLElement} root @returns {(HTMLInputElement | HTMLSelectElement)[]} */
const fieldsOf = (root) => [...root.querySelectorAll(/** @type {"input"} */ ("form :is(input, select)"))];

/** Two cards have the options of a question in orders of their own, but the same words beside each. @param {Element} field */
const wordsOf = (field) => field.closest("label")?.querySelector("span")?.textContent;

/** @param {HTMLInputElement | HTMLSelectElement} field */
function given(field) {
  if (field instanceof HTMLSelectElement) return field.selectedIndex > 0 ? field.selectedOptions[0].text : "";
  return field.type === "text" ? field.value : field.checked;
}

/** @param {HTMLInputElement | HTMLSelectElement} field @param {string | boolean} wanted */
function give(field, wanted) {
  if (given(field) === wanted) return;
  if (typeof wanted === "boolean") return field.click();
  if (field instanceof HTMLSelectElement)
    field.selectedIndex = [...field.options].findIndex(({ text }) => text === wanted);
  else field.value = wanted;
  for (const type of ["input", "change"]) field.dispatchEvent(new Event(type, { bubbles: true }));
}

/**
 * Remember what is given in a plain card.
 * @param {HTMLElement} root
 * @returns {() => void} gives it again, in the card that stands there then
 */
export function pickedIn(root) {
  const picked = fieldsOf(root).flatMap((field) => {
    const wanted = given(field);
    return wanted ? [{ words: wordsOf(field), wanted }] : [];
  });
  return () => {
    for (const { words, wanted } of picked) {
      const field = fieldsOf(root).find((field) => wordsOf(field) === words && typeof given(field) === typeof wanted);
      if (field) give(field, wanted);
    }
  };
}
