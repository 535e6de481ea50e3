// @ts-check
/** The files that were chosen or dropped, with those in the folders among them, each under its path. */

/** @typedef {{ name: string, file: File }} Chosen */

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
  return alone ? found.map(({ name, file }) => ({ name: name.slice(entries[0].name.length + 1), file })) : found;
}

/** @param {FileSystemEntry} entry @returns {Promise<Chosen[]>} */
async function within(entry) {
  if (isFile(entry)) {
    const file = await new Promise((/** @type {(file: File) => void} */ resolve, reject) =>
      entry.file(resolve, reject),
    );
    return [{ name: entry.fullPath.slice(1), file }];
  }
  const reader = /** @type {FileSystemDirectoryEntry} */ (entry).createReader();
  const found = [];
  for (;;) {
    // A reader hands out a hundred at a time, and none when there are no more.
    /** @type {FileSystemEntry[]} */
    const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return found;
    for (const one of some) found.push(...(await within(one)));
  }
}

/** @param {FileSystemEntry} entry @returns {entry is FileSystemFileEntry} */
const isFile = (entry) => entry.isFile;
