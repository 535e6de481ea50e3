// @ts-check
/**
 * One storage for all pages of a folder, where the browser gives each file its own: that of `folder.htm`, which each
 * page shows as a hidden frame. This script is both ends of it. From a host there is nothing to be had here.
 */

import { BOOK, KEY } from "../record/record.js";
import { beside } from "../web/beside.js";
import { element } from "../web/dom.js";
import { moved } from "./earlier-edition.js";

/** @typedef {import("../web/storage.js").Area} Area */
/** What a page asks to be kept, null to be removed. @typedef {{ key: string, value: string | null }} Wish */
/** What the frame tells: all that it keeps, one change, or that a wish was refused. @typedef {{ all?: [string, string][], key?: string | null, newValue?: string | null, refused?: true }} Told */

/** So long a page waits for the frame, before it begins with its own storage [ms]. */
const PATIENCE = 5000;
const PROBE = `${KEY}.probe`;
/** When everything was last erased [ms since 1970], in the frame for all pages, and in each page that has done so. */
const ERASED = `${BOOK}.erased`;

/** The frame's end. */
function keep() {
  const tell = (/** @type {Told} */ told) => window.parent.postMessage(told, "*");
  const all = () => tell({ all: Object.entries(localStorage) });
  window.addEventListener("message", ({ source, data }) => {
    if (source !== window.parent) return;
    if (data === "all") return all();
    const { key, value } = /** @type {Wish} */ (data);
    try {
      if (value === null) localStorage.removeItem(key);
      else localStorage.setItem(key, value);
    } catch {
      tell({ refused: true });
    }
  });
  window.addEventListener("storage", ({ key, newValue }) => tell({ key, newValue }));
  all();
}

/** The page's end: what the frame keeps, as it was last told. @param {import("../web/storage.js").Begin} begin */
function ask(begin) {
  /** @type {Map<string, string>} */
  const kept = new Map();
  let [begun, full] = [false, false];
  const frame = element("iframe", { src: beside("folder.htm"), title: "", hidden: "" });
  const send = (/** @type {Wish | "all"} */ wish) => frame.contentWindow?.postMessage(wish, "*");
  /** @param {string} key @param {string | null} value */
  const put = (key, value) => (value === null ? kept.delete(key) : kept.set(key, value));
  /** @param {string} key @param {string | null} value */
  function wish(key, value) {
    // What is removed makes room.
    full &&= value !== null;
    if (full) throw new DOMException("full", "QuotaExceededError");
    put(key, value);
    send({ key, value });
  }
  /** @type {Area} */
  const area = {
    getItem: (key) => kept.get(key) ?? null,
    setItem: wish,
    removeItem: (key) => wish(key, null),
    erased() {
      wish(ERASED, String(Date.now()));
      eraseOwn();
    },
  };
  /** What this page keeps for itself, its place and its ticks, goes once all was erased, on whichever page that was. */
  function eraseOwn() {
    const when = kept.get(ERASED);
    if (when === undefined || when === localStorage.getItem(ERASED)) return;
    const own = Object.keys(localStorage).filter((key) => key.startsWith(`${BOOK}.`) && key !== KEY);
    for (const key of own) localStorage.removeItem(key);
    localStorage.setItem(ERASED, when);
    changed(null, null);
  }
  /** @param {() => Area} storage */
  function start(storage) {
    if (begun) return;
    begun = true;
    clearTimeout(waiting);
    begin(storage);
  }
  const own = () => window.localStorage;
  const waiting = setTimeout(() => start(own), PATIENCE);

  window.addEventListener("message", ({ source, data }) => {
    if (source !== frame.contentWindow) return;
    const { all, key = null, newValue = null, refused } = /** @type {Told} */ (data);
    if (refused) full = true;
    else if (all) {
      kept.clear();
      for (const [name, value] of all) kept.set(name, value);
      if (begun) {
        eraseOwn();
        return changed(null, "");
      }
      localStorage.removeItem(PROBE);
      // Where the two are one storage after all, nothing is to be moved.
      if (kept.has(PROBE)) return start(own);
      eraseOwn();
      moved(area, Number(kept.get(ERASED) ?? 0));
      start(() => area);
    } else {
      if (key === null) kept.clear();
      else put(key, newValue);
      if (key === ERASED) eraseOwn();
      else changed(key, newValue);
    }
  });
  // What was told while the page lay in the cache of the way back, it has not heard.
  window.addEventListener("pageshow", ({ persisted }) => persisted && send("all"));
  try {
    localStorage.setItem(PROBE, "");
    document.body.append(frame);
  } catch {
    start(own);
  }
}

/** As the browser tells of a change in another tab. @param {string | null} key @param {string | null} newValue */
const changed = (key, newValue) => window.dispatchEvent(new StorageEvent("storage", { key, newValue }));

if (location.protocol === "file:") {
  if (window.parent !== window && location.pathname.endsWith("/folder.htm")) keep();
  else Reflect.set(window, "courseFolder", ask);
}
