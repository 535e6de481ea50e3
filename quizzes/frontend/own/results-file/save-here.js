// @ts-check
/** The file of the record beside the questions, where a reader is about to erase some answers. Loaded only when asked for. */

import { say } from "../../strings.js";
import { element } from "../../web/dom.js";
import { saveFile } from "./save.js";

/** @param {import("../own-page.js").Store} store @param {HTMLElement} place where it is said what came of it */
export function saveHere(store, place) {
  const { called, otherWay } = saveFile(store, Date.now());
  place.replaceChildren(element("p", {}, say("file_exported", { name: called })), otherWay);
  store.set({ saved: Date.now() });
}
