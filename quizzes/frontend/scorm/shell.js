// @ts-check
/**
 * The page around the book in an LMS: it keeps the connection while a student goes from page to page, says what the
 * LMS will see before anything is sent, and reports each answer once it is checked. Without an LMS it only frames the
 * book.
 *
 * `quizzes/export/scorm.py` writes the page and the data that it reads.
 */

import { decode, encode, KEY, nothing } from "../record/record.js";
import { say } from "../strings.js";
import { button, element, quietButton } from "../web/dom.js";
import { connect, findApi } from "./lms.js";
import { interaction, span, standing } from "./report.js";
import { shelf } from "./shelf.js";
import { pack, unpack } from "./state.js";

/** @typedef {import("./state.js").Answered} Answered */
/** @typedef {import("./lms.js").Lms} Lms */

/**
 * What the package holds: the page it begins with, all its pages by their names in it, and the questions that count.
 * @typedef {{ title: string, credit: string, start: string, pages: string[], site: string | null,
 *   questions: import("./state.js").Question[] }} Package
 */

/** @type {Package} */
const PACKAGE = JSON.parse(document.querySelector("script.package-data")?.textContent ?? "");
const [place, said] = [".scorm-place", ".scorm-said"].map(
  (name) => /** @type {HTMLElement} */ (document.querySelector(name)),
);
const tell = (/** @type {string} */ words) => (said.textContent = words);
const ROOT = new URL(".", location.href).href;

