// @ts-check
/** One question as a card: pick, check, read why, try again. In an exam: pick, flag, go on. */

import { kindOf } from "../../kinds/register.js";
import { mark } from "../record/certainty.js";
import { say } from "../strings.js";
import { afterPaint, button, element, icon, quietButton } from "../web/dom.js";
import { signed } from "../web/numbers.js";
import { givenTo, standingOf } from "./answer.js";
import { announcement, verdict } from "./feedback.js";
import { stopwatch } from "./stopwatch.js";
import { sureControl } from "./sure.js";

/** @typedef {import("../types.js").Item} Item */
/** @typedef {import("../types.js").Given} Given */

/**
 * Tutor: each question is checked by itself. Exam: nothing is told. Review: of a submitted exam, all is told.
 * @typedef {"tutor" | "exam" | "review"} Mode
 *
 * Where a reader can go from a question.
 * @typedef {{ previous: (() => void) | null, next: { label: string, go: () => void } | null }} Steps
 *
 * @typedef {object} Card
 * @property {() => void} refresh show what is kept
 * @property {() => import("../taking/results.js").Row & { given: boolean }} standing
 * @property {() => void} settle keep the answer as checked, where there is one
 * @property {() => void} focus go to the question
 */

/**
 * Make `root` the interactive card of a question.
 * @param {HTMLElement} root
 * @param {Item} item
 * @param {object} around
 * @param {import("../types.js").Answers} around.answers
 * @param {(text: string) => void} around.announce
 * @param {() => string} around.progress
 * @param {(() => void) | null} around.next to the next question, null at the last
 * @param {() => Mode} [around.mode]
 * @param {() => Steps} [around.steps] where it depends on what is shown
 * @param {() => { i: number, n: number }} [around.place] its number where that is not the bank's
 * @returns {Card}
 */
