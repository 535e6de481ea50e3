import assert from "node:assert/strict";
import { test } from "node:test";

import identity from "../../../../quizzes/book.json" with { type: "json" };
import { firstReview } from "../../../../quizzes/frontend/record/due.js";
import { fileName, joined, LARGEST, read, sameRecord, written } from "../../../../quizzes/frontend/record/transfer.js";

const BOOK = identity.book;
const NOW = Date.UTC(2026, 10, 21, 12);
const DIGEST = "0123456789ab";

/** @typedef {import("../../../../quizzes/frontend/record/record.js").Answer} Answer */
/** @typedef {import("../../../../quizzes/frontend/record/record.js").Kept} Kept */

/** @param {Partial<Answer>} [changes] @returns {Answer} */
const answer = (changes = {}) => ({
  digest: DIGEST,
  chosen: ["red"],
  checked: true,
  at: NOW - 5000,
  certainty: 3,
  hints: 1,
  ms: 4000,
  flagged: true,
  score: 0,
  ...changes,
});
/** @param {object} changes */
const spoiled = (changes) => ({ ...answer(), ...changes });
/** @param {Partial<Kept>} [changes] @returns {Kept} */
const kept = (changes = {}) => ({
  answers: new Map([["example-sky", answer()]]),
  reviews: new Map([["example-sky", firstReview(answer())]]),
  exams: new Map([["example", { started: 5, limit: null, order: ["example-sky"], only: null, submitted: 9 }]]),
  remarks: new Map([["example-sky", { text: "Ask the pathologist", at: NOW - 9000 }]]),
  settings: { certainty: true, daily: 7, pseudonym: "Kim" },
  ...changes,
});
/** The file of a record, changed. */
const file = (changes = {}) => JSON.stringify({ ...JSON.parse(written(kept(), NOW)), ...changes });
/** @param {string} text */
function fault(text) {
  const found = read(text, NOW);
  assert.ok("fault" in found);
  return found.fault;
}

test("a file of an edition that had no remarks is read", () => {
  const found = read(file({ remarks: undefined }), NOW);
  assert.ok("kept" in found);
  assert.equal(found.kept.remarks.size, 0);
});

for (const remarks of [null, [], 3, { "example-sky": "text" }, { "example-sky": { text: 5, at: 1 } }])
  test(`a file with ${JSON.stringify(remarks)} for remarks is refused, and says where`, () => {
    assert.deepEqual(fault(file({ remarks })), { key: "import_unreadable", values: { what: "remarks" } });
  });

test("of two remarks on a question the newer stays, and one taken back does not return", () => {
  const here = kept({ remarks: new Map([["example-sky", { text: "", at: NOW }]]) });
  assert.equal(joined(here, kept(), NOW).kept.remarks.get("example-sky")?.text, "");
  assert.equal(joined(kept(), here, NOW).kept.remarks.get("example-sky")?.text, "");
});

test("what is written is read again, all of it", () => {
  assert.deepEqual(read(written(kept(), NOW), NOW), { kept: kept() });
});

test("the file says what it is, and of the person only the name that was chosen", () => {
  const { answers, reviews, exams, remarks, ...rest } = JSON.parse(written(kept(), NOW));
  assert.deepEqual(rest, {
    format: `${BOOK}-results`,
    version: 1,
    book: BOOK,
    exported: "2026-11-21T12:00:00.000Z",
    pseudonym: "Kim",
    settings: { certainty: true, daily: 7 },
  });
  assert.deepEqual(answers, { "example-sky": answer() });
  assert.deepEqual(remarks, { "example-sky": { text: "Ask the pathologist", at: NOW - 9000 } });
  assert.deepEqual(Object.keys({ ...reviews, ...exams }), ["example-sky", "example"]);
});

test("who chose no name has none", () => {
  const nameless = kept({ settings: { certainty: false, daily: 20 } });
  assert.equal(JSON.parse(written(nameless, NOW)).pseudonym, null);
  assert.deepEqual(read(written(nameless, NOW), NOW), { kept: nameless });
});

