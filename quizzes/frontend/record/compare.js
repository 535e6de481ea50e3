// @ts-check
/** The pre-test beside the final test, on the objectives that both ask. Pure. */

/**
 * A test: of each question its id and its digest.
 * @typedef {{ title: string, href: string, items: [string, string][] }} Test
 *
 * An objective that both ask, with the question of each.
 * @typedef {{ text: string, title: string, href: string, items: [string, string] }} Shared
 *
 * @typedef {"right" | "partly" | "wrong"} Result
 * @typedef {{ test: Test, answered: number, total: number }} Missing
 */

/**
 * What is still open, or how often each test was right. `mixed` says that a question of the first test was given its
 * answer after the second had begun, so that before is not before.
 * @param {{ tests: [Test, Test], rows: readonly Shared[] }} data
 * @param {ReadonlyMap<string, import("./record.js").Answer>} answers
 */
export function compare({ tests, rows }, answers) {
  const digests = new Map(tests.flatMap(({ items }) => items));
  const given = (/** @type {string} */ id) => {
    const answer = answers.get(id);
    return answer?.checked && answer.digest === digests.get(id) ? answer : undefined;
  };
  /** @type {(id: string) => Result} */
  const result = (id) => {
    const score = given(id)?.score ?? 0;
    return score === 1 ? "right" : score > 0 ? "partly" : "wrong";
  };
  /** @type {Missing[]} */
  const missing = tests.flatMap((test) => {
    const answered = test.items.filter(([id]) => given(id)).length;
    return answered < test.items.length ? [{ test, answered, total: test.items.length }] : [];
  });
  const [before, after] = tests.map(({ items }) => items.map(([id]) => given(id)?.at ?? 0));
  const shown = rows.map((row) => ({ row, before: result(row.items[0]), after: result(row.items[1]) }));
  const right = (/** @type {"before" | "after"} */ when) => shown.filter((row) => row[when] === "right").length;
  return {
    missing,
    rows: shown,
    before: right("before"),
    after: right("after"),
    mixed: Math.max(...before) > Math.min(...after),
  };
}
