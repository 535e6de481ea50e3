import assert from "node:assert/strict";
import { test } from "node:test";

import { flag, sky } from "../../example.js";
import { area, KEY, keptIn, nothing, OLD_KEY, oldRecord, open, red, tabs } from "../../storage.js";

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

test("a page that is come back to says that it is another record, and nothing where it is the same", () => {
  const storage = area();
  const { one, other } = tabs(storage);
  one.put(sky(), ["red"], true);
  let told = 0;
  other.subscribe(() => {
    told += 1;
  });
  other.comeBack();
  assert.deepEqual([told, other.get(sky())], [1, red]);
  other.comeBack();
  assert.equal(told, 1);
});
