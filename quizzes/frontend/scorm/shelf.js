// @ts-check
/**
 * A storage that the pages of a package are lent in an LMS, whose own is shared by all who use that machine. It lasts
 * as long as the window; what has to last longer is the LMS's.
 */

/**
 * @param {(name: string, value: string) => void} written hears of each change
 * @returns {import("../record/in-storage.js").Area & Pick<Storage, "key" | "length">}
 */
export function shelf(written) {
  /** @type {Map<string, string>} */
  const kept = new Map();
  return {
    getItem: (name) => kept.get(name) ?? null,
    setItem(name, value) {
      kept.set(name, String(value));
      written(name, String(value));
    },
    removeItem: (name) => void kept.delete(name),
    key: (at) => [...kept.keys()][at] ?? null,
    get length() {
      return kept.size;
    },
  };
}
