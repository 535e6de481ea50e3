// @ts-check
/** How sure the reader is: three choices under a question, and the scheme in one line. */

import { LEVELS } from "../record/certainty.js";
import { say } from "../strings.js";
import { element } from "../web/dom.js";

/** @typedef {import("../types.js").Certainty} Certainty */

/** A certainty in words. @param {Certainty} certainty */
export const saySure = (certainty) => (certainty === 0 ? "" : say(`sure_${certainty}`));

/** Makes names unique where a quiz is shown twice in one document. */
let made = 0;

/**
 * @param {(certainty: Certainty) => void} changed
 */
export function sureControl(changed) {
  made += 1;
  const name = `sure-${made}`;
  const inputs = LEVELS.map((level) => element("input", { type: "radio", name, value: String(level) }));
  const rule = element(
    "details",
    { class: "marking" },
    element("summary", {}, say("scored")),
    element("p", {}, say("certainty_rule")),
  );
  const fieldset = element(
    "fieldset",
    { class: "sure" },
    element("legend", {}, say("certainty_ask")),
    element(
      "div",
      { class: "levels" },
      ...LEVELS.map((level, at) => element("label", {}, inputs[at], element("span", {}, say(`certainty_${level}`)))),
    ),
    rule,
  );
  fieldset.addEventListener("change", (event) => {
    event.stopPropagation();
    const picked = inputs.findIndex((input) => input.checked);
    changed(/** @type {Certainty} */ (picked + 1));
  });
  return {
    element: fieldset,
    /**
     * @param {object} state
     * @param {boolean} state.asked whether it is shown at all
     * @param {boolean} state.open whether there is an answer to be sure of
     * @param {Certainty} state.certainty
     */
    write({ asked, open, certainty }) {
      fieldset.hidden = !asked;
      fieldset.disabled = !open;
      inputs.forEach((input, at) => (input.checked = at + 1 === certainty));
    },
  };
}
