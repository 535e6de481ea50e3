import assert from "node:assert/strict";
import { test } from "node:test";

import { flag, sky } from "../../example.js";
import { answer, area, full, KEY, keptIn, OLD_KEY, oldRecord, open, record, red, said, tabs } from "../../storage.js";

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
