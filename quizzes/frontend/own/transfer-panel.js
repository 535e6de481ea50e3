// @ts-check
/** The controls that write the record into a file, take one in, and erase it. */

import { textOf } from "../record/encoding.js";
import { PATH_KEY, PSEUDONYM } from "../record/record.js";
import { keptSteps, stepsOf } from "../record/steps.js";
import { fileName, joined, LARGEST, read, sameRecord, written } from "../record/transfer.js";
import { say } from "../strings.js";
import { confirmed } from "../web/confirm.js";
import { button, element } from "../web/dom.js";

/** @typedef {import("../types.js").Notice} Notice */

/**
 * @param {import("./own-page.js").Store} store
 * @param {(text: string) => void} announce
 */
export function transferPanel(store, announce) {
  const name = element("input", { type: "text", maxlength: String(PSEUDONYM), autocomplete: "off" });
  const save = button(say("memory_export"));
  const file = element("input", { type: "file", accept: ".json,application/json" });
  const came = element("p", { class: "transfer-said" });
  /** Say what came of it, on the page and aloud. @param {Notice} notice */
  const tell = ({ key, values }) => {
    came.textContent = say(key, values);
    announce(came.textContent);
  };

  name.addEventListener("change", () => store.set({ pseudonym: name.value.trim() }));
  const first = button(say("memory_export_first"));
  function exportAll() {
    store.set({ pseudonym: name.value.trim() });
    const [kept, now] = [store.all(), Date.now()];
    const href = URL.createObjectURL(new Blob([written(kept, now, steps().done)], { type: "application/json" }));
    const link = element("a", { href, download: fileName(kept, now) });
    link.click();
    setTimeout(() => URL.revokeObjectURL(href), 60_000);
    tell({ key: "memory_exported", values: { name: link.download } });
  }
  for (const one of [save, first]) one.addEventListener("click", exportAll);
  file.addEventListener("change", async () => {
    const [chosen] = file.files ?? [];
    if (chosen === undefined) return;
    tell(await takeIn(store, chosen));
    // The same file may be chosen again, once it is mended.
    file.value = "";
  });
  const erase = confirmed(
    {
      ask: say("memory_erase"),
      question: () => say("memory_erase_ask"),
      yes: say("memory_erase_yes"),
      no: say("memory_erase_no"),
      first,
      loss: true,
    },
    () => {
      store.erase();
      erase.focus();
      tell({ key: "memory_erased" });
    },
  );

  const made = element(
    "section",
    { class: "transfer", "aria-labelledby": "transfer" },
    element("h2", { id: "transfer" }, say("memory_file")),
    element("p", {}, say("memory_private")),
    element("div", { class: "row" }, element("label", {}, element("span", {}, say("memory_pseudonym")), name), save),
    element("div", { class: "row" }, element("label", {}, element("span", {}, say("memory_import")), file)),
    came,
    erase.element,
  );
  return {
    element: made,
    refresh() {
      if (document.activeElement !== name) name.value = store.settings().pseudonym ?? "";
    },
  };
}

/** What is kept of paths; nothing where the storage is refused. */
function steps() {
  try {
    return stepsOf(localStorage.getItem(PATH_KEY));
  } catch {
    return stepsOf(null);
  }
}

/** Tick what is ticked in a file too, and return whether any of it was not. @param {readonly string[]} done */
function tick(done) {
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

/**
 * @param {import("./own-page.js").Store} store
 * @param {File} file
 * @returns {Promise<Notice>} what came of it
 */
async function takeIn(store, file) {
  if (file.size > LARGEST) return { key: "import_too_large", values: { what: Math.round(file.size / 1e6) } };
  let text;
  try {
    text = textOf(new Uint8Array(await file.arrayBuffer()));
  } catch {
    return { key: "import_unopened" };
  }
  if (text === null) return { key: "import_encoding" };
  const now = Date.now();
  const found = read(text, now);
  if ("fault" in found) return found.fault;
  let counts = { taken: 0, newer: 0 };
  let nothing = false;
  // Joined with what is there when it is written, which another tab may have changed meanwhile.
  store.takeIn((here) => {
    const { kept, ...values } = joined(here, found.kept, now, found.ahead);
    counts = values;
    nothing = sameRecord(here, kept);
    return kept;
  });
  const ticked = tick(found.steps ?? []);
  return nothing && !ticked ? { key: "memory_nothing_new" } : { key: "memory_imported", values: counts };
}
