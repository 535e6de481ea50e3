/** Questions to test with. */

/** @param {object} [changes] @returns {any} */
export const sky = (changes = {}) => ({
  id: "example-sky",
  digest: "d1",
  kind: "single-best-answer",
  i: 1,
  n: 2,
  pick: 1,
  shuffle: true,
  options: options({ blue: true, green: false, red: false }),
  ...changes,
});

/** @param {object} [changes] @returns {any} */
export const flag = (changes = {}) => ({
  id: "example-flag",
  digest: "d2",
  kind: "multiple-response",
  i: 2,
  n: 2,
  pick: 3,
  shuffle: false,
  options: options({ blue: true, white: true, red: true, green: false, black: false }),
  ...changes,
});

/** @param {Record<string, boolean>} keys */
const options = (keys) =>
  Object.entries(keys).map(([id, correct]) => ({ id, correct, text: id, rationale: `why ${id}` }));
