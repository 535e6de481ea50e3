import assert from "node:assert/strict";
import { test } from "node:test";

import { startOf } from "../../quizzes/frontend/due.js";
import { openStore } from "../../quizzes/frontend/store.js";
import { flag, sky } from "./example.js";

const KEY = "asps-course.v2";
const OLD_KEY = "asps-course.v1";

/** A browser's storage; `forbid` may throw before a method does anything. */
function area(entries = {}, forbid = () => {}) {
  const kept = new Map(Object.entries(entries));
  return {
    kept,
    getItem: (name) => (forbid("get", name), kept.get(name) ?? null),
    setItem: (name, value) => (forbid("set", name), kept.set(name, value)),
    removeItem: (name) => (forbid("remove", name), kept.delete(name)),
  };
}

const full = (method) => {
  if (method === "set") throw new DOMException("full", "QuotaExceededError");
};
const open = (storage, now = () => 1000) => openStore({ storage: () => storage, now, random: () => 0.5 });
const answer = (changes = {}) => ({
  digest: "d1",
  chosen: ["red"],
  checked: true,
  at: 10,
  certainty: 0,
  hints: 0,
  ms: 0,
  flagged: false,
  score: null,
  ...changes,
});
const record = (changes = {}) => ({
  version: 2,
  book: "asps-course",
  seed: 5,
  settings: { certainty: false, daily: 20 },
  answers: { "example-sky": answer() },
  reviews: {},
  exams: {},
  ...changes,
});
/** In review after a wrong answer at the start of 1970. */
const FIRST = {
  digest: "d1",
  due: startOf(1),
  stability: 0.212,
  difficulty: 6.4133,
  scheduled_days: 1,
  learning_steps: 0,
  reps: 1,
  lapses: 0,
  state: 2,
  last_review: 1000,
};
/** The record of the first edition. */
const oldRecord = (changes = {}) => ({
  version: 1,
  book: "asps-course",
  seed: 5,
  answers: { "example-sky": { digest: "d1", chosen: ["red"], checked: true, at: 10 } },
  ...changes,
});
const keptIn = (storage) => JSON.parse(storage.kept.get(KEY));
const said = (store) => store.notices().map((notice) => notice.key);
const given = (chosen, checked, more = {}) => ({
  chosen,
  checked,
  certainty: 0,
  hints: 0,
  flagged: false,
  lost: null,
  ...more,
});
const nothing = given([], false);
const red = given(["red"], true);

test("nothing is written before the reader does something", () => {
  const storage = area();
  open(storage);
  assert.equal(storage.kept.size, 0);
});

test("an answer is kept in the versioned record of the book", () => {
  const storage = area();
  open(storage).put(sky(), ["red"], true, { certainty: 2, score: 0, ms: 4000 });
  assert.deepEqual(keptIn(storage), {
    version: 2,
    book: "asps-course",
    seed: 2 ** 31,
    settings: { certainty: false, daily: 20 },
    answers: { "example-sky": answer({ at: 1000, certainty: 2, score: 0, ms: 4000 }) },
    reviews: { "example-sky": FIRST },
    exams: {},
  });
});

test("an answer, a pick not yet checked and the seed are there after a reload", () => {
  const storage = area();
  const before = open(storage);
  before.put(sky(), ["red"], true);
  before.put(flag(), ["blue", "green"], false);
  const after = openStore({ storage: () => storage, random: () => 0.1 });
  assert.deepEqual(after.get(sky()), red);
  assert.deepEqual(after.get(flag()), given(["blue", "green"], false));
  assert.equal(after.seed(), before.seed());
  assert.deepEqual(after.notices(), []);
});

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
  "a prototype": '{"__proto__": {"version": 2, "book": "asps-course", "answers": {}}}',
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

