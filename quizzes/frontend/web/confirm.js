// @ts-check
/** A button that asks again, in its own place, before it does anything. */

import { button, element, quietButton } from "./dom.js";

/**
 * @param {object} words
 * @param {string} words.ask what the button says
 * @param {() => string} words.question
 * @param {string} words.yes
 * @param {string} words.no
 * @param {HTMLElement} [words.first] what may be done before
 * @param {boolean} [words.loss] whether something is lost by it: the button that does it then stands out least
 * @param {() => void} act what "yes" does; it says where the focus goes
 */
export function confirmed({ ask: label, question, yes: agree, no: decline, first, loss = false }, act) {
  const ask = quietButton(label);
  const yes = (loss ? quietButton : button)(agree);
  const no = (loss && !first ? button : quietButton)(decline);
  if (loss) for (const one of [ask, yes]) one.classList.add("loss");
  const text = element("span");
  const confirm = element("div", { class: "confirm", role: "group" }, text, first ?? "", yes, no);
  const place = element("div", { class: "reset" }, ask);
  const leave = () => place.replaceChildren(ask);
  const word = () => {
    text.textContent = question();
    confirm.setAttribute("aria-label", text.textContent);
  };
  ask.addEventListener("click", () => {
    word();
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
    /** Show how things stand now: where it is offered no longer, what was asked is off. @param {boolean} some */
    offer(some) {
      ask.hidden = !some;
      if (confirm.isConnected) some ? word() : leave();
    },
    focus: () => ask.focus(),
    ask: () => ask.isConnected && ask.click(),
  };
}
