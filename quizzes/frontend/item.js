// @ts-check
/** One question as a card: pick, check, read why, try again. */

import { element } from "./dom.js";
import { announcement, verdict } from "./feedback.js";
import { kindOf } from "./kinds.js";
import { say } from "./strings.js";

/** @typedef {import("./types.js").Item} Item */
/** @typedef {import("./types.js").Given} Given */

/**
 * @typedef {object} Card
 * @property {() => void} refresh show what is kept
 * @property {() => { given: boolean, answered: boolean, right: boolean }} standing
 * @property {() => void} focus go to the question
 */

/**
 * Make `root` the interactive card of a question.
 * @param {HTMLElement} root
 * @param {Item} item
 * @param {object} around
 * @param {import("./types.js").Answers} around.answers
 * @param {(text: string) => void} around.announce
 * @param {() => string} around.progress
 * @param {(() => void) | null} around.next to the next question, null at the last
 * @returns {Card}
 */
export function createCard(root, item, { answers, announce, progress, next }) {
  const kind = kindOf(item);
  const control = kind.control(item, answers.seed(), () => answers.put(item, control.read(), false));
  const check = element("button", { type: "submit" }, say("check"));
  const status = element("span", { class: "picked" });
  const onward = next ? element("button", { type: "button" }, say("next")) : null;
  const retry = element("button", { type: "button", class: "quiet" }, say("retry"));
  const act = element("div", { class: "act" });
  const lost = element("p", { class: "lost" });
  const form = element("form", { class: "body", autocomplete: "off" }, constructed(item), lost, stem(item));
  form.append(control.element, act);
  root.replaceChildren(top(item), form);
  root.setAttribute("role", "group");
  root.setAttribute("aria-label", say("question", { i: item.i, n: item.n }));
  root.tabIndex = -1;

  /** What is on the screen, so that only a change is drawn. */
  let shown = "";
  /** Why an earlier answer no longer counts; said until the question is answered anew. @type {Given["lost"]} */
  let why = null;

  /** @returns {Given} */
  function given() {
    const kept = answers.get(item);
    const possible = kept.checked ? kind.ready(item, kept.chosen) : kind.accepts(item, kept.chosen);
    return possible ? kept : { chosen: [], checked: false, lost: "unread" };
  }

  function refresh() {
    const { chosen, checked, lost: reason } = given();
    const now = JSON.stringify([chosen, checked, reason]);
    if (now === shown) return;
    shown = now;
    const inside = root.contains(document.activeElement) && document.activeElement !== root;
    why = checked ? null : (reason ?? why);
    lost.textContent = why === null ? "" : say(why === "changed" ? "lost_changed" : "lost_unread");
    control.write(chosen);
    form.querySelector(".verdict")?.remove();
    if (checked) {
      control.mark();
      form.append(verdict(item, kind.grade(item, chosen)));
      act.replaceChildren(...[onward, retry].filter((button) => button !== null));
    } else {
      control.unmark();
      check.disabled = !kind.ready(item, chosen);
      status.textContent = kind.status(item, chosen);
      if (check.parentNode !== act) act.replaceChildren(check, status);
    }
    // What had the focus may be gone; a reader who was in this card stays in it.
    if (inside && !root.contains(document.activeElement)) root.focus({ preventScroll: true });
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const chosen = control.read();
    if (given().checked || !kind.ready(item, chosen)) return;
    answers.put(item, chosen, true);
    (onward ?? retry).focus({ preventScroll: true });
    announce(announcement(item, kind.grade(item, chosen), progress()));
  });
  retry.addEventListener("click", () => {
    answers.put(item, [], false);
    control.focus();
    announce(say("retried", { i: item.i }));
  });
  if (next) onward?.addEventListener("click", next);

  refresh();
  return {
    refresh,
    standing() {
      const { chosen, checked } = given();
      return {
        given: chosen.length > 0,
        answered: checked,
        right: checked && kind.grade(item, chosen).correct,
      };
    },
    focus() {
      root.focus({ preventScroll: true });
      root.scrollIntoView({ block: "start" });
    },
  };
}

/** @param {Item} item */
const top = (item) =>
  element(
    "div",
    { class: "top" },
    element("span", {}, say("question", { i: item.i, n: item.n })),
    element(
      "span",
      { title: item.objective.text },
      say("objective", { number: item.objective.number, bloom: item.bloom }),
    ),
  );

/** @param {Item} item */
const constructed = (item) => (item.vignette ? element("p", { class: "vignette" }, say("vignette")) : null);

/** @param {Item} item */
const stem = (item) => element("p", { class: "stem", dir: "auto" }, item.stem);
