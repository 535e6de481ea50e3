// @ts-check
/**
 * The first page: the one way on that fits what the device keeps, the ticks of the paths, how far the reader is in
 * each chapter; and an address that has moved leads on. What is kept of a page that is gone is as if it were not.
 */

import { outlinesOf } from "../record/outlines.js";
import { PATH_KEY, PLACE_KEY } from "../record/record.js";
import { standing } from "../record/standing.js";
import { keptSteps, stepsOf } from "../record/steps.js";
import { openStore } from "../record/store.js";
import { EVENT } from "../taking/progress.js";
import { idInAddress } from "../web/address.js";
import { afterPaint, element } from "../web/dom.js";
import { followStorage } from "../web/follow.js";
import { loadOutline } from "../web/outline.js";
import { withStorage } from "../web/storage.js";
import { lastRead, placeIn, wayOn } from "./opening.js";

/** Where something stood before it moved to a page of its own, a link to it stands. */
function leadOn() {
  const old = document.getElementById(idInAddress());
  const link = old?.closest(".moved") ? old.querySelector("a") : null;
  if (link) location.replace(link.href);
}

/** What is kept under a key; null where there is nothing, or storage is refused. @param {string} key */
function kept(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** @param {string} selector */
const dataIn = (selector) => JSON.parse(document.querySelector(selector)?.textContent ?? "null");

/** @param {string} done @param {import("../record/standing.js").Row[]} rows */
function showMap(done, rows) {
  for (const { chapter, count } of rows) {
    if (!chapter.items) continue;
    const place = document.querySelector(`.map-standing[data-chapter="${CSS.escape(chapter.name)}"]`);
    if (!(place instanceof HTMLElement)) continue;
    place.dataset.count ??= place.textContent ?? "";
    const words = done.replace(/\{(\w+)\}/g, (_, /** @type {keyof typeof count} */ name) => String(count[name]));
    place.textContent = count.answered > 0 ? words : place.dataset.count;
    place.classList.toggle("begun", count.answered > 0);
    place.classList.toggle("all", count.answered === count.total);
    const bar = /** @type {HTMLElement | null | undefined} */ (place.closest("li")?.querySelector(".map-bar"));
    bar?.style.setProperty("--answered", String(count.answered / count.total));
    bar?.style.setProperty("--right-share", String(count.right / count.total));
  }
}

/** @param {readonly string[]} done */
function showTicks(done) {
  /** @type {NodeListOf<HTMLAnchorElement>} */
  const links = document.querySelectorAll(".paths a[data-key]");
  for (const link of links) {
    const ticked = done.includes(link.dataset.key ?? "");
    link.closest("li")?.classList.toggle("done", ticked);
    link.querySelector(".aside")?.remove();
    if (ticked) link.append(element("span", { class: "aside" }, " (done)"));
  }
}

/** A path begins, or goes on, at the step that is followed. @param {MouseEvent} event */
function setOut({ target }) {
  const link = /** @type {HTMLElement | null} */ (target instanceof Element ? target.closest("a[data-path]") : null);
  if (!link) return;
  const { done } = stepsOf(kept(PATH_KEY));
  try {
    const on = link.dataset.path ?? null;
    localStorage.setItem(PATH_KEY, keptSteps({ on, step: Number(link.dataset.step), done }));
  } catch {
    // Refused or full: the link leads to the step all the same.
  }
}

function start() {
  leadOn();
  window.addEventListener("hashchange", leadOn);
  document.addEventListener("click", setOut);
  withStorage(showHowFar);
}

/** @param {() => import("../web/storage.js").Area} storage */
function showHowFar(storage) {
  /** @type {{ done: string, outlines: import("../record/outlines.js").Listed } | null} */
  const map = dataIn(".course-map .map-data");
  /** @type {import("./opening.js").Opening | null} */
  const opening = dataIn(".opening-data");
  const outlines = outlinesOf((opening ?? map)?.outlines ?? { version: "", chapters: [] }, loadOutline);
  const store = openStore({ storage });
  const [on, also] = [".go-on", ".go-also"].map(
    (name) => /** @type {HTMLAnchorElement | null} */ (document.querySelector(name)),
  );
  const first = { on: on?.cloneNode(true), also: also?.cloneNode(true) };
  const starting = new URLSearchParams(location.search).has("start");

  /** Where the reader was last, in what is still there. */
  async function lastPlace() {
    for (const left of lastRead(kept(PLACE_KEY))) {
      const named = outlines.named(left.name);
      if (!named) continue;
      await outlines.fetch(left.name);
      const found = placeIn(left, named.title, outlines.sections(left.name));
      if (found) return found;
    }
    return null;
  }

  let latest = 0;
  async function show() {
    const mine = ++latest;
    const [place] = await Promise.all([lastPlace(), outlines.coming(store.all())]);
    if (mine !== latest) return;
    const all = store.all();
    const now = standing(outlines.chapters(), all, Date.now());
    const steps = stepsOf(kept(PATH_KEY));
    if (map) showMap(map.done, now.rows);
    showTicks(steps.done);
    if (!opening || !on) return;
    const due = now.count.due;
    // Who starts the app is at once where something waits.
    if (due > 0 && starting) return location.replace("review.html");
    const tested =
      opening.test.length > 0 && opening.test.every(([id, digest]) => all.answers.get(id)?.digest === digest);
    const ways = wayOn(opening, { steps, place, due, tested });
    put(on, ways.on, first.on);
    if (also) put(also, ways.also, first.also);
  }

  store.subscribe(show);
  followStorage(store);
  window.addEventListener("storage", ({ key }) => (key === PATH_KEY || key === PLACE_KEY) && show());
  // The quiz of this very page writes to the storage, and a tab hears nothing of what it has stored itself.
  document.addEventListener(EVENT, () => afterPaint(store.comeBack));
  // Ticks of paths are no part of the record; who comes back by the way back of the browser has new ones too.
  window.addEventListener("pageshow", ({ persisted }) => persisted && show());
  show();
}

/**
 * Have a link say and lead to something, or what it did at first.
 * @param {HTMLAnchorElement} link
 * @param {import("./opening.js").Way | null} way
 * @param {Node | undefined} first
 */
function put(link, way, first) {
  const before = /** @type {HTMLAnchorElement} */ (first);
  link.href = way?.href ?? before.href;
  // The first step of a path sets out on it; any other way is none.
  const { path, step } = way === null ? before.dataset : { path: way.path, step: way.path && "0" };
  for (const [name, set] of Object.entries({ path, step })) {
    if (set === undefined) delete link.dataset[name];
    else link.dataset[name] = set;
  }
  if (way === null) link.replaceChildren(...[...before.childNodes].map((node) => node.cloneNode(true)));
  else link.replaceChildren(...(way.what ? [element("b", {}, way.label), element("span", {}, way.what)] : [way.label]));
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
else start();