test("the name of the file can be written on every system", () => {
  const noon = new Date(2026, 10, 21, 12).getTime();
  const name = (pseudonym) => fileName(kept({ settings: { certainty: true, daily: 7, pseudonym } }), noon);
  assert.equal(name("Zoë: ../B*2"), `${BOOK}-results-zoë-b-2-2026-11-21.json`);
  assert.equal(name("Zoe\u0308"), name("Zoë"));
  assert.ok(new TextEncoder().encode(name("名".repeat(80))).length <= 255);
});

test("names in any script stay apart, and so do people without a name", () => {
  const noon = new Date(2026, 10, 21, 12).getTime();
  const ending = (/** @type {string} */ name) => name.slice(`${BOOK}-results-`.length, -"-2026-11-21.json".length);
  const name = (/** @type {string | undefined} */ pseudonym, at = NOW) =>
    ending(
      fileName(
        kept({
          settings: { certainty: true, daily: 7, pseudonym },
          answers: new Map([["example-sky", answer({ at })]]),
        }),
        noon,
      ),
    );
  assert.deepEqual(
    ["李雷", "محمد", "Ольга", "کتاب\u200cها"].map((one) => name(one)),
    ["李雷", "محمد", "ольга", "کتاب\u200cها"],
  );
  const marks = [name(undefined, 1), name(undefined, 2), name("🙂", 1), name("👩‍⚕️", 1)];
  assert.equal(new Set(marks).size, 4);
  for (const mark of marks) assert.match(mark, /^[a-z0-9]{4}$/);
});

test("a file cut short anywhere is refused", () => {
  const whole = written(kept(), NOW).trimEnd();
  for (let length = 0; length < whole.length; length += 1) {
    assert.equal(fault(whole.slice(0, length)).key, "import_no_json");
  }
});

const REFUSED = {
  "some other JSON": ["[1]", "import_foreign"],
  "no object": ["null", "import_foreign"],
  "a file of another program": ['{"version": 1}', "import_foreign"],
  "another book": [file({ book: "other" }), "import_other_book"],
  "a newer version": [file({ version: 2, answers: 5 }), "import_newer"],
  "a book that cannot be made a string": [file({ book: { toString: 1, valueOf: 1 } }), "import_other_book"],
  "a time of export that cannot be made a string": [
    file({ exported: { toString: 1, valueOf: 1 } }),
    "import_unreadable",
  ],
  "a memory too weak for the scheduler": [
    file({ reviews: { "example-sky": { ...firstReview(answer()), stability: 1e-9 } } }),
    "import_unreadable",
  ],
  "a version that is no number": [file({ version: "1" }), "import_unreadable"],
  "no time of export": [file({ exported: "yesterday" }), "import_unreadable"],
  "a name that is no text": [file({ pseudonym: 5 }), "import_unreadable"],
  "a name of a thousand letters": [file({ pseudonym: "x".repeat(1000) }), "import_unreadable"],
  "settings that are none": [file({ settings: null }), "import_unreadable"],
  "a daily limit that is none": [file({ settings: { certainty: true, daily: "all" } }), "import_unreadable"],
  "no answers": [file({ answers: undefined }), "import_unreadable"],
  "answers in a list": [file({ answers: [answer()] }), "import_unreadable"],
  "one answer of a wrong type": [file({ answers: { "example-sky": spoiled({ at: "now" }) } }), "import_unreadable"],
  "a pick of a megabyte": [
    file({ answers: { "example-sky": spoiled({ chosen: ["x".repeat(1e6)] }) } }),
    "import_unreadable",
  ],
  "a review of a wrong type": [file({ reviews: { "example-sky": { due: 1 } } }), "import_unreadable"],
  "an exam of a wrong type": [file({ exams: { example: [] } }), "import_unreadable"],
  "a prototype among the answers": [
    file().replace('"answers":{', `"answers":{"__proto__":${JSON.stringify(answer())},`),
    "import_unreadable",
  ],
  "a prototype at the top": [file().replace("{", '{"__proto__":{"polluted":true},'), "import_unreadable"],
  "a prototype inside an answer": [file().replace('"chosen"', '"__proto__":{"a":1},"chosen"'), "import_unreadable"],
  "mark-up for every text": [
    file().replace(/"(example-sky|red|0123456789ab|Kim)"/g, '"<img src=x onerror=alert(1)>"'),
    "import_unreadable",
  ],
};
for (const [name, [text, key]] of Object.entries(REFUSED)) {
  test(`a file with ${name} is refused, with what is wrong`, () => {
    assert.equal(fault(text).key, key);
    assert.equal({}.polluted, undefined);
  });
}

