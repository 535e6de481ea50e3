// @ts-check
/** The outline of a chapter, which a script beside the page puts there (book/_ext/questions/outlines.py). */

import { beside } from "./beside.js";
import { loadScript } from "./script.js";

/** @typedef {import("../record/outlines.js").Outline} Outline */

/** @type {Window & { courseOutlines?: Record<string, Outline> }} */
const page = window;

/**
 * @param {string} chapter
 * @param {string} version of all outlines
 * @returns {Promise<Outline | undefined>} undefined where it did not come
 */
export async function loadOutline(chapter, version) {
  await loadScript(beside(`outlines/${chapter}.js?${version}`));
  return page.courseOutlines?.[chapter];
}
