// @ts-check
/** The first page: an address that has moved leads on; in the course map, beside each chapter how far the reader is, from the reader's own record. */

import { standing } from "../record/standing.js";
import { openStore } from "../record/store.js";
import { EVENT } from "../taking/progress.js";
import { afterPaint } from "../web/dom.js";

/** Where something stood before it moved to a page of its own, a link to it stands. */
function leadOn() {
  const old = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const link = old?.closest(".moved") ? old.querySelector("a") : null;
  if (link) location.replace(link.href);
}

function start() {
  leadOn();
  window.addEventListener("hashchange", leadOn);
  const data = document.querySelector(".course-map .map-data");
  if (!data) return;
  /** @type {{ done: string, chapters: import("../record/standing.js").Chapter[] }} */
  const { done, chapters } = JSON.parse(data.textContent ?? "");
  const store = openStore({ storage: () => window.localStorage });

  function show() {
    for (const { chapter, count } of standing(chapters, store.all(), Date.now()).rows) {
      const place = document.querySelector(`.map-standing[data-chapter="${CSS.escape(chapter.name)}"]`);
      if (!(place instanceof HTMLElement)) continue;
      place.dataset.count ??= place.textContent ?? "";
      const words = done.replace(/\{(\w+)\}/g, (_, /** @type {keyof typeof count} */ name) => String(count[name]));
      place.textContent = count.answered > 0 ? words : place.dataset.count;
      place.classList.toggle("begun", count.answered > 0);
      place.classList.toggle("all", count.answered === count.total);
    }
  }

  /** The quiz of this very page writes to the storage, and a tab hears nothing of what it has stored itself. */
  const again = () => afterPaint(() => store.storageChanged({ key: null, newValue: "" }));
  store.subscribe(show);
  window.addEventListener("storage", store.storageChanged);
  document.addEventListener(EVENT, again);
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && again());
  show();
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
else start();
