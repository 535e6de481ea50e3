// @ts-check
/**
 * The answer to one question in review. It lasts as long as the question is on the screen: what was answered in
 * the chapter stays as it is. Settings and the flag are those of the record.
 */

/** @typedef {import("../../types.js").Item} Item */

/**
 * @param {import("../own-page.js").Store} store
 * @param {Item} item
 * @param {(answer: { score: number | null, certainty: import("../../types.js").Certainty }) => void} checked
 * @returns {import("../../types.js").Answers}
 */
export function answersToOne(store, item, checked) {
  /** @type {import("../../types.js").Given} */
  let given = { chosen: [], checked: false, certainty: 0, hints: 0, flagged: false, lost: null };
  /** @type {Set<import("../../types.js").Listener>} */
  const listeners = new Set();
  // Another order than last time: the place of an option is not what is to be remembered.
  const seed = (store.seed() + (store.review(item.id)?.reps ?? 0)) % 2 ** 32;

  /** @param {Partial<import("../../types.js").Given>} changes */
  function change(changes) {
    given = { ...given, ...changes };
    listeners.forEach((listener) => listener([item]));
  }

  return {
    seed: () => seed,
    get() {
      const { flagged } = store.get(item);
      if (given.flagged !== flagged) given = { ...given, flagged };
      return given;
    },
    put(_, chosen, isChecked, { certainty, score = null } = {}) {
      const reopened = given.checked && !isChecked ? { certainty: /** @type {const} */ (0), hints: 0 } : {};
      given = { ...given, ...reopened, ...(certainty === undefined ? {} : { certainty }) };
      given = { ...given, chosen: [...chosen], checked: isChecked };
      if (isChecked) checked({ score, certainty: given.certainty });
      change({});
    },
    note(_, { flagged, ...own }) {
      if (flagged !== undefined) store.note(item, { flagged });
      change(own);
    },
    clear: () => change({ chosen: [], checked: false, certainty: 0, hints: 0 }),
    remark: () => store.remark(item),
    setRemark: (_, text) => store.setRemark(item, text),
    settings: () => store.settings(),
    set: (some) => store.set(some),
    exam: () => null,
    setExam() {},
    notices: () => store.notices(),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
