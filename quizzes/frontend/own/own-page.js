// @ts-check
/** What the pages of the reader's own have in common: their data, the record, notices, and how a date is said. */

import { DAY_ENDS, dayDue, dayOf } from "../record/due.js";
import { outlinesOf } from "../record/outlines.js";
import { openStore } from "../record/store.js";
import { say } from "../strings.js";
import { element } from "../web/dom.js";
import { followStorage } from "../web/follow.js";
import { loadOutline } from "../web/outline.js";
import { withStorage } from "../web/storage.js";
import { aboutThisPlace } from "./keeping.js";

/** @typedef {ReturnType<typeof openStore>} Store */
/**
 * @typedef {object} Place
 * @property {ReturnType<typeof outlinesOf>} outlines
 * @property {Store} store
 * @property {HTMLElement} place
 * @property {(text: string) => void} announce
 */

/**
 * Start a page, once it is there with the outlines of what the reader has begun. What `start` returns is called then, at
 * every change of the record, in any tab, and whenever the page is looked at again, since a day may have gone by.
 * @param {string} name
 * @param {(own: Place) => () => void} start
 */
export function onOwnPage(name, start) {
  const run = () => {
    const root = document.querySelector(`[data-memory="${name}"]`);
    const [notice, place, said, data] = [".quiz-notice", ".memory-place", ".quiz-said", ".memory-data"].map((part) =>
      root?.querySelector(part),
    );
    if (!(notice && said && data && place instanceof HTMLElement)) return;
    withStorage((storage) => {
      const store = openStore({ storage });
      const announce = (/** @type {string} */ text) => {
        said.textContent = text;
      };
      const outlines = outlinesOf(JSON.parse(data.textContent ?? ""), loadOutline);
      /** @type {(() => void) | null} */
      let refresh = null;
      const all = () => {
        const coming = outlines.coming(store.all());
        if (coming) return void coming.then(all);
        refresh ??= start({ outlines, store, place, announce });
        refresh();
        const lost = outlines.lacking(store.all()).map(({ title }) => say("review_unloaded", { chapter: title }));
        const lines = [...store.notices().map(({ key, values }) => say(key, values)), ...lost];
        const notices = lines.map((line) => element("p", {}, line));
        showNotices(notice, [...notices, ...aboutThisPlace(store.all().answers.size > 0)]);
      };
      store.subscribe(all);
      followStorage(store);
      // A day may have gone by, even where nobody has changed anything.
      document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && all());
      window.addEventListener("online", () => {
        outlines.again();
        all();
      });
      window.addEventListener("pageshow", ({ persisted }) => persisted && all());
      all();
    });
  };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", run);
  else run();
}

/** @param {Element} notice @param {readonly Element[]} lines */
function showNotices(notice, lines) {
  const words = (/** @type {Iterable<Element>} */ some) => [...some].map((line) => line.textContent).join("\n");
  // Writing the same words again would have them read aloud again.
  if (words(lines) !== words(notice.children)) notice.replaceChildren(...lines);
}

/**
 * A day as a reader says it, with the year where it is another one.
 * @param {number} time [ms since 1970]
 */
export function sayDay(time) {
  const year =
    new Date(time).getFullYear() === new Date().getFullYear() ? {} : { year: /** @type {const} */ ("numeric") };
  const parts = { weekday: /** @type {const} */ ("long"), day: /** @type {const} */ ("numeric") };
  const format = new Intl.DateTimeFormat(document.documentElement.lang, { ...parts, month: "long", ...year });
  return format.format(time);
}

/** When something comes back; on the date that it is already by the calendar, at night, the hour too. @param {number} due [ms since 1970] */
export function sayDue(due) {
  const [day, now] = [sayDay(due), Date.now()];
  return day === sayDay(now) && dayDue(due) > dayOf(now)
    ? say("my_progress_due_from", { date: day, hour: DAY_ENDS })
    : day;
}

/** @param {number} total */
export const sayQuestions = (total) => (total === 1 ? say("questions_one") : say("questions", { total }));

/** @param {readonly { title: string, href: string }[]} chapters */
export const chapterLinks = (chapters) =>
  element("ul", {}, ...chapters.map(({ title, href }) => element("li", {}, element("a", { href }, title))));
