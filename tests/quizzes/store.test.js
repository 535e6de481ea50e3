import assert from "node:assert/strict";
import { test } from "node:test";

import { openStore } from "../../quizzes/frontend/store.js";
import { flag, sky } from "./example.js";

const KEY = "asps-course.v1";

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
const record = (changes = {}) => ({
  version: 1,
  book: "asps-course",
  seed: 5,
  answers: { "example-sky": { digest: "d1", chosen: ["red"], checked: true, at: 10 } },
  ...changes,
});
const keptIn = (storage) => JSON.parse(storage.kept.get(KEY));
const said = (store) => store.notices().map((notice) => notice.key);
const nothing = { chosen: [], checked: false, lost: null };
const red = { chosen: ["red"], checked: true, lost: null };

test("nothing is written before the reader does something", () => {
  const storage = area();
  open(storage);
  assert.equal(storage.kept.size, 0);
});

test("an answer is kept in the versioned record of the book", () => {
  const storage = area();
  open(storage).put(sky(), ["red"], true);
  assert.deepEqual(keptIn(storage), {
    version: 1,
    book: "asps-course",
    seed: 2 ** 31,
    answers: { "example-sky": { digest: "d1", chosen: ["red"], checked: true, at: 1000 } },
  });
});

test("an answer, a pick not yet checked and the seed are there after a reload", () => {
  const storage = area();
  const before = open(storage);
  before.put(sky(), ["red"], true);
  before.put(flag(), ["blue", "green"], false);
  const after = openStore({ storage: () => storage, random: () => 0.1 });
  assert.deepEqual(after.get(sky()), red);
  assert.deepEqual(after.get(flag()), { chosen: ["blue", "green"], checked: false, lost: null });
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
  "a version that is no number": JSON.stringify(record({ version: "1" })),
  "answers in a list": JSON.stringify(record({ answers: [] })),
  "a prototype": '{"__proto__": {"version": 1, "book": "asps-course", "answers": {}}}',
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
  const raw = JSON.stringify(record({ version: 2, cards: {} }));
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
  "has no digest": { chosen: ["blue"], checked: true, at: 1 },
  "has picks that are no texts": { digest: "d2", chosen: [1], checked: true, at: 1 },
  "has picks that are no list": { digest: "d2", chosen: "blue", checked: true, at: 1 },
  "says neither checked nor not": { digest: "d2", chosen: ["blue"], checked: "yes", at: 1 },
  "has no time": { digest: "d2", chosen: ["blue"], checked: true, at: "now" },
  "is from the end of time": { digest: "d2", chosen: ["blue"], checked: true, at: 1e300 },
};
for (const [name, answer] of Object.entries(DAMAGED)) {
  test(`an answer that ${name} is dropped alone, and the reader is told`, () => {
    const storage = area({
      [KEY]: JSON.stringify(record({ answers: { ...record().answers, "example-flag": answer } })),
    });
    const store = open(storage);
    assert.deepEqual(store.get(flag()), nothing);
    assert.deepEqual(store.get(sky()), red);
    assert.deepEqual(store.notices(), [{ key: "notice_dropped", values: { count: 1 } }]);
  });
}

test("a key such as __proto__ changes no object and is dropped alone", () => {
  const answer = '{"digest": "d1", "chosen": ["red"], "checked": true, "at": 1}';
  const raw = `{"version": 1, "book": "asps-course", "seed": 5, "answers": {"__proto__": ${answer}, "constructor": ${answer}, "example-sky": ${answer}}}`;
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
  assert.deepEqual(store.get(changed), { chosen: [], checked: false, lost: "changed" });
  assert.deepEqual(store.get(flag()).chosen, ["blue"]);
  store.put(changed, ["blue"], true);
  assert.deepEqual(open(storage).get(changed), { chosen: ["blue"], checked: true, lost: null });
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
    [KEY]: JSON.stringify(
      record({ answers: { "example-sky": { digest: "d1", chosen: ["red"], checked: true, at: 99999 } } }),
    ),
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
