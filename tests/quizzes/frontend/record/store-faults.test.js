import assert from "node:assert/strict";
import { test } from "node:test";

import { openStore } from "../../../../quizzes/frontend/record/store.js";
import { flag, sky } from "../../example.js";
import {
  answer,
  area,
  BOOK,
  CARD,
  EXAM,
  FIRST,
  full,
  KEY,
  keptIn,
  nothing,
  oldRecord,
  open,
  record,
  red,
  said,
} from "../../storage.js";

test("a storage that is forbidden costs only the keeping, and the reader is told at once", () => {
  const store = openStore({
    storage: () => {
      throw new DOMException("denied", "SecurityError");
    },
  });
  assert.deepEqual(said(store), ["notice_unavailable"]);
  store.put(sky(), ["red"], true);
  assert.deepEqual(store.get(sky()), red);
});

test("a full storage keeps what was there, and new answers last as long as the page", () => {
  const raw = JSON.stringify(record());
  const storage = area({ [KEY]: raw }, full);
  const store = open(storage);
  assert.deepEqual(said(store), []);
  store.put(flag(), ["blue"], false);
  assert.deepEqual(said(store), ["notice_full"]);
  assert.deepEqual(store.get(sky()), red);
  assert.deepEqual(store.get(flag()).chosen, ["blue"]);
  assert.equal(storage.kept.get(KEY), raw);
});

test("hearing from another tab does not hide that answers could not be saved", () => {
  const raw = JSON.stringify(record());
  const store = open(area({ [KEY]: raw }, full));
  store.put(flag(), ["blue"], false);
  store.storageChanged({ key: KEY, newValue: raw });
  assert.deepEqual(said(store), ["notice_full"]);
});

test("once there is room again, everything is saved and the notice goes", () => {
  let isFull = true;
  const storage = area({}, (method) => isFull && full(method));
  const store = open(storage);
  store.put(sky(), ["red"], true);
  isFull = false;
  store.put(flag(), ["blue"], false);
  assert.deepEqual(said(store), []);
  assert.deepEqual(Object.keys(keptIn(storage).answers).sort(), ["example-flag", "example-sky"]);
});

const FOREIGN = {
  "no JSON": "{not json",
  "an empty text": "",
  null: "null",
  "a list": "[1, 2]",
  "a number": "7",
  "another shape": '{"theme": "dark"}',
  "another book": JSON.stringify(record({ book: "other" })),
  "another book of a later version": JSON.stringify(record({ book: "other", version: 9 })),
  "a version that is no number": JSON.stringify(record({ version: "2" })),
  "the version before": JSON.stringify(oldRecord()),
  "answers in a list": JSON.stringify(record({ answers: [] })),
  "a prototype": `{"__proto__": {"version": 2, "book": "${BOOK}", "answers": {}}}`,
};
for (const [name, raw] of Object.entries(FOREIGN)) {
  test(`a record that holds ${name} is set aside whole, and the questions start afresh`, () => {
    const storage = area({ [KEY]: raw });
    const store = open(storage);
    assert.deepEqual(store.notices(), [{ key: "notice_set_aside", values: { name: `${KEY}.damaged` } }]);
    assert.equal(storage.kept.get(`${KEY}.damaged`), raw);
    store.put(sky(), ["red"], true);
    assert.deepEqual(open(storage).get(sky()), red);
  });
}

test("what was set aside earlier is never written over", () => {
  const storage = area({ [KEY]: "second", [`${KEY}.damaged`]: "first" });
  open(storage);
  assert.equal(storage.kept.get(`${KEY}.damaged`), "first");
  assert.equal(storage.kept.get(`${KEY}.damaged.2`), "second");
});

test("a damaged record that cannot be set aside is left where it lies", () => {
  const storage = area({ [KEY]: "{not json" }, full);
  const store = open(storage);
  store.put(sky(), ["red"], true);
  assert.deepEqual(said(store), ["notice_stuck"]);
  assert.equal(storage.kept.get(KEY), "{not json");
  assert.deepEqual(store.get(sky()), red);
});

test("a record of a newer edition is left untouched", () => {
  const raw = JSON.stringify(record({ version: 3, cards: {} }));
  const storage = area({ [KEY]: raw });
  const store = open(storage);
  store.put(sky(), ["red"], true);
  assert.deepEqual(said(store), ["notice_newer"]);
  assert.deepEqual([...storage.kept], [[KEY, raw]]);
  assert.deepEqual(store.get(sky()), red);
});

