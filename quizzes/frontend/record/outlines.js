// @ts-check
/**
 * What a page knows of the chapters: of each its name, and the outline of those in which the reader has answered. So it
 * loads no more of a long book than of a short one. How an outline is loaded is handed to it.
 */

/** @typedef {import("./standing.js").Chapter} Chapter */
/** What is kept, of which only the ids matter here. @typedef {Record<"answers" | "reviews", ReadonlyMap<string, unknown>>} Answered */
/**
 * A chapter by name: `kept` is what it was called when its first questions were written, `count` how many it has now.
 * @typedef {{ name: string, kept?: string, title: string, count?: number, test?: boolean }} Named
 * @typedef {{ version: string, chapters: Named[] }} Listed `version` is of all outlines
 * @typedef {{ sections: Record<string, string>, script?: string, objectives?: string[], items?: Chapter["items"] }} Outline
 *   the titles of its sections, by address; where its questions are, and what is known of them
 */

/** What an id of a question may begin with: everything before one of its hyphens. @param {string} id */
const beginnings = (id) => [...id.matchAll(/-/g)].map(({ index }) => id.slice(0, index));

/**
 * @param {Listed} listed
 * @param {(name: string, version: string) => Promise<Outline | undefined>} load
 */
export function outlinesOf({ version, chapters }, load) {
  /** @type {Map<string, Outline>} */
  const there = new Map();
  /** @type {Map<string, Promise<unknown>>} */
  const asked = new Map();

  /** @param {string} name */
  async function take(name) {
    const outline = await load(name, version);
    if (outline) there.set(name, outline);
  }

  /** Have the outline of a chapter come, once. @param {string} name */
  function fetch(name) {
    const coming = asked.get(name) ?? take(name);
    asked.set(name, coming);
    return coming;
  }

  /** Those in which the reader has answered, and of which the outline is not there. @param {Answered} kept */
  function lacking({ answers, reviews }) {
    const begun = new Set([...answers.keys(), ...reviews.keys()].flatMap(beginnings));
    return chapters.filter(
      ({ name, kept = name, count }) => count && !there.has(name) && (begun.has(name) || begun.has(kept)),
    );
  }

  return {
    fetch,
    lacking,
    /** @param {string} name */
    sections: (name) => there.get(name)?.sections ?? {},
    /** @param {string} name @returns {Named | undefined} */
    named: (name) => chapters.find((chapter) => chapter.name === name),
    /** Have those come that are lacking; null where all are there, or did not come. @param {Answered} kept */
    coming(kept) {
      const missing = lacking(kept).filter(({ name }) => !asked.has(name));
      return missing.length > 0 ? Promise.all(missing.map(({ name }) => fetch(name))) : null;
    },
    /** Ask again for what did not come. */
    again: () => asked.clear(),
    /** Those with questions, in the order of the book, as far as they are known. @returns {Chapter[]} */
    chapters: () =>
      chapters.flatMap(({ name, title, count = 0, test }) => {
        const { objectives = [], items, script } = there.get(name) ?? {};
        return count > 0 ? [{ name, title, href: `${name}.html`, test, count, objectives, items, script }] : [];
      }),
  };
}
