/**
 * Whatever a file holds, what reads it in a browser takes it or says why not; and what a browser writes, both take.
 * The suite tries a few hundred files of each sort; `RUNS=10000 node --test tests/quizzes/readers-properties.test.js`
 * tries as many as that.
 */

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";

import { cohort } from "../../quizzes/frontend/cohorts/cohort.js";
import { read as takenByClass } from "../../quizzes/frontend/cohorts/handed-in.js";
import { textOf } from "../../quizzes/frontend/record/encoding.js";
import { nothing } from "../../quizzes/frontend/record/record.js";
import { read, written } from "../../quizzes/frontend/record/transfer.js";

const NOW = Date.UTC(2026, 10, 21, 12);
const numRuns = Number(process.env.RUNS ?? 300);
const bytes = (/** @type {string} */ text) => new TextEncoder().encode(text);

const id = fc.stringMatching(/^[a-z][a-z0-9]{0,8}(-[a-z0-9]{1,8}){0,3}$/);
const digest = fc.stringMatching(/^[0-9a-f]{12}$/);
const time = fc.integer({ min: 0, max: NOW });
/** Text as a reader may type it, cut anywhere: half a letter may stand at its end. */
const typed = fc.oneof(
  fc.string({ unit: "binary", maxLength: 20 }),
  fc.constantFrom("\\u001f", "\u001f", "🙂", "\ud83d"),
);
const answer = fc.record({
  digest,
  chosen: fc.array(typed, { maxLength: 5 }),
  checked: fc.boolean(),
  at: time,
  certainty: fc.constantFrom(0, 1, 2, 3),
  hints: fc.nat(5),
  ms: fc.nat(),
  flagged: fc.boolean(),
  score: fc.oneof(fc.constant(null), fc.double({ min: 0, max: 1, noNaN: true }).map(Math.abs)),
});
const record = fc
  .record({
    answers: fc.array(fc.tuple(id, answer), { maxLength: 6 }),
    remarks: fc.array(fc.tuple(id, fc.record({ text: typed, at: time })), { maxLength: 2 }),
    pseudonym: fc.option(fc.string({ unit: "binary", minLength: 1, maxLength: 40 }), { nil: undefined }),
  })
  .map(({ answers, remarks, pseudonym }) => ({
    ...nothing(),
    answers: new Map(answers),
    remarks: new Map(remarks),
    settings: { certainty: true, daily: 20, ...(pseudonym === undefined ? {} : { pseudonym }) },
  }));
/** Half a letter cannot be written; a sign stands in its place. */
const whole = (/** @type {string} */ text) => text.replace(/\p{Cs}/gu, "\ufffd");

test("what a browser writes comes back with every value, in the import and in the class", () => {
  fc.assert(
    fc.property(record, (kept) => {
      const text = written(kept, NOW);
      /** @param {(pick: string) => string} shown */
      const answersWith = (shown) =>
        [...kept.answers].map(([item, one]) => [item, { ...one, chosen: one.chosen.map(shown) }]);
      const imported = read(text, NOW);
      assert.ok("kept" in imported, JSON.stringify(imported));
      assert.deepEqual([...imported.kept.answers], answersWith(whole));
      const taken = takenByClass(bytes(text), NOW);
      assert.ok("answers" in taken, JSON.stringify(taken));
      assert.deepEqual(
        taken.answers,
        answersWith((pick) => whole(pick).split("\u001f").join(" ")),
      );
    }),
    { numRuns },
  );
});

/** A file of a record with anything at all in one of its places, or with a piece cut out of its text. */
const spoiled = fc
  .tuple(record, fc.array(fc.nat(), { minLength: 1, maxLength: 5 }), fc.jsonValue(), fc.nat(), fc.nat(3))
  .map(([kept, way, value, cut, how]) => {
    const text = written(kept, NOW);
    if (how === 0) return bytes(text.slice(0, cut % text.length));
    if (how === 1) return bytes(text).filter((_, at) => at !== cut % text.length);
    const data = JSON.parse(text);
    let inside = data;
    for (const [depth, at] of way.entries()) {
      const names = Object.keys(inside);
      if (names.length === 0) break;
      const name = names[at % names.length];
      if (depth === way.length - 1 || typeof inside[name] !== "object" || inside[name] === null) {
        inside[name] = value;
        break;
      }
      inside = inside[name];
    }
    return bytes(JSON.stringify(data));
  });

for (const [what, file] of Object.entries({
  "any bytes": fc.uint8Array({ maxLength: 80 }),
  "any JSON": fc.json().map(bytes),
  "a file spoiled in one place": spoiled,
}))
  test(`${what}: read, or refused in words, by the import and by the class`, () => {
    fc.assert(
      fc.property(file, (data) => {
        const text = textOf(data);
        const imported = text === null ? null : read(text, NOW);
        if (imported && "fault" in imported) assert.match(imported.fault.key, /^import_/);
        const taken = takenByClass(data, NOW);
        if ("reason" in taken) assert.ok(taken.reason.length > 5 && taken.reason.length < 300, taken.reason);
        const found = cohort([{ file: "one.json", ...taken }], [], NOW, {});
        assert.equal(found.students.length + found.refused.length, 1);
      }),
      { numRuns },
    );
  });
