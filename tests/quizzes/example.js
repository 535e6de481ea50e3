/** Questions to test with. */

/** @typedef {import("../../quizzes/kinds/options.js").ChoiceItem} ChoiceItem */

/** What every question has beside its name, its form and its kind. */
export const COMMON = {
  i: 1,
  n: 2,
  objective: { number: 1, text: "one" },
  bloom: /** @type {const} */ ("remember"),
  vignette: false,
  stem: "",
  lead_in: "?",
  learning_point: "",
  evidence: [],
  back: null,
};

/** @param {Partial<ChoiceItem>} [changes] @returns {ChoiceItem} */
export const sky = (changes = {}) => ({
  ...COMMON,
  id: "example-sky",
  digest: "d1",
  kind: "single-best-answer",
  pick: 1,
  shuffle: true,
  options: options({ blue: true, green: false, red: false }),
  ...changes,
});

/** @param {Partial<ChoiceItem>} [changes] @returns {ChoiceItem} */
export const flag = (changes = {}) => ({
  ...COMMON,
  id: "example-flag",
  digest: "d2",
  kind: "multiple-response",
  i: 2,
  pick: 3,
  shuffle: false,
  options: options({ blue: true, white: true, red: true, green: false, black: false }),
  ...changes,
});

/** @param {Record<string, boolean>} keys */
const options = (keys) =>
  Object.entries(keys).map(([id, correct]) => ({ id, correct, text: id, rationale: `why ${id}` }));
