// @ts-check
/** Where a page finds the storage that it shares with the other pages of the course. */

import { loadBeside } from "./beside.js";

/** @typedef {Pick<Storage, "getItem" | "setItem" | "removeItem">} Area */
/** What begins once there is a storage; handing it out may throw. @typedef {(storage: () => Area) => void} Begin */

/** @type {Window & { courseFolder?: (begin: Begin) => void }} */
const page = window;

/**
 * Gecko gives each page of a folder a storage of its own; there one file keeps the record for all (`folder.js`).
 * @param {Begin} begin
 */
export function withStorage(begin) {
  const own = () => window.localStorage;
  if (location.protocol !== "file:" || !navigator.userAgent.includes(" Gecko/")) return begin(own);
  loadBeside("folder.js").then(
    () => (page.courseFolder ?? ((then) => then(own)))(begin),
    () => begin(own),
  );
}
