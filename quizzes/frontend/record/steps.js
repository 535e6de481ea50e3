// @ts-check
/**
 * The path a reader is on, and the steps of paths that are done. The theme keeps them (book/_theme/static/path.js),
 * under a key of their own, so that a page without questions needs no record. Pure.
 */

import { isObject, isTexts, isWhole, own } from "./record.js";

/** The most steps that are read from a file. */
const MOST = 500;

/** @typedef {{ on: string | null, step: number, done: string[] }} Steps `step` counts from 0; `done` holds addresses */

/**
 * What is kept, or what can be read of it.
 * @param {string | null} raw
 * @returns {Steps}
 */
export function stepsOf(raw) {
  let data;
  try {
    data = JSON.parse(raw ?? "{}");
  } catch {
    data = {};
  }
  if (!isObject(data)) data = {};
  const [on, step, done] = [own(data, "on"), own(data, "step"), own(data, "done")];
  const known = typeof on === "string" && isWhole(step);
  return { on: known ? on : null, step: known ? step : 0, done: isTexts(done) ? done : [] };
}

/** As it is kept. @param {Steps} steps */
export const keptSteps = ({ on, step, done }) => JSON.stringify(on === null ? { done } : { on, step, done });

/**
 * The steps in a file, null where they are none that this course can have written. An older file has none.
 * @param {unknown} done
 * @returns {string[] | null}
 */
export function stepsInFile(done) {
  if (done === undefined) return [];
  const sound = isTexts(done) && done.length <= MOST && done.every((key) => /^[a-z0-9-]+#[\w.-]{1,200}$/.test(key));
  return sound ? done : null;
}
