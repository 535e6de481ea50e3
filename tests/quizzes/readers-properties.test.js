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
import { lastRead, placeIn, wayOn } from "../../quizzes/frontend/home/opening.js";
import { textOf } from "../../quizzes/frontend/record/encoding.js";
import { decode, encode, KEY, nothing, OLD_KEY, readReview } from "../../quizzes/frontend/record/record.js";
import { nextReview } from "../../quizzes/frontend/record/schedule.js";
import { standing } from "../../quizzes/frontend/record/standing.js";
import { stepsOf } from "../../quizzes/frontend/record/steps.js";
import { read, written } from "../../quizzes/frontend/record/transfer.js";
import { area, FIRST, given, open } from "./storage.js";

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

/** Anything at all, and numbers at the edge of what is one. */
const EDGES = [0, -0, -1, 2 ** 52, -(2 ** 52), Number.MAX_SAFE_INTEGER, 2 ** 53, Number.MIN_VALUE, Number.MAX_VALUE];
const anything = fc.oneof(fc.jsonValue(), fc.constantFrom(...EDGES, "__proto__", "constructor"));
/**
 * A text of JSON with anything at all in one of its places, or with a piece cut out of it.
 * @param {fc.Arbitrary<string>} sound
 */
const spoiledText = (sound) =>
  fc
    .tuple(sound, fc.array(fc.nat(), { minLength: 1, maxLength: 5 }), anything, fc.nat(), fc.nat(3))
    .map(([text, way, value, cut, how]) => {
      if (how === 0) return text.slice(0, cut % text.length);
      if (how === 1) return text.slice(0, cut % text.length) + text.slice((cut % text.length) + 1);
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
      return JSON.stringify(data);
    });
const spoiled = spoiledText(record.map((kept) => written(kept, NOW))).map(bytes);

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

/** What a page keeps, as this course writes it. */
const keptText = record.map(({ answers, ...kept }) => {
  const reviews = new Map([...answers].map(([id, { digest }]) => [id, { ...FIRST, digest }]));
  const exam = { started: NOW, limit: 60_000, order: [...answers.keys()], only: null, submitted: null };
  return encode(5, { ...kept, answers, reviews, exams: new Map([["sky", exam]]) });
});
const stored = fc.oneof(fc.constant(null), fc.string({ unit: "binary" }), fc.json(), keptText, spoiledText(keptText));
const ITEM = /** @type {import("../../quizzes/frontend/types.js").Item} */ ({ id: "sky", digest: "0123456789ab" });

test("whatever the storage holds, a page opens, says how far one is, and keeps the next answer", () => {
  fc.assert(
    fc.property(stored, fc.oneof(fc.constant(null), stored), (now, old) => {
      const held = Object.entries({ [KEY]: now, [OLD_KEY]: old }).flatMap(([key, text]) =>
        text === null ? [] : [/** @type {[string, string]} */ ([key, text])],
      );
      const storage = area(Object.fromEntries(held));
      const store = open(storage, () => NOW);
      const chapter = { name: "a", title: "A", href: "a.html", count: 1, objectives: ["b"] };
      const items = /** @type {[string, string, number, string][]} */ ([[ITEM.id, ITEM.digest, 0, "What is blue?"]]);
      standing([{ ...chapter, items }], store.all(), NOW);
      store.put(ITEM, ["blue"], true, { score: 1 });
      assert.deepEqual(store.get(ITEM), given(["blue"], true));
      // What is not read is not written over: a newer edition's, or a damaged one that may be all that a reader has.
      const isNewer = held.some(([key, text]) => decode(text, key === KEY ? 2 : 1).state === "newer");
      for (const [key, text] of held) {
        const { state } = decode(text, key === KEY ? 2 : 1);
        if (state !== "record") assert.ok([...storage.kept.values()].includes(text), state);
      }
      const there = decode(storage.kept.get(KEY) ?? null);
      if (!isNewer) assert.ok(there.state === "record" && there.kept.answers.get("sky")?.chosen[0] === "blue");
    }),
    { numRuns },
  );
});

const SECTIONS = { sky: { blue: "Blue" } };
const PATHS = [{ id: "p", name: "5 minutes", steps: [{ what: "Read", href: "sky.html#blue", key: "sky#blue" }] }];
const WORDS = { one: "1", many: "{count}", due: "Review {questions}", due_what: "a", path: "{name}", place: "{title}" };
const OPENING = {
  words: { ...WORDS, next_path: "{name}", also_due: "a", progress: "b" },
  paths: PATHS,
  test: [],
  outlines: { version: "", chapters: [] },
};
const TICKS = JSON.stringify({ on: "p", step: 0, done: ["sky#blue"] });
const PLACE = JSON.stringify({ sky: { id: "blue", into: 0.5, section: "blue", at: NOW } });

test("whatever the storage holds of paths and places, the first page leads somewhere that there is", () => {
  const all = ["sky.html#blue", "sky.html?continue", "review.html", "progress.html"];
  fc.assert(
    fc.property(
      fc.oneof(stored, spoiledText(fc.constant(TICKS))),
      fc.oneof(stored, spoiledText(fc.constant(PLACE))),
      (ticks, place) => {
        const left = lastRead(place).find(({ name }) => Object.hasOwn(SECTIONS, name));
        const at = left ? placeIn(left, "The sky", SECTIONS.sky) : null;
        const ways = wayOn(OPENING, { steps: stepsOf(ticks), place: at, due: 1, tested: true });
        for (const way of [ways.on, ways.also]) assert.ok(way === null || all.includes(way.href), JSON.stringify(way));
      },
    ),
    { numRuns },
  );
});

test("whatever review is kept, the next one is one that can be kept", () => {
  const card = spoiledText(fc.constant(JSON.stringify(FIRST)));
  const rating = /** @type {fc.Arbitrary<1 | 2 | 3 | 4>} */ (fc.constantFrom(1, 2, 3, 4));
  fc.assert(
    fc.property(card, card, rating, (one, other, rating) => {
      /** @param {string} text */
      const cardOf = (text) => {
        try {
          return JSON.parse(text);
        } catch {
          return {};
        }
      };
      const kept = readReview({ ...cardOf(one), ...cardOf(other) });
      fc.pre(kept !== null);
      const next = nextReview(/** @type {NonNullable<typeof kept>} */ (kept), rating, NOW);
      assert.ok(readReview(next) !== null, JSON.stringify(next));
    }),
    { numRuns },
  );
});