const spoiled = (/** @type {object} */ changes) => ({ ...answer(), ...changes });
const DAMAGED = {
  "is no object": 5,
  "is null": null,
  "has no digest": spoiled({ digest: undefined }),
  "has picks that are no texts": spoiled({ chosen: [1] }),
  "has picks that are no list": spoiled({ chosen: "blue" }),
  "says neither checked nor not": spoiled({ checked: "yes" }),
  "has no time": spoiled({ at: "now" }),
  "is from the end of time": spoiled({ at: 1e300 }),
  "is more than certain": spoiled({ certainty: 4 }),
  "has half a hint": spoiled({ hints: 0.5 }),
  "says neither flagged nor not": spoiled({ flagged: 1 }),
  "has more than full marks": spoiled({ score: 1.5 }),
};
for (const [name, value] of Object.entries(DAMAGED)) {
  test(`an answer that ${name} is dropped alone, and the reader is told`, () => {
    const storage = area({
      [KEY]: JSON.stringify(record({ answers: { ...record().answers, "example-flag": value } })),
    });
    const store = open(storage);
    assert.deepEqual(store.get(flag()), nothing);
    assert.deepEqual(store.get(sky()), red);
    assert.deepEqual(store.notices(), [{ key: "notice_dropped", values: { count: 1 } }]);
  });
}

test("an answer that took less than no time, since a clock was put back meanwhile, is kept and took none", () => {
  const storage = area({ [KEY]: JSON.stringify(record({ answers: { "example-sky": answer({ ms: -10000 }) } })) });
  const store = open(storage);
  assert.deepEqual(store.get(sky()), red);
  assert.deepEqual(store.notices(), []);
  assert.equal(store.all().answers.get("example-sky")?.ms, 0);
});

test("a memory too weak for the scheduler is no review, and the answer stays", () => {
  const weak = { ...FIRST, stability: 1e-9 };
  const store = open(area({ [KEY]: JSON.stringify(record({ reviews: { "example-flag": weak } })) }));
  assert.equal(store.review("example-flag"), null);
  assert.deepEqual(store.get(sky()), red);
});

test("a key such as __proto__ changes no object and is dropped alone", () => {
  const one = JSON.stringify(answer());
  const answers = `{"__proto__": ${one}, "constructor": ${one}, "example-sky": ${one}}`;
  const raw = `{"version": 2, "book": "${BOOK}", "seed": 5, "answers": ${answers}}`;
  const storage = area({ [KEY]: raw });
  const store = open(storage);
  assert.deepEqual(store.get(sky()), red);
  assert.deepEqual(store.get(sky({ id: "__proto__" })), nothing);
  assert.equal({}.digest, undefined);
  store.put(flag(), ["blue"], false);
  assert.deepEqual(Object.keys(keptIn(storage).answers).sort(), ["constructor", "example-flag", "example-sky"]);
});

test("a seed that is none is replaced, and the answers stay", () => {
  const store = open(area({ [KEY]: JSON.stringify(record({ seed: "x" })) }));
  assert.equal(store.seed(), 2 ** 31);
  assert.deepEqual(store.get(sky()), red);
});

test("a review or an exam that is damaged is dropped alone", () => {
  const reviews = { "example-sky": { ...CARD, due: "soon" }, "example-flag": CARD };
  const store = open(area({ [KEY]: JSON.stringify(record({ reviews, exams: { example: 4 } })) }));
  assert.deepEqual([store.review("example-sky"), store.review("example-flag")], [null, CARD]);
  assert.deepEqual(store.notices(), [{ key: "notice_dropped", values: { count: 2 } }]);
});

test("settings, reviews and exams that did not fit are saved once there is room", () => {
  let isFull = true;
  const storage = area({ [KEY]: JSON.stringify(record()) }, (method) => isFull && full(method));
  const store = open(storage);
  store.set({ daily: 7 });
  store.setReview("example-sky", CARD);
  store.storageChanged({ key: KEY, newValue: storage.kept.get(KEY) ?? null });
  isFull = false;
  store.setExam("example", EXAM);
  const kept = keptIn(storage);
  assert.deepEqual([kept.settings.daily, kept.reviews, kept.exams], [7, { "example-sky": CARD }, { example: EXAM }]);
});
