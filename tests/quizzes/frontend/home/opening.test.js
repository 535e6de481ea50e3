import assert from "node:assert/strict";
import { test } from "node:test";
import { lastRead, placeIn, wayOn } from "../../../../quizzes/frontend/home/opening.js";

const step = (page, at) => ({ what: `Step ${at}`, href: `${page}.html#${at}`, key: `${page}#${at}` });
const OPENING = {
  words: {
    due: "",
    many: "",
    progress: "",
    next_path: "On to the {name}",
    place: "Continue: {title}",
    path: "Go on with the {name}",
  },
  outlines: { version: "", chapters: [] },
  paths: [
    { id: "short", name: "short path", steps: [step("one", "a"), step("two", "b")] },
    { id: "long", name: "long path", steps: [step("one", "a"), step("three", "c")] },
  ],
  test: [],
};
const place = (name) => ({ name, title: name, section: "A section", at: 1 });
const after = (done, where) =>
  wayOn(OPENING, { steps: { on: null, step: 0, done }, place: where, due: 0, tested: true }).on;

test("who has walked a path is offered the next one, and sets out on it", () => {
  const way = after(["one#a", "two#b"], place("two"));
  assert.deepEqual(way, { label: "On to the long path", what: "Step a", href: "one.html#a", path: "long" });
});

test("who has read something else since goes on there", () => {
  assert.equal(after(["one#a", "two#b"], place("four"))?.label, "Continue: four");
});

test("who is in the middle of a path, or has walked them all, goes on where he was", () => {
  assert.equal(after(["one#a"], place("one"))?.label, "Continue: one");
  assert.equal(after(["one#a", "two#b", "three#c"], place("two"))?.label, "Continue: two");
});

test("of what was read, the last comes first, and what cannot be read is as if it were not", () => {
  const kept = { one: { id: "a", section: "s", at: 1 }, two: { id: 3, at: 2 }, three: { id: "b", at: "now" }, four: 4 };
  assert.deepEqual(lastRead(JSON.stringify(kept)), [
    { name: "two", ids: [], at: 2 },
    { name: "one", ids: ["s", "a"], at: 1 },
  ]);
  for (const nothing of [null, "no record", "[]", "null"]) assert.deepEqual(lastRead(nothing), []);
});

test("a place is in the first of its sections that is still there", () => {
  const left = { name: "one", ids: ["gone", "here"], at: 1 };
  assert.deepEqual(placeIn(left, "One", { here: "Here" }), { name: "one", title: "One", section: "Here" });
  assert.equal(placeIn({ ...left, ids: ["constructor"] }, "One", { here: "Here" }), null);
});
