// @ts-check
/** Everything of this course in this browser is erased: the record, and whatever else its pages keep. */

import { BOOK } from "../../record/record.js";

/** @param {import("../own-page.js").Store} store */
export function eraseAll(store) {
  try {
    const names = Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at) ?? "");
    names.filter((name) => name.startsWith(`${BOOK}.`)).forEach((name) => localStorage.removeItem(name));
  } catch {
    // Refused: the record says so.
  }
  store.erase();
  // What stands on this very page hears of it as it would in another tab: nothing that it knows must come back.
  window.dispatchEvent(new StorageEvent("storage", { key: null, newValue: null }));
}