test("the fault names the entry", () => {
  const foreign = file({ answers: { "example-sky": answer({ digest: "d1" }) } });
  assert.deepEqual(fault(foreign).values, { what: "answers: example-sky" });
});

const AHEAD = NOW + 400 * 86_400_000;
/** All of it was written while the clock of the device was more than a year ahead. */
const fromAfar = () =>
  kept({
    answers: new Map([["example-sky", answer({ at: AHEAD })]]),
    reviews: new Map([["example-sky", firstReview(answer({ at: AHEAD }))]]),
    exams: new Map([["example", { started: AHEAD, limit: null, order: [], only: null, submitted: AHEAD + 9 }]]),
    remarks: new Map([["example-sky", { text: "Late", at: AHEAD }]]),
  });

test("what was answered while the clock was ahead is exported as of now, so that a class and a device take it", () => {
  const { answers, reviews, exams, remarks } = JSON.parse(written(fromAfar(), NOW));
  assert.deepEqual(answers["example-sky"], answer({ at: NOW }));
  assert.deepEqual(reviews["example-sky"], firstReview(answer({ at: NOW })));
  assert.deepEqual([exams.example.started, exams.example.submitted, remarks["example-sky"].at], [NOW, NOW, NOW]);
});

test("a file from a clock that was ahead is taken in, with the times of now, and how many these are is told", () => {
  const found = read(written(fromAfar(), AHEAD), NOW);
  assert.ok("kept" in found);
  assert.equal(found.ahead?.size, 4);
  assert.equal(found.kept.answers.get("example-sky")?.at, NOW);
  assert.deepEqual(found.kept.reviews.get("example-sky"), firstReview(answer({ at: NOW })));
});

test("what was answered while a clock was ahead, here or there, is never newer than what was not", () => {
  const honest = kept({ answers: new Map([["example-sky", answer({ chosen: ["blue"] })]]) });
  const found = read(written(fromAfar(), AHEAD), NOW);
  assert.ok("kept" in found);
  const chosen = (/** @type {ReturnType<typeof joined>} */ { kept }) => kept.answers.get("example-sky")?.chosen;
  assert.deepEqual(chosen(joined(honest, found.kept, NOW, found.ahead)), ["blue"]);
  assert.deepEqual(chosen(joined(fromAfar(), honest, NOW)), ["blue"]);
});

test("a time that only another zone explains stays as it is", () => {
  const soon = kept({ answers: new Map([["example-sky", answer({ at: NOW + 14 * 3_600_000 })]]) });
  assert.deepEqual(read(written(soon, NOW), NOW), { kept: soon });
});

test("a name with mark-up in it is a name, since names are only ever written as text", () => {
  const named = kept({ settings: { certainty: true, daily: 7, pseudonym: "<b>" } });
  assert.deepEqual(read(written(named, NOW), NOW), { kept: named });
});

test("of each question the newer answer holds, here or in the file", () => {
  const old = answer({ at: 10, chosen: ["old"] });
  const now = answer({ at: 20, chosen: ["new"] });
  const here = kept({
    answers: new Map([
      ["a", now],
      ["b", old],
      ["c", old],
    ]),
  });
  const other = kept({
    answers: new Map([
      ["a", old],
      ["b", now],
      ["d", old],
    ]),
  });
  const { kept: both, taken, newer } = joined(here, other, NOW);
  const picks = Object.fromEntries([...both.answers].map(([id, { chosen }]) => [id, chosen[0]]));
  assert.deepEqual(picks, { a: "new", b: "new", c: "old", d: "old" });
  assert.deepEqual([taken, newer], [2, 1]);
});