/** Where a link leads within the package, null where it leads out of it. @param {string} href */
const within = (href) => (href.startsWith(ROOT) ? href.slice(ROOT.length).split(/[?#]/)[0] : null);

/** Show the book, beginning with a page of it. @param {string} page @param {(page: string) => void} [read] hears where a student is */
function open(page, read = () => {}) {
  const frame = element("iframe", { title: PACKAGE.title, class: "scorm-book" });
  frame.addEventListener("load", () => {
    const inside = frame.contentDocument;
    if (inside === null) return; // a folder, in which no page sees another
    const here = within(inside.location.href);
    if (here !== null) read(here);
    inside.addEventListener("click", follow, true);
  });
  frame.src = page;
  place.replaceChildren(frame);
}

/** A link out of the package gets a window of its own: a page of another site may refuse a frame. @param {MouseEvent} event */
function follow(event) {
  const target = /** @type {Element | null} */ (event.target);
  // An element of another window, hence no `instanceof`.
  const link = /** @type {HTMLAnchorElement | null | undefined} */ (target?.closest?.("a[href]"));
  if (!link?.href.startsWith("http") && !link?.href.startsWith(ROOT)) return;
  const page = within(link.href);
  if (page !== null && (PACKAGE.pages.includes(page) || !/\.html$|^downloads\//.test(page))) return;
  if (page === null || PACKAGE.site) {
    if (page !== null) link.href = `${PACKAGE.site}/${link.href.slice(ROOT.length)}`;
    link.target = "_blank";
    link.rel = "noopener";
    return;
  }
  event.preventDefault();
  tell(say("scorm_not_here", { name: link.textContent?.trim() ?? page }));
}

/** Say what the LMS will see; nothing of it is spoken to before. @param {() => void} agreed @param {() => void} declined */
function ask(agreed, declined) {
  const sees = [say("scorm_sees_visit"), say("scorm_sees_answers"), say("scorm_sees_score", count())];
  const agree = button(say("scorm_agree"));
  const decline = quietButton(say("scorm_decline"));
  agree.addEventListener("click", agreed);
  decline.addEventListener("click", declined);
  const name = element("h1", {}, PACKAGE.title);
  const list = element("ul", {}, ...sees.map((text) => element("li", {}, text)));
  const panel = element(
    "main",
    { class: "scorm-ask" },
    name,
    element("p", {}, element("b", {}, say("scorm_sees"))),
    list,
    element("p", {}, say("scorm_sees_not")),
    element("div", { class: "act" }, agree, decline),
    element("p", { class: "scorm-credit" }, PACKAGE.credit),
  );
  place.replaceChildren(panel);
}

const count = () => ({ total: PACKAGE.questions.length });

/** The storage that the pages are lent (`borrow.js`). @param {import("../record/in-storage.js").Area} storage */
const lend = (storage) => Object.assign(window, { courseStorage: storage });

/** Without a word to anybody; answers last as long as the window. @param {Parameters<typeof say>[0]} words */
function unreported(words) {
  lend(shelf(() => {}));
  tell(say(words));
  open(PACKAGE.start);
}

/** @param {Lms} lms */
function reported(lms) {
  const begun = Date.now();
  const known = new Map(PACKAGE.questions.map((question) => [question.id, question]));
  const answered = unpack(PACKAGE.questions, lms.get("cmi.suspend_data"));
  const set = lms.get("cmi.student_data.mastery_score");
  const mark = set === "" || !Number.isFinite(Number(set)) ? null : Number(set);
  let rows = Number(lms.get("cmi.interactions._count")) || 0;
  let at = lms.get("cmi.core.lesson_location");
  if (!PACKAGE.pages.includes(at)) at = PACKAGE.start;

  /** What was reported of each answer, by its time. @type {Map<string, number>} */
  const sent = new Map();
  const kept = nothing();
  for (const [id, { chosen, score }] of answered) {
    const { digest } = /** @type {import("./state.js").Question} */ (known.get(id));
    sent.set(id, begun);
    const blank = { certainty: /** @type {const} */ (0), hints: 0, ms: 0, flagged: false };
    if (chosen !== null)
      kept.answers.set(id, { digest, chosen: [...chosen], checked: true, at: begun, score, ...blank });
  }
  const storage = shelf((name, value) => {
    if (name === KEY) heard(value);
  });
  // The same order of options each time, without keeping who it is.
  const seed = [...lms.get("cmi.core.student_id")].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) >>> 0, 7);
  storage.setItem(KEY, encode(seed, kept));
  lend(storage);

  /** What the record says after a change: whatever was checked since is reported. @param {string} text */
  function heard(text) {
    const found = decode(text);
    if (found.state !== "record") return;
    let some = false;
    for (const [id, { digest, chosen, checked, score, ms, at: when }] of found.kept.answers) {
      const question = known.get(id);
      if (!checked || score === null || question?.digest !== digest || sent.get(id) === when) continue;
      sent.set(id, when);
      answered.set(id, { chosen, score });
      for (const [name, value] of interaction(question, { chosen, score, ms }, new Date()))
        lms.set(`cmi.interactions.${rows}.${name}`, value);
      rows += 1;
      some = true;
    }
    if (some) send();
  }

  function write() {
    const { score, complete, status } = standing(PACKAGE.questions.length, answered, mark);
    const before = lms.get("cmi.core.lesson_status");
    /** @type {[string, string][]} */
    const values = [
      ["cmi.core.score.min", "0"],
      ["cmi.core.score.max", "100"],
      ["cmi.core.score.raw", score],
      ["cmi.core.lesson_location", at.slice(0, 255)],
      ["cmi.core.session_time", span(Date.now() - begun)],
      ["cmi.core.exit", complete ? "" : "suspend"],
      ["cmi.suspend_data", pack(PACKAGE.questions, answered)],
    ];
    // Who has passed stays so, whatever is tried again.
    if (complete || !["completed", "passed"].includes(before)) values.push(["cmi.core.lesson_status", status]);
    for (const [name, value] of values) lms.set(name, value);
    return { score, complete };
  }

  function send() {
    const { score, complete } = write();
    if (!lms.commit()) return tell(say("scorm_failed"));
    const values = { answered: answered.size, score, ...count() };
    tell(say(complete ? "scorm_complete" : "scorm_standing", values));
  }

  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") send();
  });
  window.addEventListener("pagehide", () => {
    write();
    lms.finish();
  });
  window.addEventListener("pageshow", ({ persisted }) => persisted && location.reload());
  send();
  open(at, (page) => (at = page));
}

const api = findApi(window);
if (api === null) {
  tell(say("scorm_alone"));
  open(PACKAGE.start);
} else {
  ask(
    () => {
      const lms = connect(api);
      if (lms) reported(lms);
      else unreported("scorm_no_answer");
    },
    () => unreported("scorm_declined"),
  );
}