const DAMAGED = {
  "is no object": 5,
  "is null": null,
  "has no digest": answer({ digest: undefined }),
  "has picks that are no texts": answer({ chosen: [1] }),
  "has picks that are no list": answer({ chosen: "blue" }),
  "says neither checked nor not": answer({ checked: "yes" }),
  "has no time": answer({ at: "now" }),
  "is from the end of time": answer({ at: 1e300 }),
  "is more than certain": answer({ certainty: 4 }),
  "has half a hint": answer({ hints: 0.5 }),
  "took less than no time": answer({ ms: -1 }),
  "says neither flagged nor not": answer({ flagged: 1 }),
  "has more than full marks": answer({ score: 1.5 }),
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

test("a key such as __proto__ changes no object and is dropped alone", () => {
  const one = JSON.stringify(answer());
  const answers = `{"__proto__": ${one}, "constructor": ${one}, "example-sky": ${one}}`;
  const raw = `{"version": 2, "book": "asps-course", "seed": 5, "answers": ${answers}}`;
  const storage = area({ [KEY]: raw });
  const store = open(storage);
  assert.deepEqual(store.get(sky()), red);
  assert.deepEqual(store.get(sky({ id: "__proto__" })), nothing);
  assert.equal({}.digest, undefined);
  store.put(flag(), ["blue"], false);
  assert.deepEqual(Object.keys(keptIn(storage).answers).sort(), [
    "constructor",
    "example-flag",
    "example-sky",
  ]);
});

test("a seed that is none is replaced, and the answers stay", () => {
  const store = open(area({ [KEY]: JSON.stringify(record({ seed: "x" })) }));
  assert.equal(store.seed(), 2 ** 31);
  assert.deepEqual(store.get(sky()), red);
});

test("a question that has changed loses its own answer only, and says so until it is answered anew", () => {
  const storage = area({ [KEY]: JSON.stringify(record()) });
  const store = open(storage);
  store.put(flag(), ["blue"], false);
  const changed = sky({ digest: "d9" });
  assert.deepEqual(store.get(changed), given([], false, { lost: "changed" }));
  assert.deepEqual(store.get(flag()).chosen, ["blue"]);
  store.put(changed, ["blue"], true);
  assert.deepEqual(open(storage).get(changed), given(["blue"], true));
});

/** Two tabs of one browser: what one writes, the other hears of. */
function tabs(storage) {
  let time = 1000;
  const now = () => (time += 1);
  const [one, other] = [open(storage, now), open(storage, now)];
  return {
    one,
    other,
    tell: (tab) => tab.storageChanged({ key: KEY, newValue: storage.kept.get(KEY) ?? null }),
  };
}

test("two tabs that answer different questions lose nothing, even before either has heard of the other", () => {
  const storage = area();
  const { one, other } = tabs(storage);
  one.put(sky(), ["red"], true);
  other.put(flag(), ["blue"], false);
  assert.deepEqual(Object.keys(keptIn(storage).answers).sort(), ["example-flag", "example-sky"]);
});

test("of two answers to one question the newer holds in both tabs", () => {
  const { one, other, tell } = tabs(area());
  one.put(sky(), ["red"], true);
  other.put(sky(), ["blue"], true);
  tell(one);
  assert.deepEqual([one.get(sky()).chosen, other.get(sky()).chosen], [["blue"], ["blue"]]);
});

test("a tab shows at once what was answered in another", () => {
  const { one, other, tell } = tabs(area());
  const heard = [];
  const stop = other.subscribe(() => heard.push(other.get(sky()).chosen));
  one.put(sky(), ["red"], true);
  tell(other);
  stop();
  tell(other);
  assert.deepEqual(heard, [["red"]]);
});

test("an answer taken back in one tab does not come to life again in the other", () => {
  const storage = area();
  const { one, other, tell } = tabs(storage);
  one.put(sky(), ["red"], true);
  tell(other);
  one.clear([sky(), flag()]);
  other.put(flag(), ["blue"], false);
  assert.deepEqual(other.get(sky()), nothing);
  assert.deepEqual(open(storage).get(sky()), nothing);
});

test("erasing the storage in one tab erases it in all", () => {
  const storage = area();
  const { one, other } = tabs(storage);
  one.put(sky(), ["red"], true);
  storage.kept.clear();
  other.storageChanged({ key: null, newValue: null });
  one.storageChanged({ key: null, newValue: null });
  assert.deepEqual([one.get(sky()), other.get(sky())], [nothing, nothing]);
});

test("a change holds even where the clock was put back", () => {
  const storage = area({
    [KEY]: JSON.stringify(record({ answers: { "example-sky": answer({ at: 99999 }) } })),
  });
  open(storage, () => 5).clear([sky()]);
  assert.deepEqual(open(storage).get(sky()), nothing);
});

test("clearing the questions of a chapter leaves those of others", () => {
  const storage = area({ [KEY]: JSON.stringify(record()) });
  const store = open(storage);
  store.put(flag(), ["blue"], false);
  store.clear([flag()]);
  assert.deepEqual([store.get(sky()), store.get(flag())], [red, nothing]);
});

test("certainty, hints, a flag and the time are kept, and stay when the picks change", () => {
  const storage = area();
  const store = open(storage);
  store.note(sky(), { flagged: true, hints: 1 });
  assert.deepEqual(store.get(sky()), given([], false, { flagged: true, hints: 1 }));
  store.put(sky(), ["red"], false, { certainty: 3 });
  store.put(sky(), ["blue"], true, { score: 1 });
  assert.deepEqual(
    open(storage).get(sky()),
    given(["blue"], true, { certainty: 3, flagged: true, hints: 1 }),
  );
});

test("a question opened again starts without certainty, hints and time, and keeps its flag", () => {
  const storage = area();
  const store = open(storage);
  store.note(sky(), { flagged: true, hints: 2 });
  store.put(sky(), ["red"], true, { certainty: 3, score: 0, ms: 900 });
  store.put(sky(), [], false);
  const kept = answer({
    chosen: [],
    checked: false,
    at: keptIn(storage).answers["example-sky"].at,
    flagged: true,
  });
  assert.deepEqual(keptIn(storage).answers["example-sky"], kept);
});

test("the score of an answer goes when its picks change", () => {
  const storage = area();
  const store = open(storage);
  store.put(sky(), ["blue"], true, { score: 1 });
  store.put(sky(), ["red"], false);
  assert.equal(keptIn(storage).answers["example-sky"].score, null);
});

test("a question that has changed keeps no note of its old form", () => {
  const store = open(area({ [KEY]: JSON.stringify(record()) }));
  store.note(sky(), { flagged: true });
  assert.equal(store.get(sky({ digest: "d9" })).flagged, false);
});

test("settings are kept, and what is no setting is the usual", () => {
  const storage = area();
  open(storage).set({ certainty: true, daily: 7, pseudonym: "Kim" });
  assert.deepEqual(open(storage).settings(), { certainty: true, daily: 7, pseudonym: "Kim" });
  const spoilt = { certainty: "yes", daily: 0, pseudonym: 5 };
  const store = open(area({ [KEY]: JSON.stringify(record({ settings: spoilt })) }));
  assert.deepEqual(store.settings(), { certainty: false, daily: 20 });
});

const EXAM = { started: 5, limit: 60000, order: ["example-sky"], only: null, submitted: null };

test("an exam is kept by its chapter until it is forgotten", () => {
  const storage = area();
  open(storage).setExam("example", EXAM);
  assert.deepEqual(open(storage).exam("example"), EXAM);
  assert.equal(open(storage).exam("other"), null);
  open(storage).setExam("example", null);
  assert.equal(open(storage).exam("example"), null);
});

const CARD = {
  digest: "d1",
  due: 90000,
  stability: 2.5,
  difficulty: 5,
  scheduled_days: 0,
  learning_steps: 1,
  reps: 1,
  lapses: 0,
  state: 1,
  last_review: 1000,
};

test("a review is kept, and the one before can be put back in any tab", () => {
  const storage = area();
  const { one, other, tell } = tabs(storage);
  one.setReview("example-sky", CARD);
  tell(other);
  other.setReview("example-sky", { ...CARD, due: 99999 });
  tell(one);
  one.setReview("example-sky", CARD);
  tell(other);
  other.put(flag(), ["blue"], false);
  assert.deepEqual(
    [one, other, open(storage)].map((tab) => tab.review("example-sky").due),
    [90000, 90000, 90000],
  );
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
  store.storageChanged({ key: KEY, newValue: storage.kept.get(KEY) });
  isFull = false;
  store.setExam("example", EXAM);
  const kept = keptIn(storage);
  assert.deepEqual(
    [kept.settings.daily, kept.reviews, kept.exams],
    [7, { "example-sky": CARD }, { example: EXAM }],
  );
});

test("a record of the first edition is taken over, and stays until the new one is written", () => {
  const raw = JSON.stringify(oldRecord());
  const storage = area({ [OLD_KEY]: raw });
  const store = open(storage);
  assert.deepEqual(store.get(sky()), red);
  assert.deepEqual(store.notices(), []);
  assert.deepEqual([...storage.kept], [[OLD_KEY, raw]]);
  store.put(flag(), ["blue"], false);
  assert.deepEqual([...storage.kept.keys()], [KEY]);
  assert.deepEqual(keptIn(storage).answers["example-sky"], answer());
  assert.equal(keptIn(storage).reviews["example-sky"].last_review, 10);
  assert.equal(keptIn(storage).seed, 5);
});

test("a record of the first edition stays where the new one does not fit", () => {
  const raw = JSON.stringify(oldRecord());
  const storage = area({ [OLD_KEY]: raw }, full);
  const store = open(storage);
  store.put(flag(), ["blue"], false);
  assert.deepEqual(said(store), ["notice_full"]);
  assert.deepEqual([...storage.kept], [[OLD_KEY, raw]]);
  assert.deepEqual(store.get(sky()), red);
});

test("of an older and a newer record of the same question the newer answer holds", () => {
  const newer = record({ answers: { "example-sky": answer({ chosen: ["green"], at: 20 }) } });
  const both = area({ [OLD_KEY]: JSON.stringify(oldRecord()), [KEY]: JSON.stringify(newer) });
  assert.deepEqual(open(both).get(sky()).chosen, ["green"]);
});

test("a damaged record of the first edition is set aside, and the new one holds", () => {
  const storage = area({ [OLD_KEY]: "{broken", [KEY]: JSON.stringify(record()) });
  const store = open(storage);
  assert.equal(storage.kept.get(`${OLD_KEY}.damaged`), "{broken");
  assert.deepEqual(store.get(sky()), red);
});

test("when another tab has moved an old record to the new place, nothing is forgotten", () => {
  const storage = area({ [OLD_KEY]: JSON.stringify(oldRecord()) });
  const { one, other, tell } = tabs(storage);
  one.put(flag(), ["blue"], false);
  tell(other);
  other.storageChanged({ key: OLD_KEY, newValue: null });
  assert.deepEqual([other.get(sky()), other.get(flag()).chosen], [red, ["blue"]]);
});

test("erasing takes everything that was ever kept, also what was set aside, and nothing comes back", () => {
  const storage = area({ [KEY]: "{broken", [OLD_KEY]: JSON.stringify(oldRecord()), theme: "dark" });
  const { one, other, tell } = tabs(storage);
  one.put(flag(), ["blue"], true);
  one.erase();
  assert.deepEqual([...storage.kept], [["theme", "dark"]]);
  tell(other);
  other.put(flag(), ["red"], false);
  assert.deepEqual(Object.keys(keptIn(storage).answers), ["example-flag"]);
});

test("a whole record can be put in place of what was there", () => {
  const storage = area({ [KEY]: JSON.stringify(record()) });
  const store = open(storage);
  const whole = store.all();
  whole.answers.set("example-flag", answer({ digest: "d2", chosen: ["blue"] }));
  assert.deepEqual(store.get(flag()), nothing);
  store.replaceAll(whole);
  assert.deepEqual(open(storage).get(flag()).chosen, ["blue"]);
});

test("a question enters review when it is checked, not before, and answering it again moves nothing", () => {
  const store = open(area());
  store.put(sky(), ["red"], false);
  assert.equal(store.review("example-sky"), null);
  store.put(sky(), ["red"], true, { score: 0 });
  store.put(sky(), [], false);
  store.put(sky(), ["blue"], true, { score: 1, certainty: 3 });
  assert.equal(store.review("example-sky").stability, FIRST.stability);
});

test("a question that has changed enters review anew", () => {
  const store = open(area());
  store.put(sky(), ["red"], true, { score: 0 });
  store.put(sky({ digest: "d9" }), ["blue"], true, { score: 1 });
  assert.deepEqual(
    [store.review("example-sky").digest, store.review("example-sky").scheduled_days],
    ["d9", 2],
  );
});
