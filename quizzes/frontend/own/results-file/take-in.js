// @ts-check
/** A file is joined with the record, and what that changed is said. */

import { textOf } from "../../record/encoding.js";
import { joined, LARGEST, read, sameRecord } from "../../record/transfer.js";
import { tick } from "./path-ticks.js";

/** @typedef {import("../../types.js").Notice} Notice */

/**
 * @param {import("../own-page.js").Store} store
 * @param {File} file
 * @returns {Promise<Notice[]>} what came of it
 */
export async function takeIn(store, file) {
  if (file.size > LARGEST) return [{ key: "import_too_large", values: { what: Math.round(file.size / 1e6) } }];
  let text;
  try {
    text = textOf(new Uint8Array(await file.arrayBuffer()));
  } catch {
    return [{ key: "import_unopened" }];
  }
  if (text === null) return [{ key: "import_encoding" }];
  const now = Date.now();
  const found = read(text, now);
  if ("fault" in found) return [found.fault];
  const before = store.settings();
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
  const ahead = found.ahead?.size ?? 0;
  return [
    nothing && !ticked ? { key: "file_nothing_new" } : { key: "file_imported", values: counts },
    ...(counts.newer > 0 ? [{ key: /** @type {const} */ ("file_newer_kept"), values: counts }] : []),
    ...aboutSettings(before, store.settings(), found.kept.settings),
    ...(ahead > 0 ? [{ key: /** @type {const} */ ("file_ahead"), values: { count: ahead } }] : []),
  ];
}

/**
 * Whose name and settings are there now, where they are not those of before or not those of the file.
 * @param {import("../../types.js").Settings} before
 * @param {import("../../types.js").Settings} after
 * @param {import("../../types.js").Settings} file
 * @returns {Notice[]}
 */
function aboutSettings(before, after, file) {
  /** @type {Notice[]} */
  const notices = [];
  const name = after.pseudonym ?? "";
  if (before.pseudonym !== after.pseudonym) notices.push({ key: "file_name_taken", values: { name } });
  else if (file.pseudonym !== undefined && file.pseudonym !== name)
    notices.push({ key: "file_name_kept", values: { name, other: file.pseudonym } });
  if (before.certainty !== after.certainty || before.daily !== after.daily)
    notices.push({ key: "file_settings_taken" });
  else if (file.certainty !== after.certainty || file.daily !== after.daily)
    notices.push({ key: "file_settings_kept" });
  return notices;
}
