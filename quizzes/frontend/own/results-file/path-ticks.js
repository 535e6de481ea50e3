// @ts-check
/** The steps of paths that are ticked in this browser, for the file and from it. */

import { PATH_KEY } from "../../record/record.js";
import { keptSteps, stepsOf } from "../../record/steps.js";

/** What is kept of paths; nothing where the storage is refused. */
export function steps() {
  try {
    return stepsOf(localStorage.getItem(PATH_KEY));
  } catch {
    return stepsOf(null);
  }
}

/** Tick what is ticked in a file too, and return whether any of it was not. @param {readonly string[]} done */
export function tick(done) {
  const here = steps();
  const all = [...new Set([...here.done, ...done])];
  if (all.length === here.done.length) return false;
  try {
    localStorage.setItem(PATH_KEY, keptSteps({ ...here, done: all }));
  } catch {
    // Refused or full: the record says so.
  }
  return true;
}
