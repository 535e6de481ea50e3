// @ts-check
/** The controls that write the record into a file, take one in, and erase it; and whose record it is. */

import { PSEUDONYM } from "../../record/record.js";
import { say } from "../../strings.js";
import { confirmed } from "../../web/confirm.js";
import { button, element } from "../../web/dom.js";
import { isLent } from "../../web/frame.js";
import { askToKeep } from "../keeping.js";
import { eraseAll } from "./erase.js";
import { exportLine, whoseLine } from "./lines.js";
import { saveFile } from "./save.js";
import { takeIn } from "./take-in.js";

/** @typedef {import("../../types.js").Notice} Notice */

/**
 * @param {import("../own-page.js").Store} store
 * @param {(text: string) => void} announce
 */
export function transferPanel(store, announce) {
  const name = element("input", { type: "text", maxlength: String(PSEUDONYM), autocomplete: "off", dir: "auto" });
  const save = button(say("file_export"));
  const first = button(say("file_export_first"));
  const file = element("input", { type: "file", accept: ".json,application/json" });
  const came = element("p", { class: "transfer-said" });
  const [whose, due, second] = [element("p", { class: "whose" }), element("p", { class: "due" }), element("div")];
  /** The pseudonym under which the record was found: who comes with another one may be another person. */
  let bearing = store.settings().pseudonym;

  /** Say what came of it, on the page and aloud. @param {readonly Notice[]} notices */
  const tell = (...notices) => {
    came.textContent = notices.map(({ key, values }) => say(key, values)).join(" ");
    announce(came.textContent);
  };
  const named = () => name.value.trim() || undefined;
  name.addEventListener("change", () => store.set({ pseudonym: name.value.trim() }));

  function exportAll() {
    bearing = named();
    store.set({ pseudonym: name.value.trim() });
    const { called, otherWay } = saveFile(store, Date.now());
    second.replaceChildren(otherWay);
    tell({ key: "file_exported", values: { name: called } });
    store.set({ saved: Date.now() });
  }
  const other = confirmed(
    {
      ask: say("file_export"),
      question: () =>
        say("file_export_ask", { name: bearing ?? "", now: named() ? `“${named()}”` : say("file_nobody") }),
      yes: say("file_export_yes"),
      no: say("file_export_no"),
    },
    () => {
      exportAll();
      refresh();
      save.focus();
    },
  );
  for (const one of [save, first]) one.addEventListener("click", exportAll);
  name.addEventListener("input", refresh);

  file.addEventListener("change", async () => {
    const [chosen] = file.files ?? [];
    if (chosen === undefined) return;
    second.replaceChildren();
    const notices = await takeIn(store, chosen);
    tell(...notices);
    bearing = store.settings().pseudonym;
    // Who brings a record along means to go on with it here.
    if (notices[0].key === "file_imported") askToKeep(store);
    // The same file may be chosen again, once it is mended.
    file.value = "";
  });
  const erase = confirmed(
    {
      ask: say("file_erase"),
      question: () => say("file_erase_ask"),
      yes: say("file_erase_yes"),
      no: say("file_erase_no"),
      first,
      loss: true,
    },
    () => {
      eraseAll(store);
      bearing = undefined;
      second.replaceChildren();
      erase.focus();
      tell({ key: "file_erased" });
    },
  );

  function refresh() {
    if (document.activeElement !== name) name.value = store.settings().pseudonym ?? "";
    const now = Date.now();
    const [kept, asks] = [store.all(), bearing !== undefined && named() !== bearing];
    // Not the one that is just typed: a line that comes as the button is pressed would move the button away.
    whose.textContent = whoseLine(kept, bearing, now);
    due.textContent = exportLine(kept, now);
    save.hidden = asks;
    other.element.hidden = !asks;
  }

  return {
    element: element(
      "section",
      { class: "transfer", "aria-labelledby": "transfer" },
      element("h2", { id: "transfer" }, say("file_heading")),
      element("p", {}, say(isLent() ? "file_lent" : "file_private")),
      whose,
      due,
      element(
        "div",
        { class: "row" },
        element("label", {}, element("span", {}, say("file_pseudonym")), name),
        save,
        other.element,
      ),
      element("div", { class: "row" }, element("label", {}, element("span", {}, say("file_import")), file)),
      came,
      second,
      erase.element,
    ),
    refresh,
  };
}
