// @ts-check
/** Where a page finds the storage that it shares with the other pages of the course. */

import { beside } from "./beside.js";
import { loadScript } from "./script.js";

/**
 * What is used of a browser's storage; `erased` hears that the reader has erased all, where pages keep more than it holds.
 * @typedef {Pick<Storage, "getItem" | "setItem" | "removeItem"> & { erased?: () => void }} Area
 */
/** What begins once there is a storage; handing it out may throw. @typedef {(storage: () => Area) => void} Begin */

/** @type {Window & { courseFolder?: (begin: Begin) => void }} */
const page = window;

/** Whether this page has a storage of its own: Gecko gives each page of a folder one. */
export const isApart = () => location.protocol === "file:" && navigator.userAgent.includes(" Gecko/");

/**
 * Begin with the storage of all pages; where each has its own, one file keeps the record for all (`folder.js`).
 * @param {Begin} begin
 */
export async function withStorage(begin) {
  const own = () => window.localStorage;
  if (!isApart()) return begin(own);
  await loadScript(beside("folder.js"));
  if (page.courseFolder) page.courseFolder(begin);
  else begin(own);
}
