import assert from "node:assert/strict";
import { test } from "node:test";

import { openStore } from "../../../../quizzes/frontend/record/store.js";
import { flag, sky } from "../../example.js";
import {
  answer,
  area,
  BOOK,
  EXAM,
  FIRST,
  full,
  given,
  KEY,
  keptIn,
  nothing,
  open,
  record,
  red,
} from "../../storage.js";

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
    book: BOOK,
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

test("a change holds even where the clock was put back", () => {
  const storage = area({
    [KEY]: JSON.stringify(record({ answers: { "example-sky": answer({ at: 99999 }) } })),
  });
  open(storage, () => 5).clear([sky()]);
  assert.deepEqual(open(storage).get(sky()), nothing);
});

test("after a clock that was a year ahead the next answer has the present time", () => {
  const [now, ahead] = [Date.UTC(2026, 10, 21), Date.UTC(2028, 0, 1)];
  const storage = area({ [KEY]: JSON.stringify(record({ answers: { "example-sky": answer({ at: ahead }) } })) });
  const store = open(storage, () => now);
  store.clear([sky()]);
  assert.equal(keptIn(storage).answers["example-sky"].at, now);
  store.put(sky(), ["blue"], true);
  assert.equal(keptIn(storage).answers["example-sky"].at, now + 1);
});

test("what could not be written while the clock was right wins over what a wrong clock wrote meanwhile", () => {
  let isFull = true;
  const now = Date.UTC(2026, 10, 21);
  const storage = area({}, (method) => isFull && full(method));
  const store = open(storage, () => now);
  store.put(sky(), ["blue"], true);
  isFull = false;
  open(storage, () => Date.UTC(2028, 0, 1)).put(sky(), ["red"], false);
  store.put(flag(), ["blue"], false);
  assert.deepEqual(keptIn(storage).answers["example-sky"].chosen, ["blue"]);
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
  assert.deepEqual(open(storage).get(sky()), given(["blue"], true, { certainty: 3, flagged: true, hints: 1 }));
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
  const spoiled = { certainty: "yes", daily: 0, pseudonym: 5 };
  const store = open(area({ [KEY]: JSON.stringify(record({ settings: spoiled })) }));
  assert.deepEqual(store.settings(), { certainty: false, daily: 20 });
});

test("an exam is kept by its chapter until it is forgotten", () => {
  const storage = area();
  open(storage).setExam("example", EXAM);
  assert.deepEqual(open(storage).exam("example"), EXAM);
  assert.equal(open(storage).exam("other"), null);
  open(storage).setExam("example", null);
  assert.equal(open(storage).exam("example"), null);
});

test("what is taken in while nothing can be written is joined with what other tabs write meanwhile", () => {
  let full = true;
  const storage = area({}, (method) => {
    if (full && method === "set") throw new DOMException("full", "QuotaExceededError");
  });
  const here = open(storage);
  const file = { "example-flag": answer({ digest: "d2", chosen: ["blue"] }) };
  here.takeIn((kept) => ({ ...kept, answers: new Map([...Object.entries(file), ...kept.answers]) }));
  full = false;
  open(storage).put(sky(), ["red"], true);
  here.set({ daily: 7 });
  assert.deepEqual(Object.keys(keptIn(storage).answers).sort(), ["example-flag", "example-sky"]);
});

test("a whole record can be put in place of what was there", () => {
  const storage = area({ [KEY]: JSON.stringify(record()) });
  const store = open(storage);
  const whole = store.all();
  whole.answers.set("example-flag", answer({ digest: "d2", chosen: ["blue"] }));
  assert.deepEqual(store.get(flag()), nothing);
  store.takeIn(() => whole);
  assert.deepEqual(open(storage).get(flag()).chosen, ["blue"]);
});

test("a remark is there after a reload, whatever becomes of the answer", () => {
  const storage = area();
  const store = open(storage);
  store.setRemark(sky(), "Rayleigh");
  store.clear([sky()]);
  assert.equal(open(storage).remark(sky()), "Rayleigh");
  assert.equal(open(storage).remark(sky({ digest: "d9" })), "Rayleigh");
  assert.equal(open(storage).remark(flag()), "");
});

test("a listener is told which questions an action concerns, and of any that another tab may have changed", () => {
  const storage = area();
  const store = open(storage);
  const [one, other] = [sky(), flag()];
  const heard = [];
  store.subscribe((which) => heard.push(which));
  store.note(one, { flagged: true });
  store.clear([one, other]);
  store.set({ certainty: true });
  open(storage).note(other, { flagged: true });
  store.note(one, { flagged: true });
  assert.deepEqual(heard, [[one], [one, other], null, null]);
});
