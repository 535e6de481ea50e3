// @ts-check
/** What this browser will keep in this place, where that is not what a reader expects, and asking it to keep more. */

import { say } from "../strings.js";
import { element } from "../web/dom.js";
import { isFramedElsewhere } from "../web/frame.js";

/** Every browser built on WebKit deletes after a week, but for a course that was put on the home screen. */
export const losesAfterAWeek = () =>
  location.protocol.startsWith("http") &&
  navigator.vendor.startsWith("Apple") &&
  !matchMedia("(display-mode: standalone)").matches;

/**
 * What is to be known of this place, each as a paragraph.
 * @param {boolean} some whether there is anything that could be lost
 * @returns {HTMLElement[]}
 */
export function aboutThisPlace(some) {
  if (isFramedElsewhere()) {
    const link = element("a", { href: location.href, target: "_blank", rel: "noopener" }, say("keep_framed_open"));
    return [element("p", {}, `${say("keep_framed")} `, link)];
  }
  return some && losesAfterAWeek() ? [element("p", {}, say("keep_a_week"))] : [];
}

/**
 * Ask the browser not to delete the record when room is short: once, and when a reader shows that it is to last. Some
 * browsers ask the reader in turn.
 * @param {import("./own-page.js").Store} store
 */
export async function askToKeep(store) {
  // Nobody can be asked from a folder, or over a connection that is not secure.
  if (store.settings().asked || !navigator.storage?.persist) return;
  store.set({ asked: true });
  try {
    if (!(await navigator.storage.persisted())) await navigator.storage.persist();
  } catch {
    // A frame without a site of its own keeps nothing, and says so elsewhere.
  }
}
