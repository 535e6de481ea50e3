// @ts-check
/** The files that were chosen or dropped, with those in the folders among them, each under its path. */

import { say } from "../strings.js";

/** A file, or why a file or a folder cannot be opened. @typedef {{ name: string, file: File } | { name: string, reason: string }} Chosen */

/** @param {FileList | null} list of an input; of a folder, the path begins with its name @returns {Chosen[]} */
export function inputFiles(list) {
  return [...(list ?? [])].map((file) => ({
    name: file.webkitRelativePath.replace(/^[^/]*\//, "") || file.name,
    file,
  }));
}

/** What was dropped; must be called while the event lasts. @param {DataTransfer} dropped @returns {Promise<Chosen[]>} */
export async function droppedFiles(dropped) {
  const entries = [...dropped.items].flatMap((item) => item.webkitGetAsEntry?.() ?? []);
  if (entries.length === 0) return inputFiles(dropped.files);
  const alone = entries.length === 1 && entries[0].isDirectory;
  const found = (await Promise.all(entries.map(within))).flat();
  // As in Python, a folder's own name is no part of a file's.
  return alone ? found.map((one) => ({ ...one, name: one.name.slice(entries[0].name.length + 1) || one.name })) : found;
}

/** What is in an entry; what cannot be opened is told, and stops nothing else. @param {FileSystemEntry} entry @returns {Promise<Chosen[]>} */
async function within(entry) {
  const name = entry.fullPath.slice(1);
  /** @param {"class_is_unopened" | "class_is_closed"} key @returns {(why: DOMException) => Chosen} */
  const told = (key) => (why) => ({ name, reason: say(key, { why: why.message }) });
  if (isFile(entry))
    return [
      await new Promise((/** @type {(one: Chosen) => void} */ resolve) =>
        entry.file(
          (file) => resolve({ name, file }),
          (why) => resolve(told("class_is_unopened")(why)),
        ),
      ),
    ];
  const reader = /** @type {FileSystemDirectoryEntry} */ (entry).createReader();
  /** @type {Chosen[]} */
  const found = [];
  for (;;) {
    // A reader hands out a hundred at a time, and none when there are no more.
    /** @type {FileSystemEntry[] | Chosen} */
    const some = await new Promise((resolve) =>
      reader.readEntries(resolve, (why) => resolve(told("class_is_closed")(why))),
    );
    if (!Array.isArray(some)) return [...found, some];
    if (some.length === 0) return found;
    for (const one of some) found.push(...(await within(one)));
  }
}

/** @param {FileSystemEntry} entry @returns {entry is FileSystemFileEntry} */
const isFile = (entry) => entry.isFile;
