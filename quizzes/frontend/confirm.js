// @ts-check
/** A button that asks again, in its own place, before it does anything. */

import { element } from "./dom.js";

/**
 * @param {object} words
 * @param {string} words.ask what the button says
 * @param {() => string} words.question
 * @param {string} words.yes
 * @param {string} words.no
 * @param {boolean} [words.quiet] whether the button stands back behind others
 * @param {() => void} act what "yes" does; it says where the focus goes
 */
export function confirmed({ ask: label, question, yes: agree, no: decline, quiet = true }, act) {
  const ask = element("button", { type: "button", ...(quiet ? { class: "quiet" } : {}) }, label);
  const yes = element("button", { type: "button" }, agree);
  const no = element("button", { type: "button", class: "quiet" }, decline);
  const text = element("span");
  const confirm = element("div", { class: "confirm", role: "group" }, text, yes, no);
  const place = element("div", { class: "reset" }, ask);
  const leave = () => place.replaceChildren(ask);
  ask.addEventListener("click", () => {
    text.textContent = question();
    confirm.setAttribute("aria-label", question());
    place.replaceChildren(confirm);
    no.focus();
  });
  no.addEventListener("click", () => {
    leave();
    ask.focus();
  });
  confirm.addEventListener("keydown", (event) => {
    if (event.key === "Escape") no.click();
  });
  yes.addEventListener("click", () => {
    leave();
    act();
  });
  return {
    element: place,
    offer: (/** @type {boolean} */ some) => (ask.hidden = !some),
    focus: () => ask.focus(),
  };
}
