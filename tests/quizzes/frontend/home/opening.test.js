import assert from "node:assert/strict";
import { test } from "node:test";
import { wayOn } from "../../../../quizzes/frontend/home/opening.js";

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
  places: {},
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