test("taking in the same file twice changes nothing", () => {
  const once = joined(kept(), kept(), NOW);
  assert.deepEqual(once.kept, kept());
  assert.deepEqual([once.taken, once.newer], [0, 0]);
});

test("a record joined with its own file is the same, with anything newer in the file it is not", () => {
  const found = read(file(), NOW);
  assert.ok("kept" in found);
  assert.ok(sameRecord(kept(), joined(kept(), found.kept, NOW).kept));
  for (const change of [
    { answers: new Map([["example-sky", answer({ at: NOW })]]) },
    { reviews: new Map() },
    { remarks: new Map([["example-sky", { text: "Asked", at: NOW }]]) },
    { settings: { certainty: false, daily: 7, pseudonym: "Kim" } },
  ])
    assert.ok(!sameRecord(kept(), kept(change)), Object.keys(change).join());
});

test("an import takes away no name and no settings, and brings them where nothing was begun", () => {
  const laptop = kept({ settings: { certainty: true, daily: 50, pseudonym: "owl", saved: 5 } });
  const telephone = kept({ settings: { certainty: false, daily: 20 } });
  const empty = { answers: new Map(), reviews: new Map(), exams: new Map(), remarks: new Map() };
  const settings = (/** @type {Kept} */ here, /** @type {Kept} */ file) => joined(here, file, NOW).kept.settings;
  assert.deepEqual(settings(laptop, telephone), laptop.settings);
  assert.deepEqual(settings(laptop, kept()), laptop.settings);
  assert.deepEqual(settings(telephone, kept()), { certainty: false, daily: 20, pseudonym: "Kim" });
  assert.deepEqual(settings({ ...empty, settings: telephone.settings }, kept()), kept().settings);
});

test("when a file was saved, and that the browser was asked to keep the record, is of this place and in no file", () => {
  const here = kept({ settings: { certainty: true, daily: 7, saved: 5, asked: true } });
  assert.deepEqual(JSON.parse(written(here, NOW)).settings, { certainty: true, daily: 7 });
});

test("an exam that was submitted elsewhere is submitted, and one begun later goes on", () => {
  const exam = (started, submitted) => ({ started, limit: null, order: [], only: null, submitted });
  const both = (here, there) =>
    joined(kept({ exams: new Map([["x", here]]) }), kept({ exams: new Map([["x", there]]) }), NOW).kept.exams.get("x");
  assert.equal(both(exam(5, null), exam(5, 9))?.submitted, 9);
  assert.equal(both(exam(5, 9), exam(5, null))?.submitted, 9);
  assert.equal(both(exam(12, null), exam(5, 9))?.started, 12);
});

test("of each review and exam the newer holds", () => {
  const review = (last_review) => ({ ...firstReview(answer()), last_review });
  const exam = (started) => ({ started, limit: null, order: [], only: null, submitted: null });
  const here = kept({
    reviews: new Map([
      ["a", review(10)],
      ["b", review(20)],
    ]),
    exams: new Map([["x", exam(1)]]),
  });
  const other = kept({
    reviews: new Map([
      ["a", review(20)],
      ["b", review(10)],
    ]),
    exams: new Map([["x", exam(2)]]),
  });
  const both = joined(here, other, NOW).kept;
  assert.deepEqual([both.reviews.get("a")?.last_review, both.reviews.get("b")?.last_review], [20, 20]);
  assert.equal(both.exams.get("x")?.started, 2);
});

test("two thousand answers, each in review, are far from the largest file", () => {
  const ids = Array.from({ length: 2000 }, (_, at) => `marble-thumb-and-what-comes-a-question-of-some-length-${at}`);
  const many = kept({
    answers: new Map(ids.map((id) => [id, answer()])),
    reviews: new Map(ids.map((id) => [id, firstReview(answer())])),
  });
  assert.ok(written(many, NOW).length < LARGEST / 3);
});
