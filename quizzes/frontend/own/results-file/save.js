// @ts-check
/**
 * The record as a file that the browser saves. Whether it does nobody tells the page: a frame may forbid it, an app may
 * know no downloads, a reader may cancel. So there is a second way.
 */

import { fileName, written } from "../../record/transfer.js";
import { say } from "../../strings.js";
import { button, element } from "../../web/dom.js";
import { steps } from "./path-ticks.js";

const TYPE = "application/json";

/**
 * @param {import("../own-page.js").Store} store
 * @param {number} now [ms since 1970]
 * @returns {{ called: string, otherWay: HTMLElement }} the name of the file, and what to do where it does not come
 */
export function saveFile(store, now) {
  const kept = store.all();
  const [called, text] = [fileName(kept, now), written(kept, now, steps().done)];
  const href = URL.createObjectURL(new Blob([text], { type: TYPE }));
  element("a", { href, download: called }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
  return { called, otherWay: otherWay(called, text) };
}

/** Hand it over as text, or to another app. @param {string} called @param {string} text */
function otherWay(called, text) {
  const field = element("textarea", { readonly: "", rows: "6", dir: "ltr", "aria-label": called });
  field.value = text;
  const said = element("span", { role: "status" });
  const copy = button(say("file_copy"));
  copy.addEventListener("click", async () => {
    field.select();
    try {
      await navigator.clipboard.writeText(text);
      said.textContent = say("file_copied");
    } catch {
      // No clipboard here: it is marked, and the keys or the menu of the browser copy it.
      said.textContent = say("file_marked");
    }
  });
  return element(
    "details",
    { class: "other-way" },
    element("summary", {}, say("file_missing")),
    element("p", {}, say("file_text", { name: called })),
    field,
    element("div", { class: "row" }, copy, ...share(called, text), said),
  );
}

/** @param {string} called @param {string} text @returns {HTMLElement[]} */
function share(called, text) {
  const files = [new File([text], called, { type: TYPE })];
  if (!navigator.canShare?.({ files })) return [];
  const send = button(say("file_share"));
  // Whoever closes the sheet has changed his mind.
  send.addEventListener("click", () => navigator.share({ files }).catch(() => {}));
  return [send];
}