export function createCard(root, item, { answers, announce, progress, next, ...more }) {
  const { mode = () => "tutor", place = () => item } = more;
  const { steps = () => ({ previous: null, next: next && { label: say("next"), go: next } }) } = more;
  const kind = kindOf(item);
  const control = kind.control(item, answers.seed(), () => keep(control.read(), false));
  const sure = sureControl((certainty) => answers.note(item, { certainty }));
  const check = element("button", { type: "submit" }, say("check"));
  const status = element("span", { class: "picked", role: "status" });
  const back = quietButton(say("exam_previous"));
  const onward = button();
  const retry = quietButton(say("retry"));
  const flag = element("button", { type: "button", class: "quiet flag" }, icon("⚑"), ` ${say("flag")}`);
  // All of them always stand there, some hidden: taking away the one with the focus would lay the page out twice.
  // The way on comes before the check, so that in an exam it is what Enter presses.
  const act = element("div", { class: "act" }, back, onward, check, retry, status, flag);
  const lost = element("p", { class: "lost" });
  const number = element("span");
  const clue = hintOf(item);
  const form = element("form", { class: "body", autocomplete: "off" }, constructed(item), lost, stem(item));
  form.append(control.element, ...(clue ? [clue] : []), sure.element, act);
  root.replaceChildren(top(item, number), form);
  root.setAttribute("role", "group");
  root.tabIndex = -1;

  /** What is on the screen, so that only a change is drawn: the question, and with it the ways from it. */
  let [drawn, shown] = ["", ""];
  /** Whether an answer is just being checked: the focus is placed once, when everything stands. */
  let checking = false;
  /** Why an earlier answer no longer counts; said until the question is answered anew. @type {Given["lost"]} */
  let why = null;
  /** What to tell of an answer, made before it is asked for. @type {{ of: string, made: HTMLElement } | null} */
  let ahead = null;
  const time = stopwatch(root);

  const given = () => givenTo(item, answers);

  /** @param {readonly string[]} chosen @param {boolean} checked */
  function keep(chosen, checked) {
    const score = checked ? kind.grade(item, chosen).score : null;
    answers.put(item, chosen, checked, { score, ms: time.read() });
  }

  /** Whether there is all that checking needs. @param {Given} kept */
  const complete = ({ chosen, certainty }) =>
    kind.ready(item, chosen) && (certainty > 0 || !answers.settings().certainty);

  function refresh() {
    if (root.hidden) time.stop();
    const kept = given();
    const [now, { i, n }, { previous, next: after }] = [mode(), place(), steps()];
    const settled = now === "review" || (now === "tutor" && kept.checked);
    const asked = answers.settings().certainty;
    const question = JSON.stringify([kept, now, asked, i, n]);
    const state = JSON.stringify([question, after?.label, previous === null]);
    if (state === shown) return;
    shown = state;
    const inside = root.contains(document.activeElement) && document.activeElement !== root;
    if (question !== drawn) {
      drawn = question;
      number.textContent = say("question", { i, n });
      root.setAttribute("aria-label", say("question", { i, n }));
      why = kept.checked ? null : (kept.lost ?? why);
      lost.textContent = why === null ? "" : say(why === "changed" ? "lost_changed" : "lost_unread");
      const ready = kind.ready(item, kept.chosen);
      sure.write({ asked: asked && !settled, open: ready, certainty: kept.certainty });
      flag.setAttribute("aria-pressed", String(kept.flagged));
      control.write(kept.chosen);
      form.querySelector(".verdict")?.remove();
      if (settled) {
        control.mark();
        form.append(ahead?.of === answerIn(kept) ? ahead.made : told(kept));
        ahead = null;
      } else {
        control.unmark();
        check.disabled = !complete(kept);
        // Made while the reader is on the way to the button, so that checking has only to show it.
        const next = { ...kept, checked: true };
        const open = now === "tutor" && !check.disabled;
        if (open) afterPaint(() => (ahead = { of: answerIn(next), made: told(next) }));
        // A hint that is seen is recorded: one left open from an earlier try is not.
        if (clue && kept.hints === 0) clue.open = false;
        const wanted = asked && ready && kept.certainty === 0;
        status.textContent = wanted ? say("certainty_wanted") : kind.status(item, kept.chosen);
      }
    }
    onward.textContent = after?.label ?? "";
    onward.type = now === "exam" ? "submit" : "button";
    back.hidden = now !== "exam" || previous === null;
    onward.hidden = after === null || now === "review" || (now === "tutor" && !settled);
    check.hidden = now !== "tutor" || settled;
    retry.hidden = now !== "tutor" || !settled;
    status.hidden = settled;
    // What had the focus may be gone; a reader who was in this card stays in it.
    const at = document.activeElement;
    if (inside && !checking && (!root.contains(at) || at?.closest("[hidden], :disabled")))
      root.focus({ preventScroll: true });
  }

  /** The verdict, beside it what the certainty brought. @param {Given} kept */
  function told({ chosen, checked, certainty }) {
    const grade = kind.grade(item, chosen);
    const made = verdict(item, grade, chosen);
    const words = made.querySelector("b");
    if (!checked) words?.replaceChildren(icon("✗"), ` ${say("verdict_open")}`);
    else if (certainty > 0) words?.after(" ", element("span", { class: "brought" }, brought(grade.correct, certainty)));
    return made;
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const after = steps().next;
    if (mode() === "exam") return after?.go();
    const kept = given();
    const chosen = control.read();
    if (mode() === "review" || kept.checked || !complete({ ...kept, chosen })) return;
    checking = true;
    keep(chosen, true);
    checking = false;
    (onward.hidden ? retry : onward).focus({ preventScroll: true });
    afterPaint(() => {
      const grade = kind.grade(item, chosen);
      const marked = kept.certainty > 0 ? `${brought(grade.correct, kept.certainty)}. ` : "";
      announce(announcement(item, grade, chosen, marked + progress()));
    });
  });
  retry.addEventListener("click", () => {
    answers.put(item, [], false);
    control.focus();
    announce(say("retried", { i: item.i }));
  });
  back.addEventListener("click", () => steps().previous?.());
  onward.addEventListener("click", () => onward.type === "button" && steps().next?.go());
  flag.addEventListener("click", () => answers.note(item, { flagged: !given().flagged }));
  clue?.addEventListener("toggle", () => {
    const { checked, hints } = given();
    if (clue.open && !checked && hints === 0 && mode() !== "review") answers.note(item, { hints: 1 });
  });

  refresh();
  return {
    refresh,
    standing: () => standingOf(item, answers, mode()),
    settle() {
      const { chosen, checked } = given();
      if (!checked && kind.ready(item, chosen)) keep(chosen, true);
    },
    focus() {
      root.focus({ preventScroll: true });
      root.scrollIntoView({ block: "start" });
    },
  };
}

/** What of an answer decides what is told. @param {Given} given */
const answerIn = ({ chosen, checked, certainty }) => JSON.stringify([chosen, checked, certainty]);

/** @param {boolean} correct @param {import("../types.js").Certainty} certainty */
const brought = (correct, certainty) => say("certainty_mark", { certainty, mark: signed(mark(correct, certainty)) });

/** @param {Item} item @param {HTMLElement} number */
const top = (item, number) =>
  element(
    "div",
    { class: "top" },
    number,
    element(
      "span",
      { title: item.objective.text },
      say("objective", { number: item.objective.number, bloom: say(`bloom_${item.bloom}`) }),
    ),
  );

/** @param {Item} item */
const constructed = (item) => (item.vignette ? element("p", { class: "vignette" }, say("vignette")) : null);

/** @param {Item} item */
const stem = (item) => element("p", { class: "stem", dir: "auto" }, item.stem);

/** A hint folded away. @param {Item} item */
const hintOf = ({ hint }) =>
  hint === undefined
    ? null
    : element("details", { class: "clue" }, element("summary", {}, say("hint")), element("p", { dir: "auto" }, hint));
