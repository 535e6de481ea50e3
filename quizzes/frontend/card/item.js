// @ts-check
/** One question as a card: pick, check, read why, try again. In an exam: pick, flag, go on. */

import { kindOf } from "../../kinds/register.js";
import { say } from "../strings.js";
import { afterPaint, element } from "../web/dom.js";
import { actions } from "./act.js";
import { givenTo } from "./answer.js";
import { announcement, brought, told } from "./feedback.js";
import { onKeys } from "./keys.js";
import { remarkOn } from "./remark.js";
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
 * @typedef {object} Around
 * @property {import("../types.js").Answers} answers
 * @property {(text: string) => void} announce
 * @property {() => string} progress
 * @property {() => Steps} steps
 * @property {() => Mode} [mode]
 * @property {() => { i: number, n: number }} [place] its number where that is not the bank's
 * @property {number} [seed] of the order of its options, where that is not the reader's own
 *
 * @typedef {object} Card
 * @property {() => void} refresh show what is kept
 * @property {() => void} settle keep the answer as checked, where there is one
 * @property {() => void} focus go to the question
 *
 * What of its surroundings a card shows.
 * @typedef {{ kept: Given, mode: Mode, asked: boolean, i: number, n: number }} Shown
 */

/**
 * Make `root` the interactive card of a question.
 * @param {HTMLElement} root
 * @param {Item} item
 * @param {Around} around
 * @returns {Card}
 */
export function createCard(
  root,
  item,
  { answers, announce, progress, steps, mode = () => "tutor", place = () => item, seed = answers.seed() },
) {
  const kind = kindOf(item);
  const time = stopwatch(root);
  const given = () => givenTo(item, answers);
  const asked = () => answers.settings().certainty && kind.alone !== true;
  const control = kind.control(item, seed, () => keep(control.read(), false));
  const sure = sureControl((certainty) => answers.note(item, { certainty }));
  const clue = clueOf(item, () => {
    const { checked, hints } = given();
    if (!checked && hints === 0 && mode() !== "review") answers.note(item, { hints: 1 });
  });
  const flag = () => answers.note(item, { flagged: !given().flagged });
  const act = actions({
    retry() {
      answers.put(item, [], false);
      control.focus();
      announce(say("retried", { i: place().i }));
    },
    flag,
    steps,
    finish: kind.finish?.() ?? say("check"),
  });
  const remark = remarkOn(item, answers);
  const face = faceOf(root, item, {
    control,
    parts: [clue, sure.element, remark.element, act.again],
    act: act.element,
  });

  /** What is on the screen, so that only what has changed is drawn. @type {Shown | null} */
  let shown = null;
  /** Whether an answer is just being checked: the focus is placed once, when everything stands. */
  let checking = false;
  /** Why an earlier answer no longer counts; said until the question is answered anew. @type {Given["lost"]} */
  let why = null;
  /** What to tell of an answer, made before it is asked for. @type {{ of: Given, made: import("./feedback.js").Told } | null} */
  let ahead = null;

  /** @param {readonly string[]} chosen @param {boolean} checked */
  function keep(chosen, checked) {
    const score = checked ? kind.grade(item, chosen).score : null;
    answers.put(item, chosen, checked, { score, ms: time.read() });
  }

  /** Whether there is all that checking needs. @param {Given} kept */
  const complete = ({ chosen, certainty }) => kind.ready(item, chosen) && (certainty > 0 || !asked());

  function refresh() {
    if (root.hidden) time.stop();
    const now = { kept: given(), mode: mode(), asked: asked(), ...numbered(place()) };
    const settled = isSettled(now.mode, now.kept);
    const inside = root.contains(document.activeElement) && document.activeElement !== root;
    act.writeWays(steps(), now.mode, settled);
    remark.write();
    if (shown === null || !alike(now, shown)) {
      shown = now;
      draw(now, settled);
    }
    // What had the focus may be gone; a reader who was in this card stays in it.
    const at = document.activeElement;
    if (inside && !checking && (!root.contains(at) || at?.closest("[hidden], :disabled")))
      root.focus({ preventScroll: true });
  }

  /** @param {Shown} now @param {boolean} settled */
  function draw({ kept, mode, asked, i, n }, settled) {
    why = kept.checked ? null : (kept.lost ?? why);
    face.write({ i, n, lost: why });
    const ready = kind.ready(item, kept.chosen);
    const open = { complete: complete(kept), status: "" };
    sure.write({ asked: asked && !settled, open: ready, certainty: kept.certainty });
    control.write(kept.chosen);
    face.untell();
    if (settled) {
      control.mark();
      face.tell(ahead && sameAnswer(ahead.of, kept) ? ahead.made : told(item, kept));
      ahead = null;
    } else {
      control.unmark();
      if (mode === "tutor" && open.complete) tellAhead({ ...kept, checked: true });
      // A hint that is seen is recorded: one left open from an earlier try is not.
      if (clue && kept.hints === 0) clue.open = false;
      const wanted = asked && ready && kept.certainty === 0;
      open.status = wanted ? say("certainty_wanted") : kind.status(item, kept.chosen);
    }
    act.write({ mode, settled, flagged: kept.flagged, ...open });
  }

  /** Made while the reader is on the way to the button, so that checking has only to show it. @param {Given} next */
  const tellAhead = (next) => afterPaint(() => (ahead = { of: next, made: told(item, next) }));

  onKeys(root, {
    choose: (at) => control.choose?.(at),
    enter: () => (isSettled(mode(), given()) ? steps().next?.go() : face.form.requestSubmit()),
    flag,
  });
  face.form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (mode() === "exam") return steps().next?.go();
    const kept = given();
    const chosen = control.read();
    if (mode() === "review" || kept.checked || !complete({ ...kept, chosen })) return;
    checking = true;
    keep(chosen, true);
    checking = false;
    face.focusVerdict();
    afterPaint(() => {
      const grade = kind.grade(item, chosen);
      const marked = kept.certainty > 0 ? `${brought(grade.correct, kept.certainty)}. ` : "";
      announce(announcement(item, place().i, grade, chosen, marked + progress()));
    });
  });

  refresh();
  return {
    refresh,
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

/** What may stand over the upper and the lower end of the window [px]. */
const COVERED = { above: 160, below: 80 };

/** Whether all is told. @param {Mode} mode @param {Given} given */
const isSettled = (mode, { checked }) => mode === "review" || (mode === "tutor" && checked);

/** @param {{ i: number, n: number }} place */
const numbered = ({ i, n }) => ({ i, n });

/** Whether the same is to be shown; an answer that has not changed is the same object. @param {Shown} one @param {Shown} other */
const alike = (one, other) =>
  one.kept === other.kept &&
  one.mode === other.mode &&
  one.asked === other.asked &&
  one.i === other.i &&
  one.n === other.n;

/** Whether the same is told of both. @param {Given} one @param {Given} other */
const sameAnswer = (one, other) =>
  one.checked === other.checked &&
  one.certainty === other.certainty &&
  one.chosen.length === other.chosen.length &&
  one.chosen.every((text, at) => text === other.chosen[at]);

/**
 * What does not depend on how a question is answered: its number, its text, and where its parts stand.
 * @param {HTMLElement} root
 * @param {Item} item
 * @param {{ control: import("../types.js").Control, parts: (HTMLElement | null)[], act: HTMLElement }} made
 */
function faceOf(root, item, { control, parts, act }) {
  const number = element("span");
  const lost = element("p", { class: "lost" });
  const stem = element("p", { class: "stem", dir: "auto" }, item.stem);
  const form = element(
    "form",
    { class: "body", autocomplete: "off" },
    constructed(item),
    lost,
    stem,
    control.element,
    ...parts,
    act,
  );
  // A page of the book can show it to a room (present/present.js); a notebook cannot.
  root.replaceChildren(top(item, number, root.closest("[data-items]") !== null), form);
  root.setAttribute("role", "group");
  root.tabIndex = -1;
  /** @type {import("./feedback.js").Told | null} */
  let told = null;
  return {
    form,
    /** @param {{ i: number, n: number, lost: Given["lost"] }} state */
    write({ i, n, lost: why }) {
      number.textContent = say("question", { i, n });
      root.setAttribute("aria-label", number.textContent);
      lost.textContent = why === null ? "" : say(why === "changed" ? "lost_changed" : "lost_unread");
    },
    untell() {
      told?.verdict.remove();
      told?.ways.remove();
      told = null;
    },
    /** The verdict comes under the question, before what the reader has answered. @param {import("./feedback.js").Told} now */
    tell(now) {
      told = now;
      control.element.querySelector("legend")?.after(now.verdict);
      control.element.after(now.ways);
    },
    focusVerdict() {
      if (told === null) return;
      told.verdict.focus({ preventScroll: true });
      const { top, bottom } = told.verdict.getBoundingClientRect();
      if (top < COVERED.above || bottom > innerHeight - COVERED.below)
        told.verdict.scrollIntoView({ block: "start", behavior: "instant" });
    },
  };
}

/** @param {Item} item @param {HTMLElement} number @param {boolean} shows whether there is a room to show it to */
const top = (item, number, shows) =>
  element(
    "div",
    { class: "top" },
    number,
    element(
      "span",
      { title: item.objective.text },
      say("objective", { number: item.objective.number, bloom: say(`bloom_${item.bloom}`) }),
    ),
    shows ? element("a", { class: "to-room", href: `?present#${item.id}` }, say("to_room")) : null,
  );

/** @param {Item} item */
const constructed = (item) => (item.vignette ? element("p", { class: "vignette" }, say("vignette")) : null);

/** A hint folded away. @param {Item} item @param {() => void} opened */
function clueOf({ hint }, opened) {
  if (hint === undefined) return null;
  const summary = element("summary", {}, say("hint"));
  const clue = element("details", { class: "clue" }, summary, element("p", { dir: "auto" }, hint));
  clue.addEventListener("toggle", () => clue.open && opened());
  return clue;
}
